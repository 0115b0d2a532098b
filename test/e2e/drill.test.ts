import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Refusal } from '../../src/report/run-result.ts';
import { makeReverter } from '../support/drill-reverter.ts';
import { failoverTemplate } from '../support/failover-app.ts';
import { type FailoverRoom, openFailoverRoom, PRIMARY, STANDBY } from '../support/failover-room.ts';
import { schemaErrors } from '../support/published-schema.ts';
import { runJson } from '../support/run-product.ts';

const HOUR = 3_600_000;
let room: FailoverRoom;
let beating: NodeJS.Timeout;

beforeAll(async () => {
  room = await openFailoverRoom();
  beating = setInterval(() => {
    // One that does not get through is older than it could be.
    for (const region of [PRIMARY, STANDBY]) room.heartbeats.beat(region).catch(() => undefined);
  });
  await makeReverter(room.cloud);
});
afterAll(async () => {
  clearInterval(beating);
  await room[Symbol.asyncDispose]();
});

const run = (...args: readonly string[]) => runJson(args, room.options);
const drill = (kind: string, ...args: readonly string[]) =>
  run('drill', '--kind', kind, '--to', STANDBY, '--reason', 'a test', '--confirm', STANDBY, ...args);
const activity = async () => (await run('status')).result.activity;

const problemsOf = ({ result }: { readonly result: object }) => (result as Partial<Refusal>).problems ?? [];

/** Who users are sent to, once that is so. */
async function servedBy(region: string): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    if ((await room.servedBy()) === region) return;
    await sleep(100);
  }
  throw new Error(`users are not sent to ${region}, but to ${await room.servedBy()}`);
}

test('a drill is over when traffic went there and back as users see it, and the next is due later', async () => {
  const ended = await drill('switchover');
  expect([ended.exitCode, ended.result.drill?.outcome, ended.result.drill?.why, problemsOf(ended)]).toEqual([
    0,
    'passed',
    undefined,
    [],
  ]);
  const { moves = [], returns = [] } = ended.result.drill ?? {};
  expect(moves.map(({ outcome, to }) => [outcome, to])).toEqual([
    ['verified', [STANDBY]],
    ['verified', [PRIMARY, STANDBY]],
  ]);
  expect(moves[0]?.rto.seconds).toEqual(expect.any(Number));
  expect(schemaErrors('drill-report', ended.result.drill)).toEqual([]);
  expect(returns).toMatchObject([{ region: STANDBY, by: STANDBY }]);
  room.checkHashes('drill-report');
  await servedBy(PRIMARY);
  // Nothing is left that could move traffic later.
  expect(await room.cloud.passTime(24 * HOUR)).toEqual({});
  expect(await activity()).toMatchObject({
    inactive: [],
    lastDrill: { kind: 'switchover', outcome: 'passed' },
    nextDrill: { overdue: false },
  });
});

test('an outage whose process is killed leaves users where they are served, also when the schedule strikes, and is ended by the next run', async () => {
  const killed = runJson(
    [
      'drill',
      '--kind',
      'outage',
      '--to',
      STANDBY,
      '--reason',
      'a test',
      '--confirm',
      STANDBY,
      '--hold',
      '1h',
      '--revert-after',
      '3h',
    ],
    {
      ...room.options,
      onStart: ({ kill, onOutput }) =>
        onOutput((text) => void (text.includes('99% of the probes are good') && kill('SIGKILL'))),
    },
  ).catch(() => undefined);
  await killed;
  await servedBy(STANDBY);
  room.app.write('template.yaml', failoverTemplate.replace('Outputs:', 'Outputs:\n  Mark: { Value: second }'));
  const refused = await run('deploy', '--yes', '--lock-wait', '0s');
  expect(problemsOf(refused)).toMatchObject([{ code: 'drill-open' }]);
  // The stop signal is taken away, and users still are not sent to what is broken.
  expect(Object.values(await room.cloud.passTime(4 * HOUR))).toEqual(['done']);
  await sleep(1_500);
  expect(await room.servedBy()).toBe(STANDBY);
  const ended = await run('drill', '--end', '--lock-wait', '0s');
  expect([ended.exitCode, ended.result.drill?.outcome, problemsOf(ended)]).toEqual([1, 'aborted', []]);
  await servedBy(PRIMARY);
  expect(ended.result.drill?.moves.at(-1)).toMatchObject({ outcome: 'verified', to: [PRIMARY, STANDBY] });
  expect(schemaErrors('drill-report', ended.result.drill)).toEqual([]);
});
