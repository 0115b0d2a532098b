import { afterEach, describe, expect, test } from '@jest/globals';
import type { TargetSession } from '../../../src/aws/ports.ts';
import { identity, result, s3Failure } from './support/answers.ts';
import { awsAt, target } from './support/aws.ts';
import { type Answer, type Request, serve, type TestServer } from './support/server.ts';

const XML = { 'content-type': 'application/xml' };
const JSON_TYPE = { 'content-type': 'application/x-amz-json-1.1' };
const SIGNAL = new AbortController().signal;
let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function session(answer: (request: Request) => Answer): Promise<TargetSession> {
  server = await serve((request) =>
    request.action === 'GetCallerIdentity' ? identity('111111111111') : answer(request),
  );
  return awsAt(server.url).aws.session(target());
}

const calls = () => (server?.requests ?? []).filter(({ action }) => action !== 'GetCallerIdentity');
const version = (tag: 'Version' | 'DeleteMarker', key: string, id: string) =>
  `<${tag}><Key>${key}</Key><VersionId>${id}</VersionId></${tag}>`;
const page = (inner: string, next?: string): Answer => ({
  headers: XML,
  body: `<ListVersionsResult>${inner}<IsTruncated>${next !== undefined}</IsTruncated>${
    next === undefined ? '' : `<NextKeyMarker>${next}</NextKeyMarker><NextVersionIdMarker>v</NextVersionIdMarker>`
  }</ListVersionsResult>`,
});
const deleted = (errors = ''): Answer => ({ headers: XML, body: `<DeleteResult>${errors}</DeleteResult>` });
const sentKeys = () =>
  calls().flatMap(({ method, body }) =>
    method === 'POST'
      ? [...body.matchAll(/<Key>(.*?)<.*?<VersionId>(.*?)</g)].map(([, key, id]) => `${key} ${id}`)
      : [],
  );

describe('emptying a bucket', () => {
  test('deletes all versions and delete markers of all pages, for the owner of the account alone', async () => {
    const { leftovers } = await session(({ method, query }) => {
      if (method === 'POST') return deleted();
      if (query.get('key-marker') === null)
        return page(version('Version', 'a', '1') + version('DeleteMarker', 'a', '2'), 'a');
      return page(version('Version', 'b', 'null'));
    });
    expect(await leftovers.emptyBucket('files', SIGNAL)).toEqual({ deleted: 3, refused: [] });
    expect(sentKeys()).toEqual(['a 1', 'a 2', 'b null']);
    for (const { headers, path } of calls())
      expect([headers['x-amz-expected-bucket-owner'], path.startsWith('/files')]).toEqual(['111111111111', true]);
  });

  test('says why objects could not be deleted, each reason once', async () => {
    const error = (key: string) => `<Error><Key>${key}</Key><Code>AccessDenied</Code><Message>locked</Message></Error>`;
    const { leftovers } = await session(({ method }) =>
      method === 'POST'
        ? deleted(error('a') + error('b'))
        : page(['a', 'b', 'c'].map((key) => version('Version', key, '1')).join('')),
    );
    expect(await leftovers.emptyBucket('files', SIGNAL)).toEqual({ deleted: 1, refused: ['AccessDenied: locked'] });
  });

  test('that is empty or gone deletes nothing', async () => {
    const empty = await session(() => page(''));
    expect(await empty.leftovers.emptyBucket('files', SIGNAL)).toEqual({ deleted: 0, refused: [] });
    await server?.close();
    const gone = await session(() => s3Failure(404, 'NoSuchBucket'));
    expect(await gone.leftovers.emptyBucket('files', SIGNAL)).toEqual({ deleted: 0, refused: [] });
    expect(calls().every(({ method }) => method === 'GET')).toBe(true);
  });

  test('stops between pages when the run is cancelled', async () => {
    const stop = new AbortController();
    const { leftovers } = await session(({ method }) => {
      if (method === 'POST') {
        stop.abort(new Error('enough'));
        return deleted();
      }
      return page(version('Version', 'a', '1'), 'a');
    });
    await expect(leftovers.emptyBucket('files', stop.signal)).rejects.toThrow('enough');
    expect(calls().map(({ method }) => method)).toEqual(['GET', 'POST']);
  });
});

test('log groups are looked for by the beginning of their name, on all pages, and one that is gone is no error', async () => {
  const { leftovers } = await session(({ action, body }) => {
    const asked = JSON.parse(body) as { readonly nextToken?: string; readonly logGroupName?: string };
    if (action === 'DescribeLogGroups') {
      const more = asked.nextToken === undefined;
      const logGroups = [{ logGroupName: more ? '/aws/lambda/a-1' : '/aws/lambda/a-2' }];
      return { headers: JSON_TYPE, body: JSON.stringify({ logGroups, ...(more && { nextToken: 'next' }) }) };
    }
    if (asked.logGroupName === 'there') return { headers: JSON_TYPE, body: '{}' };
    return {
      status: 400,
      headers: JSON_TYPE,
      body: '{"__type":"ResourceNotFoundException","message":"no such group"}',
    };
  });
  expect(await leftovers.logGroups('/aws/lambda/a-')).toEqual(['/aws/lambda/a-1', '/aws/lambda/a-2']);
  expect(JSON.parse(calls()[0]?.body ?? '')).toMatchObject({ logGroupNamePrefix: '/aws/lambda/a-' });
  expect(await leftovers.deleteLogGroup('there')).toBe(true);
  expect(await leftovers.deleteLogGroup('gone')).toBe(false);
});

test('stacks are listed on all pages, without those that others nest', async () => {
  const member = (name: string, more = '') =>
    `<member><StackName>${name}</StackName><StackId>id-${name}</StackId><StackStatus>CREATE_COMPLETE</StackStatus>` +
    `<CreationTime>2026-01-02T03:04:05Z</CreationTime><Tags><member><Key>k</Key><Value>v</Value></member></Tags>${more}</member>`;
  const { cloudformation } = await session(({ body }) => {
    const second = new URLSearchParams(body).has('NextToken');
    const nested = member('nested', '<RootId>id-a</RootId><ParentId>id-a</ParentId>');
    return result(
      'DescribeStacks',
      second ? `<Stacks>${member('b')}</Stacks>` : `<Stacks>${member('a')}${nested}</Stacks><NextToken>n</NextToken>`,
    );
  });
  expect(await cloudformation.listStacks()).toMatchObject([
    { stackName: 'a', tags: { k: 'v' } },
    { stackName: 'b', tags: { k: 'v' } },
  ]);
});

test('Express mode is asked for with what becomes of a failure, and for deletions', async () => {
  const { cloudformation } = await session(({ action }) => result(action, '<Id>cs</Id><StackId>s</StackId>'));
  await cloudformation.createChangeSet({
    stackName: 'a',
    name: 'n',
    type: 'CREATE',
    template: { body: '{}' },
    parameters: [],
    tags: {},
    capabilities: [],
    notificationArns: [],
    includeNestedStacks: false,
    express: { disableRollback: false },
    clientToken: 't',
  });
  await cloudformation.executeChangeSet({ id: 'cs', clientRequestToken: 't' });
  await cloudformation.deleteStack({ stack: 's', clientRequestToken: 't', express: true });
  const [create, execute, remove] = calls().map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  expect(create).toMatchObject({ 'DeploymentConfig.Mode': 'EXPRESS', 'DeploymentConfig.DisableRollback': 'false' });
  expect(execute).not.toHaveProperty('DisableRollback');
  expect(remove).toMatchObject({ 'DeploymentConfig.Mode': 'EXPRESS' });
});
