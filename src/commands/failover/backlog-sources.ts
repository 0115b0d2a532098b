import type { MappedSource } from '../../aws/event-source-mappings-port.ts';
import { AwsError, type TargetSession } from '../../aws/ports.ts';
import { errorText, UserError } from '../../errors.ts';
import type { BacklogReading } from '../../failover/backlog.ts';
import { isNestedStack } from '../../template/locate-nested.ts';
import { resourcesOf } from './find-consumers.ts';

/** One queue or stream of a target. */
export interface BacklogSource {
  readonly target: string;
  readonly kind: 'queue' | 'stream' | 'other';
  /** "the queue orders", "the stream orders of worker". */
  readonly text: string;
  /** Of the queue or stream. */
  readonly name: string;
  /** Account that owns a queue, where it is known. */
  readonly account?: string;
  /** Function that reads a stream. */
  readonly functionName?: string;
  /** Whether somebody reads it now, as far as that can be told. */
  readonly running: boolean;
  /** Whether it is a consumer that runs only where the environment is active. */
  readonly marked: boolean;
}

type Ports = Pick<TargetSession, 'target' | 'cloudformation' | 'mappings' | 'queues' | 'monitoring'>;

/**
 * What functions of these stacks, and of those that they nest, read by event source mappings, and what these marked mappings
 * read; each once.
 * @throws AwsError
 */
export async function mappedSources(
  session: Ports,
  stackNames: readonly string[],
  marked: readonly string[],
): Promise<readonly BacklogSource[]> {
  const { target, mappings } = session;
  const found = (await Promise.all(stackNames.map((name) => mappingsOf(name, session)))).flat();
  const ids = [...new Set([...marked, ...found])];
  const sources = await Promise.all(
    ids.map(async (id) => {
      const source = await mappings.source(id);
      return source?.arn === undefined ? [] : [sourceOf(source, source.arn, target, marked.includes(id))];
    }),
  );
  return sources.flat();
}

async function mappingsOf(stack: string, session: Ports): Promise<readonly string[]> {
  const resources = await resourcesOf(stack, session.cloudformation);
  const inner = await Promise.all(
    resources.map(async ({ type, physicalId }) => {
      if (physicalId === undefined) return [];
      if (type === 'AWS::Lambda::EventSourceMapping') return [physicalId];
      return isNestedStack(type) ? mappingsOf(physicalId, session) : [];
    }),
  );
  return inner.flat();
}

function sourceOf({ state, functionName }: MappedSource, arn: string, target: string, marked: boolean): BacklogSource {
  // arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE; a stream of DynamoDB is table/NAME/stream/LABEL.
  const [, , service = '', , account = '', resource = ''] = arn.split(':');
  const common = { target, running: state !== 'disabled', marked };
  if (service === 'sqs') return { ...common, kind: 'queue', name: resource, text: `the queue ${resource}`, account };
  const name = resource.split('/')[1] ?? resource;
  const kind = service === 'kinesis' || service === 'dynamodb' ? 'stream' : 'other';
  return { ...common, kind, name, text: `the stream ${name} of ${functionName}`, functionName };
}

/** A queue that the configuration names: by its name, its URL or its ARN. */
export function namedQueue(text: string, target: string): BacklogSource {
  const parts = text.startsWith('arn:') ? text.split(':').slice(-2) : text.split('/').slice(-2);
  const name = parts.at(-1) ?? text;
  const [account = ''] = parts.length > 1 ? parts : [];
  const owner = /^\d{12}$/.test(account) && { account };
  return { target, kind: 'queue', name, text: `the queue ${name}`, running: true, marked: false, ...owner };
}

/** `IteratorAge` comes a minute or two late, and only while records are read. */
const LOOK_BACK_MS = 5 * 60_000;

/** How much waits there. What cannot be read is a reading too. @param now milliseconds since the epoch */
export async function readSource(source: BacklogSource, session: Ports, now: number): Promise<BacklogReading> {
  const about = { target: source.target, source: source.text };
  try {
    if (source.kind === 'queue') {
      const { name, account } = source;
      const depth = await session.queues.depth({ name, ...(account !== undefined && { account }) });
      if (depth === undefined) return { ...about, kind: 'unknown', why: 'there is no such queue' };
      return { ...about, kind: 'queue', messages: depth.visible + depth.inFlight + depth.delayed };
    }
    if (source.kind === 'other')
      return { ...about, kind: 'unknown', why: 'sources of this kind are not looked at', idle: true };
    const FunctionName = source.functionName ?? '';
    const [series] = await session.monitoring.metricData(
      [
        {
          id: 'age',
          // Lambda Developer Guide, "Types of metrics": milliseconds, by function; of the slowest of its streams.
          source: {
            namespace: 'AWS/Lambda',
            metric: 'IteratorAge',
            dimensions: { FunctionName },
            statistic: 'Maximum',
          },
          periodSeconds: 60,
          returned: true,
        },
      ],
      now - LOOK_BACK_MS,
      now,
    );
    const newest = series?.points.at(-1);
    if (newest === undefined) {
      return {
        ...about,
        kind: 'unknown',
        why: `there is no IteratorAge of the last ${LOOK_BACK_MS / 60_000} minutes`,
        idle: true,
      };
    }
    return { ...about, kind: 'stream', ageMs: newest.value };
  } catch (error) {
    if (!(error instanceof AwsError) && !(error instanceof UserError)) throw error;
    return { ...about, kind: 'unknown', why: errorText(error) };
  }
}
