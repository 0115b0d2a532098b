import { jsonObject } from '../json.ts';
import { type JsonCallParts, jsonAnswer, jsonTarget, regionalUrl } from './json-call.ts';
import type { QueueDepth, QueueName } from './queues-port.ts';

const COUNTS = {
  visible: 'ApproximateNumberOfMessages',
  inFlight: 'ApproximateNumberOfMessagesNotVisible',
  delayed: 'ApproximateNumberOfMessagesDelayed',
} as const;

/**
 * The URL of a queue is put together, not asked for: `https://sqs.REGION.SUFFIX/ACCOUNT/NAME` (SQS Developer Guide, "Queue and
 * message identifiers"; API Reference, GetQueueAttributes).
 * @throws AwsError
 */
export async function queueDepth(
  { name, account }: Required<QueueName>,
  parts: JsonCallParts,
): Promise<QueueDepth | undefined> {
  const url = regionalUrl('/', 'sqs', 'sqs', parts);
  const answer = await jsonAnswer(
    { service: 'SQS', action: 'GetQueueAttributes', region: parts.region },
    {
      service: 'sqs',
      url,
      headers: jsonTarget('AmazonSQS.GetQueueAttributes', '1.0'),
      body: JSON.stringify({
        QueueUrl: new URL(`/${account}/${name}`, url).href,
        AttributeNames: Object.values(COUNTS),
      }),
    },
    parts,
    ['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue'],
  );
  if (answer === undefined) return undefined;
  const found = jsonObject(answer['Attributes']) ?? {};
  const count = (key: keyof typeof COUNTS): number => Number(found[COUNTS[key]] ?? 0);
  return { visible: count('visible'), inFlight: count('inFlight'), delayed: count('delayed') };
}
