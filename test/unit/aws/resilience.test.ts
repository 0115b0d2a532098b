import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { TargetSession } from '../../../src/aws/ports.ts';
import { failure, identity, result, s3Failure, session, stack } from './support/answers.ts';
import { awsAt, target } from './support/aws.ts';
import { testClock } from './support/clock.ts';
import { type Answer, type Request, serve, type TestServer } from './support/server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const TARGET = target({ role: 'deploy' }, { account: '111111111111' });
const XML = { 'content-type': 'application/xml' };

/** An account in which everything works. */
function fine(request: Request): Answer {
  const { action, service, method, query } = request;
  if (action === 'GetCallerIdentity') return identity('111111111111');
  if (action === 'AssumeRole') return session(action, 'ASIA1', Date.UTC(2030, 0, 1));
  if (action === 'DescribeStacks') return stack('orders');
  if (action === 'GetParameter') {
    return { headers: { 'content-type': 'application/x-amz-json-1.1' }, body: '{"Parameter":{"Value":"v"}}' };
  }
  if (action === 'CreateChangeSet') return result(action, '<Id>arn:cs/1</Id><StackId>s</StackId>');
  if (service === 's3' && method === 'GET' && query.has('list-type'))
    return { headers: XML, body: '<ListBucketResult/>' };
  if (service === 's3') return { headers: { etag: '"1"' }, body: method === 'GET' ? 'text' : '' };
  return result(action);
}

/** One of each kind of call that a deployment makes. */
const CALLS: Readonly<Record<string, (session: TargetSession) => Promise<unknown>>> = {
  AssumeRole: (of) => of.account(),
  DescribeStacks: ({ cloudformation }) => cloudformation.describeStack('orders'),
  CreateChangeSet: ({ cloudformation }) =>
    cloudformation.createChangeSet({
      stackName: 'orders',
      name: 'n',
      type: 'UPDATE',
      template: { body: '{}' },
      parameters: [],
      tags: {},
      capabilities: [],
      notificationArns: [],
      includeNestedStacks: false,
      clientToken: 't',
    }),
  DescribeChangeSet: ({ cloudformation }) => cloudformation.describeChangeSet('arn:cs/1'),
  ExecuteChangeSet: ({ cloudformation }) =>
    cloudformation.executeChangeSet({ id: 'arn:cs/1', clientRequestToken: 't', disableRollback: false }),
  DescribeEvents: ({ cloudformation }) => cloudformation.describeEvents({ stack: 'orders' }),
  DeleteChangeSet: ({ cloudformation }) => cloudformation.deleteChangeSet('arn:cs/1'),
  DeleteStack: ({ cloudformation }) => cloudformation.deleteStack({ stack: 'orders', clientRequestToken: 't' }),
  HeadObject: ({ storage }) => storage.head('b', 'k'),
  GetObject: ({ storage }) => storage.getText('b', 'k'),
  PutObject: ({ storage }) => storage.putText('b', 'k', 'text'),
  upload: ({ storage }) => storage.putStream('b', 'k', Readable.from(['text']), { size: 4 }),
  ListObjects: ({ storage }) => storage.list('b', 'p/'),
  DeleteObject: ({ storage }) => storage.delete('b', 'k'),
  HeadBucket: ({ storage }) => storage.headBucket('b'),
  GetParameter: (of) => of.parameter('/p'),
};

/** The first `times` requests of every kind of call fail with `answer`. */
async function failing(times: number, answer: (request: Request) => Answer) {
  const seen = new Map<string, number>();
  server = await serve((request) => {
    const count = (seen.get(request.action) ?? 0) + 1;
    seen.set(request.action, count);
    return count <= times ? answer(request) : fine(request);
  });
  const clock = testClock();
  return { clock, ...awsAt(server.url, { clock }) };
}

/** The same trouble in the words of each protocol. */
function either(status: number, query: string, s3: string) {
  return ({ service }: Request): Answer => {
    if (service === 's3') return s3Failure(503, s3);
    if (service !== 'ssm') return failure(status, query);
    return {
      status,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify({ __type: `${query}Exception`, message: query }),
    };
  };
}

const TROUBLES: readonly (readonly [string, number, (request: Request) => Answer])[] = [
  ['throttling', 12, either(400, 'Throttling', 'SlowDown')],
  ['a burst of 503', 8, either(503, 'ServiceUnavailable', 'SlowDown')],
  ['a burst of 500', 8, either(500, 'InternalFailure', 'InternalError')],
  ['a connection reset', 6, () => ({ reset: 'before' })],
];

describe.each(TROUBLES)('%s in every call is survived', (_trouble, times, answer) => {
  test.each(Object.keys(CALLS))('%s', async (name) => {
    const { aws, clock } = await failing(times, answer);
    await CALLS[name]?.(aws.session(TARGET));
    expect(clock.sleeps.length).toBeGreaterThanOrEqual(times);
    expect(aws.ledger.counts().reduce((sum, { retries }) => sum + retries, 0)).toBeGreaterThanOrEqual(times);
  });
});

describe('what cannot succeed is not repeated', () => {
  test.each([
    ['AccessDenied', 'denied'],
    ['ValidationError', 'invalid'],
    ['InsufficientCapabilitiesException', 'invalid'],
    ['LimitExceededException', 'invalid'],
    ['SignatureDoesNotMatch', 'credentials'],
  ])('%s', async (code, kind) => {
    server = await serve((request) => (request.action === 'DeleteStack' ? failure(400, code) : fine(request)));
    const { cloudformation } = awsAt(server.url).aws.session(TARGET);
    const call = cloudformation.deleteStack({ stack: 'orders', clientRequestToken: 't' });
    await expect(call).rejects.toMatchObject({
      name: 'AwsError',
      kind,
      code,
      service: 'CloudFormation',
      action: 'DeleteStack',
    });
    expect(server.actions()).toEqual(['AssumeRole', 'DeleteStack']);
  });
});

describe('patience ends', () => {
  test('waits with full jitter that grows to a limit, about a minute in all, and says that it was throttled', async () => {
    server = await serve(() => failure(400, 'Throttling', 'Rate exceeded'));
    const clock = testClock(0.5);
    const call = awsAt(server.url, { clock }).aws.session(TARGET).account();
    await expect(call).rejects.toMatchObject({ kind: 'throttled', code: 'Throttling', attempts: 14 });
    expect(clock.sleeps.slice(0, 6)).toEqual([250, 500, 1000, 2000, 4000, 5000]);
    const total = clock.sleeps.reduce((sum, each) => sum + each, 0);
    expect(total).toBeGreaterThan(30_000);
    expect(total).toBeLessThan(90_000);
  });

  test('a region where nobody listens is unreachable after seconds', async () => {
    const closed = await serve(fine);
    await closed.close();
    const clock = testClock(1);
    const call = awsAt(closed.url, { clock }).aws.session(TARGET).account();
    await expect(call).rejects.toMatchObject({ kind: 'unreachable', code: 'ECONNREFUSED', region: 'eu-west-1' });
    expect(clock.sleeps.reduce((sum, each) => sum + each, 0)).toBeLessThan(15_000);
  });

  test('a region that takes the connection and never answers is unreachable after three time limits', async () => {
    server = await serve(() => ({ hang: true }));
    const { aws } = awsAt(server.url, { timeouts: { connectMs: 1_000, idleMs: 300 } });
    await expect(aws.session(TARGET).account()).rejects.toMatchObject({ kind: 'unreachable', attempts: 3 });
    expect(server.requests).toHaveLength(3);
  });

  test('a host that does not exist is unreachable', async () => {
    const { aws } = awsAt('http://sts.nowhere.invalid');
    await expect(aws.session(TARGET).account()).rejects.toMatchObject({ kind: 'unreachable' });
  });
});

describe('the ledger', () => {
  test('holds every attempt with service, region, host, status and error', async () => {
    const { aws } = await failing(1, () => failure(503, 'ServiceUnavailable'));
    const { cloudformation } = aws.session(TARGET);
    await cloudformation.describeStack('orders');
    const endpoint = new URL(server?.url ?? '').host;
    expect(aws.ledger.entries).toMatchObject([
      {
        service: 'STS',
        action: 'AssumeRole',
        region: 'eu-west-1',
        endpoint,
        status: 503,
        error: 'ServiceUnavailable',
        attempt: 1,
      },
      { service: 'STS', action: 'AssumeRole', status: 200, attempt: 2 },
      { service: 'CloudFormation', action: 'DescribeStacks', status: 503, attempt: 1 },
      { service: 'CloudFormation', action: 'DescribeStacks', status: 200, attempt: 2 },
    ]);
    expect(aws.ledger.counts()).toEqual([
      { service: 'CloudFormation', region: 'eu-west-1', endpoint, calls: 2, errors: 1, retries: 1 },
      { service: 'STS', region: 'eu-west-1', endpoint, calls: 2, errors: 1, retries: 1 },
    ]);
    expect(aws.ledger.regions()).toEqual(['eu-west-1']);
  });

  test('does not count an absent stack or object as an error', async () => {
    server = await serve((request) => {
      if (request.action === 'DescribeStacks') return failure(400, 'ValidationError', 'Stack with id x does not exist');
      return request.service === 's3' ? { status: 404 } : fine(request);
    });
    const { aws } = awsAt(server.url);
    const { cloudformation, storage } = aws.session(TARGET);
    expect([await cloudformation.describeStack('x'), await storage.head('b', 'k')]).toEqual([undefined, undefined]);
    expect(aws.ledger.counts().map(({ calls, errors }) => [calls, errors])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });
});

test('each request says which run made it', async () => {
  server = await serve(fine);
  await awsAt(server.url).aws.session(TARGET).account();
  expect(server.requests[0]?.headers['user-agent']).toContain('sam-multi-region/0.0.0 run/r1');
});

test('an endpoint of one service goes before the general one', async () => {
  server = await serve(fine);
  const own = await serve(fine);
  const { aws } = awsAt(server.url, { env: { AWS_ENDPOINT_URL_CLOUDFORMATION: own.url } });
  await aws.session(TARGET).cloudformation.describeStack('orders');
  expect([server.actions(), own.actions()]).toEqual([['AssumeRole'], ['DescribeStacks']]);
  await own.close();
});

describe('a proxy', () => {
  /** Forwards plain requests and tunnels others to `to`, whatever host they name. */
  async function proxy(to: string) {
    const { port } = new URL(to);
    const seen: string[] = [];
    const listener = createServer((incoming, outgoing) => {
      seen.push(`${incoming.method} ${incoming.url}`);
      const { method, headers } = incoming;
      const path = new URL(incoming.url ?? '').pathname;
      incoming.pipe(
        httpRequest({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        }),
      );
    });
    listener.on('connect', (incoming, socket) => {
      seen.push(`CONNECT ${incoming.url}`);
      const upstream = connect(Number(port), '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
      upstream.pipe(socket).pipe(upstream);
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    return {
      url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
      seen,
      close: () => {
        listener.close();
        listener.closeAllConnections();
      },
    };
  }

  test('is used for plain endpoints, except for the hosts of NO_PROXY', async () => {
    server = await serve(fine);
    const between = await proxy(server.url);
    const env = { HTTP_PROXY: between.url, AWS_ENDPOINT_URL: 'http://aws.example' };
    const { aws } = awsAt(server.url, { env });
    expect(await aws.session(TARGET).cloudformation.describeStack('orders')).toMatchObject({ stackName: 'orders' });
    expect(between.seen).toEqual(['POST http://aws.example/', 'POST http://aws.example/']);
    const direct = awsAt(server.url, { env: { HTTP_PROXY: between.url, NO_PROXY: '127.0.0.1' } }).aws;
    await direct.session(TARGET).account();
    expect(between.seen).toHaveLength(2);
    aws.close();
    between.close();
  });

  test('is asked for a tunnel to the regional host of AWS', async () => {
    server = await serve(fine);
    const between = await proxy(server.url);
    const env = { HTTPS_PROXY: between.url, AWS_ENDPOINT_URL: undefined };
    const { aws } = awsAt(server.url, { env });
    // What answers in the tunnel speaks no TLS: reaching it is all that can be shown here.
    await expect(aws.session(TARGET).account()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(between.seen[0]).toBe('CONNECT sts.eu-west-1.amazonaws.com:443');
    const china = target({ role: 'deploy' }, { region: 'cn-north-1', partition: 'aws-cn', account: '111111111111' });
    await expect(aws.session(china).account()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(between.seen.at(-1)).toBe('CONNECT sts.cn-north-1.amazonaws.com.cn:443');
    const gov = target(
      { role: 'deploy' },
      { region: 'us-gov-west-1', partition: 'aws-us-gov', account: '111111111111' },
    );
    await expect(aws.session(gov).account()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(between.seen.at(-1)).toBe('CONNECT sts.us-gov-west-1.amazonaws.com:443');
    aws.close();
    between.close();
  });
});
