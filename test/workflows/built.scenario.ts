import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { provision } from '../../scripts/provision.ts';
import { fixtures } from '../fixtures/index.ts';
import { addPull } from '../github/room.ts';
import { pullRequest } from './support/pull-request.ts';
import { starter } from './support/repository.ts';
import { configuration, regions, results, useWorkflows } from './support/room.ts';

const room = useWorkflows();

/** It builds in a job of its own, as somebody does whose build needs more than `sam build`. */
const caller = `name: Deploy
on: { push: { branches: [main] } }
permissions: {}
jobs:
  build:
    name: Build
    runs-on: ubuntu-24.04
    permissions: { contents: read }
    steps:
      - name: Check out
        uses: actions/checkout@df4cb1c069e1874edd31b4311f1884172cec0e10 # v6.0.3
      - name: Build
        run: sam build --template services/api/template.yaml --build-dir built
      - name: Keep
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with: { name: built, path: built, if-no-files-found: error }
  deploy:
    name: Deploy
    needs: build
    uses: sam-multi-region/sam-multi-region/.github/workflows/deploy.yml@v1
    permissions: { contents: read, id-token: write, actions: read }
    with:
      environment: prod
      approval: secondary
      working-directory: services/api
      artifact: built
      sam-version: "1.170.0"
      runs-on: '["ubuntu-24.04"]'
`;

const build = caller.slice(caller.indexOf('  build:'), caller.indexOf('  deploy:'));
/** A pull request that is closed builds nothing. */
const previewCaller = `name: Preview
on: { pull_request: { types: [opened, reopened, synchronize, closed] } }
permissions: {}
jobs:
${build.replace('    name: Build\n', "    name: Build\n    if: github.event.action != 'closed'\n")}  preview:
    name: Preview
    needs: build
    if: \${{ !cancelled() && !failure() }}
    uses: sam-multi-region/sam-multi-region/.github/workflows/preview.yml@v1
    permissions: { contents: read, id-token: write, pull-requests: write, deployments: write }
    with: { working-directory: services/api, artifact: built }
`;

beforeAll(async () => {
  const { repository, cloud } = room;
  const { directory } = fixtures.httpApi;
  for (const file of ['template.yaml', 'src/item.mjs'])
    repository.write(`services/api/${file}`, readFileSync(join(directory, file), 'utf8'));
  repository.write('services/api/multi-region.yml', configuration);
  repository.write('.github/workflows/deploy.yml', caller);
  repository.write('.github/workflows/careless.yml', starter('deploy.yml').replace(/^ *id-token: .*\n/m, ''));
  repository.write(
    '.github/workflows/plan.yml',
    starter('plan.yml').replaceAll('sam-multi-region-plan', 'orders-plan'),
  );
  repository.commit('first');
  await cloud.createRole('111111111111', 'orders-plan');
});

describe('what the caller brings', () => {
  test('an artifact that another job built is deployed as it is, from a folder, with a version of the SAM CLI', async () => {
    const run = await room.run('deploy.yml');
    expect(results(run)).toEqual({
      build: 'success',
      plan: 'success',
      primary: 'success',
      secondary: 'success',
      summary: 'success',
    });
    expect(run.jobs['plan']?.log).not.toContain('sam build');
    const outputs = JSON.parse(run.jobs['secondary']?.outputs['deploy.outputs'] ?? '');
    for (const region of regions) {
      const answer = await room.cloud.fetch(`${outputs[region].app.Url}items/7`);
      expect(answer.status).toBe(200);
    }
  });

  test('a preview is what another job built, and is deleted without it', async () => {
    const { repository, cloud, gitHub } = room;
    await cloud.createRole('111111111111', 'orders-preview');
    const role = 'arn:aws:iam::111111111111:role/orders-preview';
    const preview = `preview: { role-to-assume: ${role}, targets: [eu-west-1] }\n`;
    repository.write('services/api/multi-region.yml', configuration + preview);
    repository.write('.github/workflows/preview.yml', previewCaller);
    repository.commit('preview');
    addPull(gitHub, 7, { head: { ref: 'change', sha: 'c'.repeat(40), repository: 'octo/orders' } });
    const run = (action: 'opened' | 'closed') =>
      room.run('preview.yml', { event: 'pull_request', payload: pullRequest({ action }) });
    const opened = await run('opened');
    expect(results(opened)).toEqual({ build: 'success', preview: 'success' });
    expect(opened.jobs['preview']?.log).not.toContain('sam build');
    const [url = ''] = JSON.parse(opened.jobs['preview']?.outputs['preview.preview-urls'] ?? '')['eu-west-1'];
    expect((await cloud.fetch(`${url}items/7`)).status).toBe(200);
    const pull = gitHub.world.pulls.get(7);
    if (pull) pull.state = 'closed';
    expect(results(await run('closed'))).toEqual({ preview: 'success' });
    expect(cloud.calls.filter(({ action }) => action === 'DeleteStack')).toHaveLength(1);
    gitHub.world.comments.clear();
  });

  test('a version of the SAM CLI that the runner does not have is installed, and used', async () => {
    const { folder, repository } = room;
    const { bin } = await provision('sam');
    makeWheel(folder, '1.160.0', join(bin, 'sam'));
    repository.write(
      '.github/workflows/other-sam.yml',
      `name: Plan
on: { push: { branches: [main] } }
permissions: {}
jobs:
  plan:
    name: Plan
    uses: sam-multi-region/sam-multi-region/.github/workflows/plan.yml@v1
    permissions: { contents: read, id-token: write }
    with: { environment: prod, working-directory: services/api, sam-version: "1.160.0" }
`,
    );
    repository.commit('other version');
    const run = await room.run('other-sam.yml', { env: { PIP_NO_INDEX: '1', PIP_FIND_LINKS: folder } });
    expect(results(run)).toEqual({ plan: 'success' });
    expect(readFileSync(join(folder, 'used'), 'utf8')).toMatch(/^1\.160\.0: build /m);
  });

  test('a job that may not ask for an ID token says which line is missing', async () => {
    const run = await room.run('careless.yml');
    expect(results(run)).toEqual({ deploy: 'failure' });
    expect(run.jobs['deploy']?.summary).toContain('id-token: write');
    expect(room.cloud.calls).toEqual([]);
  });

  test('names and texts of strangers never become code, a command or markup', async () => {
    const marker = join(room.folder, 'marker');
    const hostile = `$(touch ${marker})\`touch ${marker}\`'"; touch ${marker} #`;
    const { repository, gitHub } = room;
    // The stack is there already: what changes in it is shown with its value.
    const value = `<img src=x> @mona \${{ github.token }} [x](http://x) ${hostile}\n::set-env name=PWNED::1`;
    const template = readFileSync(join(fixtures.httpApi.directory, 'template.yaml'), 'utf8');
    repository.write(
      'template.yaml',
      template.replace('CodeUri: src/', 'CodeUri: services/api/src/').replace('!Ref Marker', JSON.stringify(value)),
    );
    repository.write('multi-region.yml', configuration);
    addPull(gitHub, 7, { title: hostile, head: { ref: hostile, sha: 'c'.repeat(40), repository: 'octo/orders' } });
    const run = await room.run('plan.yml', {
      event: 'pull_request',
      payload: pullRequest({ branch: hostile, title: `${hostile}\n::set-env name=PWNED::1` }),
    });
    expect(results(run)).toEqual({ plan: 'success' });
    expect(existsSync(marker)).toBe(false);
    const [comment] = [...gitHub.world.comments.values()];
    for (const text of [comment?.body ?? '', run.jobs['plan']?.summary ?? '']) {
      expect(text).toContain('&lt;img');
      expect(text).not.toMatch(/<img|\]\(http:\/\/x|^::/m);
      // GitHub mentions nobody inside of code.
      expect(text.replaceAll(/<code>.*?<\/code>/g, '')).not.toContain('@mona');
    }
    expect(run.log).not.toMatch(/^::set-env|PWNED=1/m);
  });
});

/** A package `aws-sam-cli` in `folder`, so small that it takes no minute: it hands on to `sam`, and leaves a trace in `used`. */
function makeWheel(folder: string, version: string, sam: string): void {
  const info = `aws_sam_cli-${version}.dist-info`;
  const files: Readonly<Record<string, string>> = {
    'samcli_here.py': `import os, sys
def main():
    with open(${JSON.stringify(join(folder, 'used'))}, "a") as used:
        used.write("${version}: " + " ".join(sys.argv[1:]) + "\\n")
    os.execv(${JSON.stringify(sam)}, [${JSON.stringify(sam)}, *sys.argv[1:]])
`,
    [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: aws-sam-cli\nVersion: ${version}\n`,
    [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${info}/entry_points.txt`]: '[console_scripts]\nsam = samcli_here:main\n',
    [`${info}/RECORD`]: '',
  };
  const wheel = join(folder, 'wheel');
  mkdirSync(join(wheel, info), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(wheel, name), text);
  const file = join(folder, `aws_sam_cli-${version}-py3-none-any.whl`);
  execFileSync('python3', ['-m', 'zipfile', '-c', file, 'samcli_here.py', info], { cwd: wheel });
}
