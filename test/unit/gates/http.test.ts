import { describe, expect, test } from '@jest/globals';
import type { CheckRequest, GatePorts } from '../../../src/gates/check.ts';
import { http } from '../../../src/gates/http.ts';
import { type HttpAnswer, HttpFailure, type HttpRequest } from '../../../src/gates/http-port.ts';
import type { Expectation, HttpCheck } from '../../../src/topology/gate-model.ts';
import { target } from '../../support/topology.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

type Scripted = Partial<HttpAnswer> | HttpFailure;

const plain: Expectation = { statuses: ['2xx'], headers: {}, json: {}, jsonMatches: {} };

function check(more: Partial<HttpCheck> = {}): HttpCheck {
  return {
    kind: 'http',
    url: 'https://orders.example.com/health',
    method: 'GET',
    headers: {},
    redirects: 0,
    successes: 1,
    failures: 3,
    pauseMs: 1_000,
    requestTimeoutMs: 5_000,
    expect: plain,
    ...more,
  };
}

/** Asks with answers given one after the other; the last one counts for all that follow. */
async function ask(answers: readonly Scripted[], more: Partial<HttpCheck> = {}) {
  const sent: HttpRequest[] = [];
  const clock = createVirtualClock();
  const ports = {
    clock,
    http: async (request: HttpRequest) => {
      const next = answers[Math.min(sent.length, answers.length - 1)] ?? {};
      sent.push(request);
      if (next instanceof HttpFailure) throw next;
      return { status: 200, headers: {}, body: '', truncated: false, address: '192.0.2.1', ...next };
    },
  } as Partial<GatePorts> as GatePorts;
  const request: CheckRequest<HttpCheck> = {
    check: check(more),
    moment: 'bake',
    target: target('eu-west-1'),
    from: 0,
    since: 0,
    targets: [],
    judged: 1,
    signal: new AbortController().signal,
    note: () => {},
    outputs: { of: async () => undefined },
    about: { application: 'orders', environment: 'prod', release: 'r1', stacks: [] },
  };
  return { found: await http(request, ports), sent, clock };
}

const expecting = (more: Partial<Expectation>): Partial<HttpCheck> => ({ expect: { ...plain, ...more } });
const once = (answer: Scripted, more: Partial<Expectation>) => ask([answer], { ...expecting(more), failures: 1 });

describe('an answer', () => {
  test('passes with what was seen as evidence', async () => {
    const { found } = await ask([{}]);
    expect(found).toEqual({
      verdict: 'pass',
      reason: 'GET https://orders.example.com/health answered 200 as expected',
      evidence: {
        url: 'https://orders.example.com/health',
        status: 200,
        address: '192.0.2.1',
        requests: 1,
        durationMs: 0,
      },
    });
  });

  test.each<[string, Scripted, Partial<Expectation>, string]>([
    ['another status', { status: 503 }, {}, 'the status: expected 2xx, found 503'],
    [
      'a status of another class',
      { status: 302 },
      { statuses: ['200', '4xx'] },
      'the status: expected 200 or 4xx, found 302',
    ],
    [
      'another header',
      { headers: { 'x-release': 'old' } },
      { headers: { 'X-Release': 'new' } },
      'the header X-Release: expected new, found old',
    ],
    ['no header', {}, { headers: { 'X-Release': 'new' } }, 'the header X-Release: expected new, found absent'],
    [
      'a body without the text',
      { body: 'sorry' },
      { bodyContains: 'fine' },
      'the body: expected to hold fine, found 5 bytes without it',
    ],
    [
      'a body that does not match',
      { body: 'sorry' },
      { bodyMatches: '^fine$' },
      'the body: expected to match ^fine$, found 5 bytes that do not',
    ],
    [
      'a body that is no JSON',
      { body: '<html>' },
      { json: { '$.a': 1 } },
      'the body: expected JSON, found 6 bytes that are none',
    ],
    [
      'another value',
      { body: '{"release":"old"}' },
      { json: { '$.release': 'new' } },
      '$.release: expected "new", found "old"',
    ],
    [
      'a value of another type',
      { body: '{"count":"3"}' },
      { json: { '$.count': 3 } },
      '$.count: expected 3, found "3"',
    ],
    ['no value', { body: '{}' }, { json: { '$.release': 'new' } }, '$.release: expected "new", found nothing there'],
    [
      'one wrong value of several',
      { body: '{"c":[{"ok":true},{"ok":false}]}' },
      { json: { '$.c[*].ok': true } },
      '$.c[*].ok: expected true, found false',
    ],
    [
      'a value that does not match',
      { body: '{"v":"x1"}' },
      { jsonMatches: { '$.v': '^v\\d$' } },
      '$.v: expected to match ^v\\d$, found "x1"',
    ],
    [
      'no answer',
      new HttpFailure('ECONNREFUSED', 'connect ECONNREFUSED 192.0.2.1:443'),
      {},
      'connect ECONNREFUSED 192.0.2.1:443',
    ],
  ])('with %s fails and says so', async (_name, answer, more, reason) => {
    const { found } = await once(answer, more);
    expect(found.verdict).toBe('fail');
    expect(found.reason).toBe(`GET https://orders.example.com/health: ${reason}`);
  });

  test.each<[string, Scripted, Partial<Expectation>]>([
    ['the status of a class', { status: 204 }, {}],
    [
      'all that is expected',
      { headers: { 'x-a': 'b' }, body: '{"a":{"c":2,"b":[1]}}' },
      {
        headers: { 'X-A': 'b' },
        json: { '$.a': { b: [1], c: 2 } },
        jsonMatches: { '$.a.c': '^2$' },
        bodyContains: '"c"',
        bodyMatches: '\\[1\\]',
      },
    ],
    ['all of several values', { body: '[1,1]' }, { json: { '$[*]': 1 } }],
    ['null where null is expected', { body: '{"a":null}' }, { json: { '$.a': null } }],
  ])('with %s passes', async (_name, answer, more) => {
    expect((await once(answer, more)).found).toMatchObject({ verdict: 'pass' });
  });
});

describe('secrets', () => {
  test('of URL, headers and answer are in no verdict', async () => {
    const secret = 's3cr3t-value';
    const found = [
      await ask([{ status: 500 }], {
        url: `https://orders.example.com/health?key=${secret}`,
        headers: { Authorization: secret },
        body: secret,
        failures: 1,
      }),
      await once({ headers: { 'set-cookie': secret } }, { headers: { 'Set-Cookie': 'other' } }),
      await once({ body: `{"token":"${secret}"}` }, { json: { '$.token': 'other' } }),
      await once({ body: secret }, { bodyContains: 'other' }),
    ];
    for (const { found: finding } of found) {
      expect(finding.verdict).toBe('fail');
      expect(JSON.stringify(finding)).not.toContain(secret);
    }
  });

  test('are not handed to another host by a redirect', async () => {
    const { sent, found } = await ask(
      [{ status: 302, headers: { location: 'https://elsewhere.example.net/' } }, { status: 200 }],
      { headers: { Authorization: 'secret' }, address: '192.0.2.7', redirects: 1 },
    );
    expect(found.verdict).toBe('pass');
    expect(sent.map(({ url, headers, address }) => [url, headers, address])).toEqual([
      ['https://orders.example.com/health', { Authorization: 'secret' }, { host: '192.0.2.7' }],
      ['https://elsewhere.example.net/', {}, undefined],
    ]);
  });
});

describe('several requests', () => {
  const [good, bad] = [{ status: 200 }, { status: 500 }];

  test('fail only after as many bad answers in a row as configured', async () => {
    const { found, sent, clock } = await ask([bad, bad, good], {});
    expect([found.verdict, sent.length]).toEqual(['pass', 3]);
    expect(clock.sleeps).toEqual([1_000, 1_000]);
    const failed = await ask([bad]);
    expect([failed.found.verdict, failed.sent.length]).toEqual(['fail', 3]);
    expect(failed.found.reason).toMatch(/found 500, 3 times in a row$/);
  });

  test('pass only after as many good answers in a row as configured', async () => {
    const { found, sent } = await ask([good, good, bad, good, good, good], { successes: 3 });
    expect([found.verdict, sent.length]).toEqual(['pass', 6]);
  });
});

describe('redirects', () => {
  const moved = { status: 301, headers: { location: '/v2/health' } };

  test('are answers unless they are to be followed', async () => {
    const { found, sent } = await ask([moved], { failures: 1 });
    expect([found.verdict, sent.length]).toEqual(['fail', 1]);
    expect((await ask([moved, { status: 200 }], { redirects: 1 })).sent.map(({ url }) => url)).toEqual([
      'https://orders.example.com/health',
      'https://orders.example.com/v2/health',
    ]);
  });

  test('are followed no further than configured', async () => {
    const { found, sent } = await ask([moved], { redirects: 2, failures: 1 });
    expect([found.verdict, sent.length]).toEqual(['fail', 3]);
  });

  test('turn a POST into a GET where browsers do', async () => {
    const { sent } = await ask([{ ...moved, status: 303 }, {}], {
      redirects: 1,
      method: 'POST',
      body: 'x',
      headers: { 'Content-Type': 'a', 'X-B': 'c' },
    });
    expect(sent.map(({ method, body, headers }) => [method, body, headers])).toEqual([
      ['POST', 'x', { 'Content-Type': 'a', 'X-B': 'c' }],
      ['GET', undefined, { 'X-B': 'c' }],
    ]);
  });
});

test('an output that holds no URL or address fails without a request', async () => {
  for (const more of [{ url: 'nonsense' }, { url: 'ftp://example.com/' }, { address: 'nonsense' }]) {
    const { found, sent } = await ask([{}], more);
    expect([found.verdict, sent.length]).toEqual(['fail', 0]);
  }
});
