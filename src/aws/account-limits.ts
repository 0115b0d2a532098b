import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { jsonObject } from '../json.ts';
import { type JsonCallParts, jsonAnswer, regionalUrl } from './json-call.ts';
import type { AccountLimits } from './readiness-ports.ts';

/** API Gateway API Reference (V1), GetAccount: REST, HTTP and WebSocket APIs share it. @throws AwsError */
export async function apiThrottle(parts: JsonCallParts): Promise<AccountLimits> {
  const { region } = parts;
  const called = { service: 'ApiGateway', action: 'GetAccount', region };
  const url = regionalUrl('/account', 'apigateway', 'apigateway', parts);
  const answer = await jsonAnswer(called, { service: 'apigateway', url, method: 'GET' }, parts);
  const { rateLimit } = jsonObject(answer?.['throttleSettings']) ?? {};
  return { 'requests a second': Number(rateLimit ?? 0) };
}

/** DynamoDB API Reference, DescribeLimits: of tables with provisioned capacity. @throws AwsError */
export async function tableCapacity(client: () => Promise<DynamoDBClient>): Promise<AccountLimits> {
  const [{ DescribeLimitsCommand }, dynamodb] = await Promise.all([import('@aws-sdk/client-dynamodb'), client()]);
  const { AccountMaxReadCapacityUnits: read = 0, AccountMaxWriteCapacityUnits: write = 0 } = await dynamodb.send(
    new DescribeLimitsCommand({}),
  );
  return { 'read capacity units': read, 'write capacity units': write };
}
