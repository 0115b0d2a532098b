import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Heartbeats } from './heartbeats-port.ts';

/**
 * The Heartbeats port on the SDK, which loads with the first question.
 * @param serverTime when an answer was given, by the clock of who gave it
 */
export function createHeartbeats(
  client: () => Promise<DynamoDBClient>,
  serverTime: (output: object) => number | undefined,
): Heartbeats {
  return {
    async newest(table, region) {
      const [{ GetItemCommand }, dynamodb] = await Promise.all([import('@aws-sdk/client-dynamodb'), client()]);
      // Consistent within the region that is asked: what arrived there, not what one of its copies has seen.
      const answer = await dynamodb.send(
        new GetItemCommand({ TableName: table, Key: { source: { S: region } }, ConsistentRead: true }),
      );
      const at = Number(answer.Item?.['at']?.N);
      const now = serverTime(answer);
      return { ...(Number.isFinite(at) && { at }), ...(now !== undefined && { now }) };
    },
  };
}
