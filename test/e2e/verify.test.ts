import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { runAction, runCli, runJson } from '../support/run-product.ts';
import { startTlsFront, type TlsFront } from '../support/tls-front.ts';

const root = join(import.meta.dirname, '../..');
const home = '111111111111';
const regions = ['eu-west-1', 'eu-central-1'];
let cloud: Cloud;
let front: TlsFront;
let folder: string;
let env: Record<string, string>;
let release: string;

/** The example with gates that ask its health endpoint at the local AWS, by its real name and over TLS. */
function configure(gates: string, stackName = 'orders'): void {
  const text = `application: orders
stacks:
  api: { template: template.yaml, stack-name: ${stackName}, parameters: { Release: "\${release}" } }
environments:
  prod:
    targets: [${regions.join(', ')}]
    gates:
${gates}`;
  writeFileSync(join(folder, 'multi-region.yml'), text);
}

const health = (expected = '"${release}"') =>
  `      - name: health
        http: { url: "\${stacks.api.outputs.Url}health", address: "${front.address}", failures: 1 }
        expect: { status: 200, json: { status: ok, region: "\${target.region}", release: ${expected} } }
`;

beforeAll(async () => {
  cloud = await startCloud({ regions: [...regions, 'us-east-1'] });
  front = await startTlsFront(cloud.url, ['.amazonaws.com']);
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
  cpSync(join(root, 'examples/orders'), folder, { recursive: true });
  const bundle = join(folder, 'ca.pem');
  writeFileSync(bundle, front.ca);
  env = { ...cloud.env(home), AWS_CA_BUNDLE: bundle };
  configure(health());
  const deployed = await runJson(['deploy', '--yes'], { cwd: folder, env });
  expect([deployed.exitCode, deployed.stderr]).toEqual([0, expect.anything()]);
  release = deployed.result.release?.id ?? '';
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await front[Symbol.asyncDispose]();
  await cloud[Symbol.asyncDispose]();
});

beforeEach(() => {
  cloud.clearCalls();
  configure(health());
});

const verify = (...more: readonly string[]) => runJson(['verify', ...more], { cwd: folder, env });

describe('verify', () => {
  test('passes where every region answers with the release, and changes nothing', async () => {
    const { exitCode, result } = await verify('--release', release);
    expect({ exitCode, status: result.status, release: result.release }).toEqual({
      exitCode: 0,
      status: 'succeeded',
      release: { id: release },
    });
    expect(result.gates?.map(({ gate, target, verdict }) => [gate, target, verdict])).toEqual(
      regions.map((region) => ['health', region, 'pass']),
    );
    expect(result.gates?.[0]?.evidence).toMatchObject({ status: 200, address: '127.0.0.1' });
    expect(front.names.some((name) => name.endsWith('.execute-api.eu-central-1.amazonaws.com'))).toBe(true);
    expect(
      new Set(cloud.calls.filter(({ service }) => service === 'cloudformation').map(({ action }) => action)),
    ).toEqual(new Set(['DescribeStacks']));
  });

  test('takes the release that the records tell where none is named', async () => {
    const { exitCode, result } = await verify();
    expect({ exitCode, status: result.status, release: result.release?.id }).toEqual({
      exitCode: 0,
      status: 'succeeded',
      release,
    });
  });

  test('fails with status 1 where another release answers, and says which', async () => {
    const { exitCode, result } = await verify('--release', 'r-other', '--targets', 'eu-west-1');
    expect([exitCode, result.status]).toEqual([1, 'failed']);
    expect(result.gates).toMatchObject([{ target: 'eu-west-1', verdict: 'fail' }]);
    expect(result.gates?.[0]?.reason).toContain(`$['release']: expected "r-other", found "${release}"`);
  });

  test('ends with 4 where a region cannot be asked and no other fails', async () => {
    cloud.blackout('eu-central-1', 'refuse');
    try {
      const { exitCode, result } = await verify('--release', release);
      expect([exitCode, result.status]).toEqual([4, 'inconclusive']);
      expect(result.gates?.map(({ target, verdict }) => [target, verdict])).toEqual([
        ['eu-west-1', 'pass'],
        ['eu-central-1', 'inconclusive'],
      ]);
      const failing = await verify('--release', 'r-other');
      expect(failing.exitCode).toBe(1);
    } finally {
      cloud.restore('eu-central-1');
    }
  });

  test('asks a region that is left out nothing', async () => {
    cloud.blackout('eu-central-1', 'refuse');
    try {
      const { exitCode, result } = await verify('--release', release, '--without', 'eu-central-1');
      expect([exitCode, result.gates?.length]).toEqual([0, 1]);
      expect(cloud.calls.filter(({ region }) => region === 'eu-central-1')).toEqual([]);
    } finally {
      cloud.restore('eu-central-1');
    }
  });

  test('refuses when a gate needs the release and neither a person nor a record names it, and when there is no gate', async () => {
    configure(health(), 'orders-elsewhere');
    const nameless = await runCli(['verify'], { cwd: folder, env });
    expect([nameless.exitCode, nameless.stderr + nameless.stdout]).toEqual([
      2,
      expect.stringContaining('health takes the release'),
    ]);
    cloud.clearCalls();
    configure('      []\n');
    const gateless = await runCli(['verify'], { cwd: folder, env });
    expect([gateless.exitCode, gateless.stderr + gateless.stdout]).toEqual([
      2,
      expect.stringContaining('prod has no gates'),
    ]);
    expect(cloud.calls).toEqual([]);
  });

  test('needs no release for gates that do not ask for it', async () => {
    configure(health(`"${release}"`));
    expect(await verify()).toMatchObject({ exitCode: 0 });
  });

  test('refuses an output that the template does not have, with its line', async () => {
    configure('      - { http: "${stacks.api.outputs.Uri}" }\n');
    const run = await runCli(['verify', '--output', 'json'], { cwd: folder, env });
    expect(run.exitCode).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({
      problems: [{ code: 'reference', location: { file: 'multi-region.yml', line: 8, column: 17 } }],
    });
  });

  test('as an action fails the step, annotates and writes a table', async () => {
    const run = await runAction({ command: 'verify', release: 'r-other' }, { cwd: folder, env });
    expect(run).toMatchObject({ exitCode: 1, outputs: { status: 'failed' } });
    expect(run.stdout).toMatch(/^::error title=gate health failed::eu-west-1: GET /m);
    expect(run.summary).toMatch(/## ❌ verify orders in prod: 2 fail/);
    expect(run.summary).toMatch(/\| eu-central-1 \| <code>health<\/code> \| after \| ❌ fail \|/);
  });
});

describe('a deployment', () => {
  test('goes on to the next wave only where the gates of the one before it pass', async () => {
    writeFileSync(join(folder, 'src/changed.mjs'), '// another release\n');
    configure(health('"never"'));
    const { exitCode, result } = await runJson(['deploy', '--yes'], { cwd: folder, env });
    expect([exitCode, result.status]).toEqual([1, 'failed']);
    expect(result.instances.map(({ target, state }) => [target, state])).toEqual([
      ['eu-west-1', 'succeeded'],
      ['eu-central-1', 'skipped'],
    ]);
    expect(result.gates).toMatchObject([{ gate: 'health', target: 'eu-west-1', moment: 'bake', verdict: 'fail' }]);

    configure(health());
    const good = await runJson(['deploy', '--yes', '--supersede'], { cwd: folder, env });
    expect([good.exitCode, good.result.gates?.map(({ target, verdict }) => [target, verdict])]).toEqual([
      0,
      regions.map((region) => [region, 'pass']),
    ]);
  });
});
