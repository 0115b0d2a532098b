import { expect, test } from '@jest/globals';
import { createPaces, executeStack, prepareStack } from '../../../src/stack/index.ts';
import type { StackRequest } from '../../../src/stack/model.ts';
import { createStackRoom, requestFor, type StackRoom, template } from '../../support/stack-room.ts';

const CHANGE_SET_MS = 5_000;
const STACK_MS = 20_000;
const NAMES = ['1', '2', '3', '4', '5', '6', '7', '8'];

interface Ended {
  /** When the change set was seen to be done, and when the stack was: milliseconds after they were. */
  readonly changeSetLateMs: number;
  readonly stackLateMs: number;
  /** Reads of the stack while the operation ran. */
  readonly polls: number;
}

function roomOf(names: readonly string[], pace = true): StackRoom {
  const options = { changeSetMs: CHANGE_SET_MS, resourceMs: STACK_MS };
  const room = createStackRoom(options, pace ? { pace: createPaces() } : {});
  for (const name of names) room.cloudformation.seed(`app-${name}`, { template: template('1') });
  return room;
}

function request(name: string, changes: Partial<StackRequest> = {}): StackRequest {
  return requestFor(template('2'), { instance: `app@${name}`, stackName: `app-${name}`, ...changes });
}

/** Plans all of them side by side, then executes them wave by wave. */
async function deploy(
  waves: readonly (readonly StackRequest[])[],
  room: StackRoom,
): Promise<ReadonlyMap<string, Ended>> {
  const begin = room.clock.now();
  const plans = new Map(
    await Promise.all(
      waves.flat().map(async (each) => {
        const preparation = await prepareStack(each, room.ports);
        if (preparation.kind !== 'change-set') throw new Error('expected a change set');
        return [each.stackName, { preparation, lateMs: room.clock.now() - begin - CHANGE_SET_MS }] as const;
      }),
    ),
  );
  const ended = new Map<string, Ended>();
  for (const wave of waves) {
    const start = room.clock.now();
    await Promise.all(
      wave.map(async (each) => {
        const plan = plans.get(each.stackName);
        if (plan === undefined) throw new Error('not planned');
        const outcome = await executeStack(each, plan.preparation, room.ports);
        const { stackId } = plan.preparation;
        const reads = room.cloudformation.calls.filter(({ action, at, request: asked }) => {
          const subject = typeof asked === 'object' ? JSON.stringify(asked) : String(asked);
          return at > start && ['describeStack', 'describeEvents'].includes(action) && subject.includes(stackId);
        });
        ended.set(each.stackName, {
          changeSetLateMs: plan.lateMs,
          stackLateMs: outcome.state === 'succeeded' ? room.clock.now() - start - STACK_MS : Number.NaN,
          polls: reads.length,
        });
      }),
    );
  }
  return ended;
}

const latest = (ended: ReadonlyMap<string, Ended>, key: keyof Ended): number =>
  Math.max(...[...ended.values()].map((each) => each[key]));

test('of eight targets side by side, the first end that is seen tells when to look at the others', async () => {
  const ended = await deploy([NAMES.map((name) => request(name))], roomOf(NAMES));
  expect(latest(ended, 'changeSetLateMs')).toBeLessThan(2_400 / 4);
  expect(latest(ended, 'stackLateMs')).toBeLessThan(3_000 / 4);
  expect(latest(ended, 'polls')).toBeLessThanOrEqual(STACK_MS / 2_000);
  const alone = await deploy([NAMES.map((name) => request(name))], roomOf(NAMES, false));
  expect(latest(ended, 'changeSetLateMs')).toBeLessThan(latest(alone, 'changeSetLateMs'));
});

test.each([3_000, 3_800, 4_600, 5_400, 6_200, 7_000])(
  'of eight change sets that take %d ms each the end is seen soon',
  async (changeSetMs) => {
    const room = createStackRoom({ changeSetMs }, { pace: createPaces() });
    for (const name of NAMES) room.cloudformation.seed(`app-${name}`, { template: template('1') });
    const ended = await deploy([NAMES.map((name) => request(name))], room);
    expect(latest(ended, 'changeSetLateMs') + CHANGE_SET_MS - changeSetMs).toBeLessThan(2_400 / 4);
  },
);

test('a wave learns from the one before it', async () => {
  const [first = '', ...others] = NAMES;
  const ended = await deploy([[request(first)], others.map((name) => request(name))], roomOf(NAMES));
  const second = new Map([...ended].filter(([name]) => name !== 'app-1'));
  expect(latest(second, 'stackLateMs')).toBeLessThan(3_000 / 4);
  expect(latest(second, 'polls')).toBeLessThanOrEqual(STACK_MS / 2_000);
});

test('a duration of last time that is far too short costs no poll more than one in two seconds', async () => {
  const ended = await deploy([NAMES.map((name) => request(name, { expectedMs: 300 }))], roomOf(NAMES));
  expect(latest(ended, 'polls')).toBeLessThanOrEqual(STACK_MS / 2_000);
  expect(latest(ended, 'stackLateMs')).toBeLessThan(3_000 / 4);
});

test.each([18_250, 20_000, 22_750])(
  'the duration of last time (%d ms) makes all of them look just when the end comes',
  async (stackMs) => {
    const options = { changeSetMs: CHANGE_SET_MS, resourceMs: stackMs };
    const room = createStackRoom(options, { pace: createPaces() });
    for (const name of NAMES) room.cloudformation.seed(`app-${name}`, { template: template('1') });
    const ended = await deploy([NAMES.map((name) => request(name, { expectedMs: stackMs * 1.015 }))], room);
    expect(latest(ended, 'stackLateMs') + STACK_MS - stackMs).toBeLessThan(100);
    expect(latest(ended, 'polls')).toBeLessThanOrEqual(stackMs / 2_000);
  },
);

test('targets whose ends lie far apart are not asked each time that one of them ends', async () => {
  const room = createStackRoom({ changeSetMs: CHANGE_SET_MS }, { pace: createPaces() });
  const seconds = [10, 12, 14, 16, 18, 20, 22, 300];
  const requests = seconds.map((each) => {
    room.cloudformation.seed(`app-${each}`, { template: template('1') });
    const slow = template('2', { Slow: { Type: 'AWS::X::Y', $ms: each * 1_000 } });
    return requestFor(slow, { instance: `app@${each}`, stackName: `app-${each}` });
  });
  const ended = await deploy([requests], room);
  expect(ended.get('app-300')?.polls).toBeLessThanOrEqual(300 / 2);
  expect(ended.get('app-22')?.polls).toBeLessThanOrEqual(22 / 2 + 2);
});

test('an end that is a failure tells the others nothing', async () => {
  const room = roomOf(['2']);
  room.cloudformation.seed('app-1', { template: template('1') });
  const failing = template('2', { Bad: { Type: 'AWS::X::Y', $ms: 2_000, $fail: 'no' } });
  const [bad, good] = [requestFor(failing, { instance: 'app@1', stackName: 'app-1' }), request('2')];
  const seen: number[] = [];
  const { pace } = room.ports;
  if (pace === undefined) throw new Error('no pace');
  pace('UPDATE of app')
    .join()
    .listen(() => seen.push(room.clock.now()));
  await deploy([[bad]], room);
  expect(seen).toEqual([]);
  await deploy([[good]], room);
  expect(seen).toHaveLength(1);
});
