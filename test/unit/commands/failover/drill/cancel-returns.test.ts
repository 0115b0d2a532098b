import { expect, test } from '@jest/globals';
import { cancelReturns } from '../../../../../src/commands/failover/drill/cancel-returns.ts';

const at = '2026-01-05T08:00:00.000Z';
const due = Date.parse(at);
const gone = { name: 's', region: 'eu-central-1', by: 'central', at };

test('a schedule of a target that is no more counts as long as it may strike, and keeps nobody from drills for ever', async () => {
  const left = (now: number) => cancelReturns([gone], () => undefined, now);
  const refused = { code: 'drill-return-scheduled' };
  await expect(left(due - 3_600_000)).rejects.toMatchObject(refused);
  // It is called within its minute, and tried again for five.
  await expect(left(due + 359_000)).rejects.toMatchObject(refused);
  await expect(left(due + 360_000)).resolves.toBeUndefined();
});

test('a schedule that can be reached is deleted whatever its time, and counts while that fails', async () => {
  const names: string[] = [];
  const reached = async (name: string) => names.push(name) > 0;
  await cancelReturns([gone], () => ({ delete: reached }), due + 360_000);
  expect(names).toEqual(['s']);
  const silent = () => ({ delete: () => Promise.reject(new Error('no answer')) });
  await expect(cancelReturns([gone], silent, due + 360_000)).rejects.toThrow('no answer');
});
