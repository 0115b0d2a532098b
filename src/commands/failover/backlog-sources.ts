import type { MappedSource } from '../../aws/event-source-mappings-port.ts';
import type { TargetSession } from '../../aws/ports.ts';
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
  /** Milliseconds since the epoch at which the mapping was changed, or its state was. */
  readonly changedAt?: number;
}

type Ports = Pick<TargetSession, 'target' | 'cloudformation' | 'mappings'>;

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

function sourceOf(
  { state, functionName, changedAt }: MappedSource,
  arn: string,
  target: string,
  marked: boolean,
): BacklogSource {
  // arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE; a stream of DynamoDB is table/NAME/stream/LABEL.
  const [, , service = '', , account = '', resource = ''] = arn.split(':');
  const common = { target, running: state !== 'disabled', marked, ...(changedAt !== undefined && { changedAt }) };
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
