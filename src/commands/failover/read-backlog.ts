import { AwsError, type TargetSession } from '../../aws/ports.ts';
import { errorText, UserError } from '../../errors.ts';
import type { BacklogReading } from '../../failover/backlog.ts';
import type { BacklogSource } from './backlog-sources.ts';

type Ports = Pick<TargetSession, 'account' | 'queues' | 'monitoring'>;

const PERIOD_MS = 60_000;
/** Metrics come a minute or two late, and `IteratorAge` only while records are read. */
const LOOK_BACK_MS = 5 * PERIOD_MS;
/** So long after a consumer started there may be no `IteratorAge` although it reads: a period, and two minutes late. */
const SILENT_MS = 3 * PERIOD_MS;

/**
 * How much waits there. What cannot be read is a reading too.
 * @param now milliseconds since the epoch
 * @param startedAt milliseconds since the epoch at which its consumer was started; absent: when its mapping was changed last
 */
export async function readSource(
  source: BacklogSource,
  session: Ports,
  now: number,
  startedAt?: number,
): Promise<BacklogReading> {
  const about = { target: source.target, source: source.text };
  try {
    if (source.kind === 'other')
      return { ...about, kind: 'unknown', why: 'sources of this kind are not looked at', idle: true };
    if (source.kind === 'stream') return { ...about, ...(await streamAge(source, session, now, startedAt)) };
    const { name, account } = source;
    const [depth, oldest] = await Promise.all([
      session.queues.depth({ name, ...(account !== undefined && { account }) }),
      oldestMessage(name, account, session, now),
    ]);
    if (depth === undefined) return { ...about, kind: 'unknown', why: 'there is no such queue' };
    return { ...about, kind: 'queue', messages: depth.visible + depth.inFlight + depth.delayed, oldest };
  } catch (error) {
    if (!(error instanceof AwsError) && !(error instanceof UserError)) throw error;
    return { ...about, kind: 'unknown', why: errorText(error) };
  }
}

type StreamAge =
  | { readonly kind: 'stream'; readonly ageMs: number }
  | { readonly kind: 'unknown'; readonly why: string; readonly idle: true; readonly knownFrom?: number };

async function streamAge(
  { functionName = '', changedAt }: BacklogSource,
  session: Ports,
  now: number,
  startedAt = changedAt,
): Promise<StreamAge> {
  // What was told before it was started says nothing of what waits since.
  const since = Math.max(now - LOOK_BACK_MS, startedAt === undefined ? 0 : startedAt - (startedAt % PERIOD_MS));
  // Lambda Developer Guide, "Types of metrics": milliseconds, by function; of the slowest of its streams.
  const metric = { namespace: 'AWS/Lambda', metric: 'IteratorAge', dimensions: { FunctionName: functionName } };
  const newest = await newestPoint(metric, since, now, session);
  if (newest !== undefined) return { kind: 'stream', ageMs: newest.value };
  const why = `there is no IteratorAge since ${new Date(since).toISOString()}`;
  return { kind: 'unknown', why, idle: true, ...(startedAt !== undefined && { knownFrom: startedAt + SILENT_MS }) };
}

/** How old the oldest message is; text: why that is not known, which alone keeps nobody from counting messages. */
async function oldestMessage(
  QueueName: string,
  owner: string | undefined,
  session: Ports,
  now: number,
): Promise<Extract<BacklogReading, { readonly kind: 'queue' }>['oldest']> {
  // SQS Developer Guide, "Available CloudWatch metrics": seconds, of the oldest message that was not deleted.
  const metric = { namespace: 'AWS/SQS', metric: 'ApproximateAgeOfOldestMessage', dimensions: { QueueName } };
  try {
    // CloudWatch tells of queues by their name alone: there may be one of the same name here.
    if (owner !== undefined && owner !== (await session.account()))
      return `the queue is of the account ${owner}, whose metrics are not looked at`;
    const newest = await newestPoint(metric, now - LOOK_BACK_MS, now, session);
    if (newest !== undefined) return { at: newest.at, ageMs: newest.value * 1000 };
    return `CloudWatch has no ApproximateAgeOfOldestMessage of the last ${LOOK_BACK_MS / 60_000} minutes`;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return errorText(error);
  }
}

async function newestPoint(
  metric: {
    readonly namespace: string;
    readonly metric: string;
    readonly dimensions: Readonly<Record<string, string>>;
  },
  since: number,
  now: number,
  { monitoring }: Ports,
): Promise<{ readonly at: number; readonly value: number } | undefined> {
  const source = { ...metric, statistic: 'Maximum' };
  const query = { id: 'age', source, periodSeconds: PERIOD_MS / 1000, returned: true };
  const [series] = await monitoring.metricData([query], since, now);
  return series?.points.at(-1);
}
