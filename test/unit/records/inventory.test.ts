import { expect, test } from '@jest/globals';
import {
  type InventoryEntry,
  type InventoryPlace,
  openInventory,
  readInventory,
  updateInventory,
} from '../../../src/records/inventory.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';

function place(): InventoryPlace & { readonly storage: ReturnType<typeof createMemoryStorage> } {
  return {
    storage: createMemoryStorage({ bucket: { region: 'eu-west-1' } }),
    bucket: 'bucket',
    application: 'orders',
    environment: 'prod',
  };
}

function entry(target: string, tookMs?: readonly number[]): InventoryEntry {
  const base = { instance: `api@${target}`, stackName: 'orders-api', target, region: target, account: '111111111111' };
  return tookMs === undefined ? base : { ...base, tookMs };
}

test('what was deployed stays known until it is removed', async () => {
  const at = place();
  await updateInventory(at, { add: [entry('eu-west-1'), entry('eu-central-1')] });
  await updateInventory(at, { add: [entry('us-west-2')], remove: new Set(['api@eu-west-1']) });
  expect((await readInventory(at)).map(({ target }) => target)).toEqual(['eu-central-1', 'us-west-2']);
});

test('the last five durations are kept, and a run without changes adds none', async () => {
  const at = place();
  for (const ms of [1, 2, 3, 4, 5, 6]) await updateInventory(at, { add: [entry('eu-west-1', [ms])] });
  await updateInventory(at, { add: [entry('eu-west-1')] });
  expect((await readInventory(at))[0]?.tookMs).toEqual([2, 3, 4, 5, 6]);
});

test('two runs that end at once both get their entries in', async () => {
  const at = place();
  await Promise.all([
    updateInventory(at, { add: [entry('eu-west-1')] }),
    updateInventory(at, { add: [entry('eu-central-1')] }),
  ]);
  expect(await readInventory(at)).toHaveLength(2);
});

test('what was read when the run began is written over without reading it again, and read again where others wrote', async () => {
  const at = place();
  await updateInventory(at, { add: [entry('eu-west-1')] });
  const known = await openInventory(at);
  let reads = 0;
  const getText: typeof at.storage.getText = (...asked) => {
    reads += 1;
    return at.storage.getText(...asked);
  };
  const watched = { ...at, storage: { ...at.storage, getText } };
  await updateInventory(watched, { add: [entry('eu-central-1')] }, known);
  expect(reads).toBe(0);
  await updateInventory(watched, { add: [entry('us-west-2')] }, known);
  expect(reads).toBe(1);
  expect(await readInventory(at)).toHaveLength(3);
});

test('an inventory of a newer version is refused, a damaged one is begun anew', async () => {
  const at = place();
  const key = 'sam-multi-region/inventory/orders/prod.json';
  await at.storage.putText('bucket', key, '{"version":2,"entries":[]}');
  await expect(readInventory(at)).rejects.toMatchObject({ code: 'inventory-newer' });
  await at.storage.putText('bucket', key, 'not json');
  await updateInventory(at, { add: [entry('eu-west-1')] });
  expect(await readInventory(at)).toEqual([entry('eu-west-1')]);
});
