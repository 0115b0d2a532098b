import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { allFixtures, type Fixture, fixtures } from '../fixtures/index.ts';
import { deployWith, type EngineName, mainWith } from '../support/deploy-fixture.ts';
import { provisionedSam, temporaryFolder } from '../support/sam-cli.ts';
import { type StackSnapshot, snapshotStack } from '../support/stack-snapshot.ts';

/** Each engine has an account of its own; what is alike in both is compared. */
const accounts: Readonly<Record<EngineName, string>> = { changeset: '111111111111', sam: '222222222222' };
const engines = ['changeset', 'sam'] as const;
const regions = ['eu-west-1', 'eu-central-1'] as const;
let cloud: Cloud;
let path: string;

beforeAll(async () => {
  [cloud, { path }] = await Promise.all([startCloud({ regions }), provisionedSam()]);
});
afterAll(() => cloud?.stop());

const read = (engine: EngineName, stackName: string, region: string): Promise<StackSnapshot> =>
  snapshotStack(stackName, { endpoint: cloud.url, account: accounts[engine], region });

async function deployBoth(fixture: Fixture, kind: 'parameters' | 'changed', where: readonly string[]): Promise<void> {
  const [stack] = fixture.stacks;
  if (stack === undefined) throw new Error(`${fixture.name} has no stack`);
  await using temporary = await temporaryFolder();
  const run = {
    source: fixture.directory,
    template: 'template.yaml',
    stackName: fixture.name,
    regions: where,
    parameters: stack[kind],
    tags: { application: fixture.name, owner: 'Jane Doe' },
    build: built.includes(fixture),
    folder: temporary.path,
    path,
  };
  await Promise.all(
    engines.map(async (engine) => {
      const { exitCode, output } = await deployWith({ ...run, engine, account: accounts[engine] }, cloud);
      if (exitCode !== 0) throw new Error(`engine ${engine} ended with ${exitCode}:\n${output}`);
    }),
  );
}

/** Building takes longer than all the rest, and every function here would be copied: once is enough. */
const built: readonly Fixture[] = [fixtures.httpApi];
/** Deployed once more with other parameters: an alias moves, a condition turns, children change, a resource is replaced. */
const changing: readonly Fixture[] = [fixtures.httpApi, fixtures.regions, fixtures.nested, fixtures.stateful];
const single = allFixtures.filter(({ stacks }) => stacks.length === 1);

describe.each(single)('both engines reach the same stack: $name', (fixture) => {
  // Only a template that tells regions apart needs a second one.
  const where = fixture === fixtures.regions ? regions : regions.slice(0, 1);

  const kinds = changing.includes(fixture) ? (['parameters', 'changed'] as const) : (['parameters'] as const);
  test.each<'parameters' | 'changed'>(kinds)('deployed with its %s', async (kind) => {
    await deployBoth(fixture, kind, where);
    for (const region of where) {
      const [ours, sams] = await Promise.all(engines.map((engine) => read(engine, fixture.name, region)));
      expect(ours).toEqual(sams);
      expect(ours?.parameters).toMatchObject(fixture.stacks[0]?.[kind] ?? {});
      if (region === regions[0])
        expect(Object.keys(ours?.outputs ?? {})).toEqual([...(fixture.stacks[0]?.outputs ?? [])].sort());
    }
  });
});

test('both engines reach the same stacks: data in the home region, API in both, outputs passed on', async () => {
  await using temporary = await temporaryFolder();
  await Promise.all(
    engines.map(async (engine) => {
      const folder = join(temporary.path, engine);
      await cp(fixtures.dataAndApi.directory, folder, { recursive: true });
      const file = join(folder, 'multi-region.yml');
      const config = await readFile(file, 'utf8');
      await writeFile(file, config.replace('    home:', `    engine: ${engine}\n    home:`));
      const env = { ...cloud.env(accounts[engine]), PATH: path, SAM_CLI_POLL_DELAY: '0.2' };
      const args = ['deploy', '--config', 'multi-region.yml', '--build', 'never', '--yes'];
      const { exitCode, output } = await mainWith(args, { cwd: folder, env });
      if (exitCode !== 0) throw new Error(`engine ${engine} ended with ${exitCode}:\n${output}`);
    }),
  );
  for (const [stackName, region] of [
    ['shop-data', regions[0]],
    ['shop-api', regions[0]],
    ['shop-api', regions[1]],
  ] as const) {
    const [ours, sams] = await Promise.all(engines.map((engine) => read(engine, stackName, region)));
    // Each engine has a release of its own, and a table with a generated name.
    expect(withoutChance(ours)).toEqual(withoutChance(sams));
  }
  const { parameters } = await read('changeset', 'shop-api', regions[1]);
  expect(parameters).toMatchObject({
    TableRegion: regions[0],
    TableName: expect.stringMatching(/^shop-data-OrdersTable-/),
  });
});

function withoutChance(stack: StackSnapshot | undefined): StackSnapshot | undefined {
  if (stack === undefined) return undefined;
  const { TableName, ...rest } = stack.parameters;
  const table = TableName?.replace(/-[0-9A-F]+$/, '-<generated>');
  return {
    ...stack,
    parameters: {
      ...rest,
      ...(table !== undefined && { TableName: table }),
      ...(rest['Release'] !== undefined && { Release: '<release>' }),
    },
  };
}
