import { afterEach, expect, test } from '@jest/globals';
import { identity } from './support/answers.ts';
import { awsAt, target } from './support/aws.ts';
import { serve, type TestServer } from './support/server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const DATE = 'Mon, 05 Jan 2026 08:00:00 GMT';

async function newest(item: object) {
  const asked: string[] = [];
  server = await serve(({ action, body }) => {
    if (action === 'GetCallerIdentity') return identity('111111111111');
    asked.push(body);
    return { headers: { 'content-type': 'application/x-amz-json-1.0', date: DATE }, body: JSON.stringify(item) };
  });
  const { aws } = awsAt(server.url);
  const found = await aws.session(target()).heartbeats.newest('beats', 'eu-central-1');
  return { found, asked: asked.map((body) => JSON.parse(body) as unknown), entries: aws.ledger.entries };
}

test('the newest heartbeat of a region is its item, read with the clock of who answers', async () => {
  const { found, asked, entries } = await newest({
    Item: { source: { S: 'eu-central-1' }, at: { N: '1767600000123' } },
  });
  expect(found).toEqual({ at: 1_767_600_000_123, now: Date.parse(DATE) });
  expect(asked).toEqual([{ TableName: 'beats', Key: { source: { S: 'eu-central-1' } }, ConsistentRead: true }]);
  expect(entries.at(-1)).toMatchObject({ service: 'DynamoDB', action: 'GetItem', region: 'eu-west-1' });
});

test('a region that never wrote one has none', async () => {
  expect((await newest({})).found).toEqual({ now: Date.parse(DATE) });
});
