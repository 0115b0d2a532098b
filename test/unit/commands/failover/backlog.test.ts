import { describe, expect, test } from '@jest/globals';
import type { MappedSource } from '../../../../src/aws/event-source-mappings-port.ts';
import type { MetricQuery } from '../../../../src/aws/monitoring-ports.ts';
import { AwsError } from '../../../../src/aws/ports.ts';
import { openBacklog } from '../../../../src/commands/failover/backlog.ts';
import { namedQueue } from '../../../../src/commands/failover/backlog-sources.ts';
import type { RunContext } from '../../../../src/context.ts';
import type { StoredPlan } from '../../../../src/failover/plan.ts';
import type { RunEvent } from '../../../../src/report/events.ts';
import type { Environment } from '../../../../src/topology/model.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const ARN = 'arn:aws:sqs:eu-west-1:111111111111';
const STREAM = 'arn:aws:dynamodb:eu-west-1:111111111111:table/orders/stream/2026-01-01T00:00:00.000';
type Mappings = Readonly<Record<string, MappedSource>>;

interface World {
  /** By target; all are of its one stack. */
  readonly mappings: Readonly<Record<string, Mappings>>;
  /** Messages by queue; none: it cannot be read. */
  readonly queues: Readonly<Record<string, number>>;
  /** Of what is read from a stream, in milliseconds. */
  readonly age?: number;
  /** Of the oldest message of a queue, in seconds. */
  readonly oldest?: number;
  /** Milliseconds that are waited. */
  readonly wait?: number;
  /** Marked mappings, by target. */
  readonly marked?: Readonly<Record<string, readonly string[]>>;
  readonly where?: 'every-active' | 'one-active';
  readonly named?: readonly string[];
}

const BEGAN = Date.UTC(2026, 0, 5);
const UNKNOWN =
  '(failover.backlog.max-messages); how old the oldest is, is not known: CloudWatch has no ApproximateAgeOfOldestMessage of the last 5 minutes';

const mapping = (state: MappedSource['state'], arn = `${ARN}:orders`): MappedSource => ({
  state,
  arn,
  functionName: 'worker',
});

async function open({ mappings, queues, age, oldest, marked, where = 'every-active', named = [], wait = 0 }: World) {
  const targets = ['west', 'central'].map((name) => ({ name }));
  const instances = targets.map((target) => ({ target, stack: { stackName: 'shop' } }));
  const backlog = { queues: named, maxMessages: 0, maxAgeMs: 60_000, waitMs: wait };
  const clock = createVirtualClock(BEGAN);
  const environment = { targets, instances, failover: { backlog, mechanism: { kind: 'weights' } } };
  const events: RunEvent[] = [];
  const session = ({ name }: { readonly name: string }) => ({
    target: name,
    account: async () => '111111111111',
    cloudformation: {
      listStackResources: async () =>
        Object.keys(mappings[name] ?? {}).map((physicalId) => ({
          physicalId,
          type: 'AWS::Lambda::EventSourceMapping',
        })),
    },
    mappings: { source: async (id: string) => mappings[name]?.[id] },
    queues: {
      depth: async ({ name: queue }: { readonly name: string }) => {
        const visible = queues[queue];
        if (visible !== undefined) return { visible, inFlight: 1, delayed: 1 };
        throw new AwsError({
          kind: 'denied',
          code: 'AccessDenied',
          message: 'no',
          service: 'SQS',
          action: 'a',
          region: 'r',
        });
      },
    },
    monitoring: {
      metricData: async ([query]: readonly MetricQuery[]) => {
        const metric = query !== undefined && 'metric' in query.source ? query.source.metric : '';
        const value = { IteratorAge: age, ApproximateAgeOfOldestMessage: oldest }[metric];
        return [{ id: 'age', points: value === undefined ? [] : [{ at: clock.now(), value }] }];
      },
    },
  });
  const context = {
    aws: { session },
    clock,
    signal: new AbortController().signal,
    report: (event: RunEvent) => void events.push(event),
  };
  const consumers = marked && {
    where,
    targets: Object.fromEntries(
      Object.entries(marked).map(([name, ids]) => [name, ids.map((id) => ({ kind: 'mapping', id }))]),
    ),
  };
  const opened = await openBacklog(
    { returning: 'west', before: { inactive: ['west'] }, move: { inactive: [] } },
    { consumers } as unknown as StoredPlan,
    environment as unknown as Environment,
    context as unknown as RunContext,
  );
  const problems = (await opened.before(true)).map(({ message }) => message);
  const started = await opened.started?.(context.signal);
  const seconds = (clock.now() - BEGAN) / 1000;
  const notes = events.flatMap((event) => (event.type === 'note' ? [event.text] : []));
  return { problems, notes, seconds, started: opened.started === undefined ? 'nothing' : (started ?? 'worked off') };
}

describe('before a region returns', () => {
  test('everything that waits in a queue counts that a function reads there', async () => {
    const { problems, started } = await open({ mappings: { west: { a: mapping('enabled') } }, queues: { orders: 5 } });
    expect([problems, started]).toEqual([
      [`the queue orders in west has 7 messages, and 0 are allowed ${UNKNOWN}`],
      'nothing',
    ]);
  });

  test('what only its own consumers will read is judged once they run', async () => {
    const world = { mappings: { west: { a: mapping('disabled') } }, marked: { west: ['a'] } };
    expect(await open({ ...world, queues: { orders: 5 } })).toMatchObject({
      problems: [],
      started: `the queue orders in west has 7 messages, and 0 are allowed ${UNKNOWN}. It was waited 0 s for it (failover.backlog.wait)`,
    });
    expect(await open({ ...world, queues: { orders: -2 } })).toMatchObject({ problems: [], started: 'worked off' });
  });

  test('but it must be readable before anything is moved', async () => {
    const world = { mappings: { west: { a: mapping('disabled') } }, marked: { west: ['a'] }, queues: {} };
    expect((await open(world)).problems).toEqual([
      expect.stringMatching(/the backlog of the queue orders in west is not known: /),
    ]);
  });

  test('what nobody reads is told, and keeps nobody from returning', async () => {
    const told = await open({ mappings: { west: { a: mapping('disabled') } }, queues: { orders: 5 } });
    expect(told).toMatchObject({
      problems: [],
      notes: ['the queue orders in west has 7 messages, and no function reads it'],
      started: 'nothing',
    });
  });

  test('where one region alone consumes, that of the other must be worked off, because its consumers stop', async () => {
    const world = {
      mappings: {
        west: { a: mapping('disabled', `${ARN}:west`) },
        central: { b: mapping('enabled', `${ARN}:central`) },
      },
      marked: { west: ['a'], central: ['b'] },
      queues: { west: -2, central: 1 },
    };
    expect((await open({ ...world, where: 'one-active' })).problems).toEqual([
      `the queue central in central has 3 messages, and 0 are allowed ${UNKNOWN}`,
    ]);
    expect((await open(world)).problems).toEqual([]);
  });

  test('a stream is judged by the age of what is read, where that is known', async () => {
    const world = { mappings: { west: { a: mapping('enabled', STREAM) } }, queues: {} };
    expect((await open({ ...world, age: 90_000 })).problems).toEqual([
      'the stream orders of worker in west is 90 s behind, and 60 s (failover.backlog.max-age) are allowed',
    ]);
    expect(await open(world)).toMatchObject({ problems: [], notes: [expect.stringContaining('was not measured')] });
  });

  test('what is read for the first time since a moment is not known yet, and then it is', async () => {
    const marked = { west: ['a'] };
    const starts = { mappings: { west: { a: mapping('disabled', STREAM) } }, queues: {}, marked };
    const { started, seconds, notes } = await open(starts);
    expect([started, seconds, notes.length]).toEqual(['worked off', 180, 1]);
    expect(await open({ ...starts, age: 10 })).toMatchObject({ started: 'worked off', seconds: 0, notes: [] });
    // A run before this one started it, and was killed.
    const runs = { ...starts, mappings: { west: { a: { ...mapping('enabled', STREAM), changedAt: BEGAN } } } };
    expect(await open(runs)).toMatchObject({ problems: [], seconds: 180 });
  });

  test('a queue that users fill all the time is worked off when nothing is left that waited', async () => {
    const world = { mappings: { west: { a: mapping('enabled') } }, queues: { orders: 5 } };
    expect((await open({ ...world, oldest: 60 })).problems).toEqual([]);
    expect((await open({ ...world, oldest: 61 })).problems).toHaveLength(1);
    const starts = { ...world, mappings: { west: { a: mapping('disabled') } }, marked: { west: ['a'] } };
    expect((await open({ ...starts, oldest: 61 })).started).toContain('or came since its consumers run');
    // The metric is a minute old or more when the oldest came after they ran.
    const late = await open({ ...starts, oldest: 100, wait: 300_000 });
    expect([late.started, late.seconds]).toEqual(['worked off', 102]);
  });

  test('what is young enough and stays behind where consumers stop is told', async () => {
    const world = {
      mappings: { central: { b: mapping('enabled', `${ARN}:central`) } },
      marked: { west: [], central: ['b'] },
      queues: { central: 1 },
      where: 'one-active',
    } as const;
    expect(await open({ ...world, oldest: 5 })).toMatchObject({
      problems: [],
      notes: ['the queue central in central has 3 messages, and no function reads it once its consumers stop'],
    });
    expect((await open(world)).notes).toEqual([]);
  });

  test('queues that the configuration names are looked at once, also when a function reads them', async () => {
    const named = ['orders', 'https://sqs.eu-west-1.amazonaws.com/222222222222/mails'];
    const world = { mappings: { west: { a: mapping('enabled') } }, queues: { orders: 0, mails: 0 }, named };
    expect((await open(world)).problems).toEqual([
      `the queue orders in west has 2 messages, and 0 are allowed ${UNKNOWN}`,
      'the queue mails in west has 2 messages, and 0 are allowed (failover.backlog.max-messages); how old the oldest is, is not known: the queue is of the account 222222222222, whose metrics are not looked at',
    ]);
  });

  test('a queue of another account is not judged by the metric of one here that has its name', async () => {
    const other = 'arn:aws:sqs:eu-west-1:222222222222:orders';
    const world = { mappings: { west: { a: mapping('enabled', other) } }, queues: { orders: 5 }, oldest: 5 };
    expect((await open(world)).problems).toEqual([expect.stringContaining('is of the account 222222222222')]);
    const own = { ...world, mappings: { west: { a: mapping('enabled') } }, named: [other] };
    expect((await open(own)).problems).toEqual([expect.stringContaining('is of the account 222222222222')]);
  });
});

test.each([
  ['orders', 'orders', undefined],
  [`${ARN}:orders.fifo`, 'orders.fifo', '111111111111'],
  ['https://sqs.eu-west-1.amazonaws.com/111111111111/orders', 'orders', '111111111111'],
])('a queue may be named as %s', (text, name, account) => {
  const { account: found, ...queue } = namedQueue(text, 'west');
  expect([queue.name, found]).toEqual([name, account]);
});
