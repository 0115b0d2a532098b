import { describe, expect, test } from '@jest/globals';
import { gatesOf, httpOf, loaded, refusals } from './gate-config.ts';

describe('an http gate', () => {
  test('has sensible settings when only its URL is said', async () => {
    const [gate] = gatesOf(await loaded('- { http: "${stacks.api.outputs.Url}health" }'));
    expect(gate).toMatchObject({
      name: 'http',
      when: ['bake'],
      scope: 'target',
      inconclusive: 'hold',
      intervalMs: 30_000,
      timeoutMs: 30_000,
      check: {
        kind: 'http',
        url: '${stacks.api.outputs.Url}health',
        method: 'GET',
        redirects: 0,
        successes: 1,
        failures: 3,
        pauseMs: 1_000,
        requestTimeoutMs: 5_000,
        expect: { statuses: ['2xx'], headers: {}, json: {}, jsonMatches: {} },
      },
      location: { file: 'multi-region.yml', line: 9, column: 9 },
    });
  });

  test('takes paths of names joined by dots, and JSONPaths, with values of any type', async () => {
    const { expect: wanted } = httpOf(
      await loaded(
        '- http: https://example.com/\n  expect:\n    status: [200, 3xx]\n    json: { release: "${release}", checks.data-base: true, "$.items[*].count": 3 }\n    json-matches: { version: "^v[0-9]+$" }',
      ),
    );
    expect(wanted).toMatchObject({
      statuses: ['200', '3xx'],
      json: { "$['release']": '${release}', "$['checks']['data-base']": true, '$.items[*].count': 3 },
      jsonMatches: { "$['version']": '^v[0-9]+$' },
    });
  });

  test.each([
    [
      'a URL that is none',
      '- { http: example.com/health }',
      'gate 9:17 the gate must ask a URL with http or https, but has "example.com/health"',
    ],
    [
      'a URL with a password',
      '- { http: "https://me:secret@example.com/" }',
      'gate 9:17 the URL of the gate holds a user or password',
    ],
    [
      'an address that is none',
      '- { http: { url: "https://example.com/", address: example.net } }',
      'gate 9:57 address must be an address such as 192.0.2.1 or [2001:db8::1]:8443, but is "example.net"',
    ],
    [
      'a port that is none',
      '- { http: { url: "https://example.com/", resolver: "192.0.2.1:99999" } }',
      'gate 9:58 resolver must be an address',
    ],
    [
      'a regular expression that does not compile',
      '- { http: "https://example.com/", expect: { body-matches: "(" } }',
      'gate-expression 9:65 the regular expression does not compile',
    ],
    [
      'a regular expression in JSON that does not compile',
      '- { http: "https://example.com/", expect: { json-matches: { a: "[" } } }',
      'gate-expression 9:70 the regular expression does not compile',
    ],
    [
      'a path that is none',
      '- { http: "https://example.com/", expect: { json: { "$[": 1 } } }',
      'gate-path 9:65 "$[" is no JSONPath',
    ],
    [
      'an unknown expectation',
      '- { http: "https://example.com/", expect: { json-match: { a: b } } }',
      'unknown-key 9:51 unknown key "json-match"',
    ],
    ['a status that is none', '- { http: "https://example.com/", expect: { status: 600 } }', 'bad-value 9:59'],
  ])('is refused with %s, at its place', async (_name, gates, start) => {
    expect(await refusals(gates)).toEqual([expect.stringContaining(start)]);
  });
});
