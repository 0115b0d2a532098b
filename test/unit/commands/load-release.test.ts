import { describe, expect, test } from '@jest/globals';
import { loadRelease } from '../../../src/commands/deploy/load-release.ts';
import type { RunContext } from '../../../src/context.ts';
import { storeRelease } from '../../../src/release/manifest.ts';
import type { Environment, Target } from '../../../src/topology/model.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { environment } from '../../support/topology.ts';
import { packagedStack, releaseOf, session } from '../release/support.ts';

const release = releaseOf(packagedStack('Resources: { T: { Type: AWS::SNS::Topic } }'));
const bare = environment([{ name: 'wave-1', targets: ['eu-west-1', 'eu-central-1', 'us-west-2'] }]);
const whole: Environment = {
  ...bare,
  instances: bare.instances.map((instance) => ({
    ...instance,
    settings: { ...instance.settings, artifactBucket: 'artifacts-${region}' },
  })),
};
const [first, second] = whole.targets as readonly [Target, Target, Target];

/** Buckets of the targets; those named have the release. */
async function world(...holders: readonly string[]) {
  const asked: string[] = [];
  const sessions = new Map(
    whole.targets.map(({ region }) => {
      const storage = createMemoryStorage({ [`artifacts-${region}`]: { region } });
      return [region, session(storage, { target: region, region })] as const;
    }),
  );
  for (const region of holders) {
    const storage = sessions.get(region)?.storage;
    if (storage !== undefined)
      await storeRelease({ storage, bucket: `artifacts-${region}`, application: 'orders' }, release);
  }
  const open = ({ region }: Target) => {
    asked.push(region);
    return sessions.get(region);
  };
  return { asked, context: { aws: { session: open }, report: () => undefined } as unknown as RunContext };
}

const search = (...silent: readonly string[]) => ({ whole, reachable: [second], silent: new Set(silent) });

describe('an earlier release', () => {
  test('is found where it was made, though another target is asked first', async () => {
    const { context, asked } = await world('eu-west-1');
    expect(await loadRelease(release.id, search(), context)).toMatchObject({ bucket: 'artifacts-eu-west-1' });
    expect(asked[0]).toBe(second.name);
  });

  test('is taken from where it was deployed when its first bucket may not be called', async () => {
    const { context, asked } = await world('eu-west-1', 'eu-central-1');
    const found = await loadRelease(release.id, search(first.name), context);
    expect([found.bucket, found.release]).toEqual(['artifacts-eu-central-1', release]);
    expect(asked).not.toContain(first.region);
  });

  test('that is nowhere else is not known, and who was not asked is named', async () => {
    const { context, asked } = await world('eu-west-1');
    await expect(loadRelease(release.id, search(first.name), context)).rejects.toMatchObject({
      code: 'release-unknown',
      message: expect.stringMatching(/buckets of eu-central-1, us-west-2; eu-west-1 could not be asked$/),
    });
    expect(asked).not.toContain(first.region);
  });
});
