import { expect, test } from '@jest/globals';
import { recordInventory } from '../../../src/commands/deploy/record-inventory.ts';
import type { RunContext } from '../../../src/context.ts';
import { openInventory, readInventory } from '../../../src/records/inventory.ts';
import { instanceResult } from '../../../src/rollout/results.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { environment } from '../../support/topology.ts';

test('the inventory notes with what settings a stack was deployed, for the day that the configuration forgets it', async () => {
  const whole = environment([{ name: 'wave-1', targets: ['eu-west-1', 'eu-central-1'] }]);
  const [first, second] = whole.instances.map((instance, index) => ({
    ...instance,
    settings: index === 0 ? { ...instance.settings, serviceRole: 'role', artifactBucket: 'own' } : instance.settings,
  }));
  if (first === undefined || second === undefined) throw new Error('two instances');
  const storage = createMemoryStorage({ bucket: { region: 'eu-west-1' } });
  const place = { storage, bucket: 'bucket', application: 'orders', environment: 'prod' };
  const results = [first, second].map((instance) =>
    instanceResult(
      instance,
      { name: 'wave-1' },
      {
        state: 'no-change',
        stackId: 'arn:aws:cloudformation:eu-west-1:111111111111:stack/orders-app/1',
        failures: [],
        fix: [],
        outputs: {},
      },
    ),
  );
  const context = { signal: new AbortController().signal, report: () => undefined } as unknown as RunContext;
  const known = { ...(await openInventory(place)), place };
  const chosen = { whole: { ...whole, instances: [first, second] }, excluded: new Set<string>() };
  await recordInventory(chosen, results, known, context);
  expect(await readInventory(place)).toMatchObject([
    { instance: 'app@eu-central-1', account: '111111111111', settings: {} },
    { instance: 'app@eu-west-1', settings: { serviceRole: 'role', artifactBucket: 'own' } },
  ]);
});
