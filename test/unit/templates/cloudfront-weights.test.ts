import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

const folder = new URL('../../../templates/cloudfront-weights/', import.meta.url);
const code = readFileSync(new URL('function.js', folder), 'utf8');

type Handler = (
  event: unknown,
) => Promise<{ readonly uri?: string; readonly statusCode?: number; readonly body?: string }>;

/** Runs the function as CloudFront does, as far as it asks for anything: returns what it chose and answered. */
async function run(stored: string | undefined, ip: string, uri = '/') {
  let origin: string | undefined;
  const cf = {
    kvs: () => ({ get: async () => (stored === undefined ? Promise.reject(new Error('KeyNotFound')) : stored) }),
    selectRequestOriginById: (id: string) => {
      origin = id;
    },
  };
  // The runtime's own modules come in as globals here; everything else is the file as it is deployed.
  const source = code.replace(/^import (\w+) from '\w+';$/gm, '');
  const context = createContext({ cf, crypto: { createHash } });
  const handler = runInContext(`${source}\nhandler`, context) as Handler;
  const answer = await handler({ request: { uri, headers: {} }, viewer: { ip } });
  return { origin, answer };
}

async function shares(weights: Readonly<Record<string, number>>, viewers = 2_000) {
  const counts: Record<string, number> = {};
  for (let index = 0; index < viewers; index += 1) {
    const { origin = 'default' } = await run(JSON.stringify(weights), `192.0.${index >> 8}.${index & 255}`);
    counts[origin] = (counts[origin] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count / viewers]));
}

describe('the CloudFront Function shares viewers', () => {
  test('by the weights', async () => {
    const { a = 0, b = 0 } = await shares({ a: 75, b: 25 });
    expect(a + b).toBe(1);
    // Four standard deviations of 2,000 draws.
    expect(Math.abs(b - 0.25)).toBeLessThan(0.04);
  });

  test('and sends nobody to a weight of zero', async () => {
    expect(await shares({ a: 0, b: 5, c: 0 }, 300)).toEqual({ b: 1 });
  });

  test('and the same viewer always to the same origin, whose share only grows when its weight grows', async () => {
    for (let index = 0; index < 200; index += 1) {
      const ip = `2001:db8::${index.toString(16)}`;
      const small = await run('{"a":10,"b":90}', ip);
      expect((await run('{"b":90,"a":10}', ip)).origin).toBe(small.origin);
      if (small.origin === 'a') expect((await run('{"a":50,"b":50}', ip)).origin).toBe('a');
    }
  });

  test.each([
    ['no weights', undefined],
    ['no JSON', 'x'],
    ['all zero', '{"a":0}'],
    ['no target', '{}'],
  ])('to the default origin where there are %s', async (_, stored) => {
    const { origin, answer } = await run(stored, '192.0.2.1');
    expect([origin, answer.uri]).toEqual([undefined, '/']);
  });

  test('and answers the probe with the weights that it has', async () => {
    const { answer, origin } = await run('{"a":1}', '192.0.2.1', '/.sam-multi-region/weights');
    expect([answer.statusCode, answer.body, origin]).toEqual([200, '{"a":1}', undefined]);
  });

  test('and fits into the 10 KB that a function may have', () => {
    expect(Buffer.byteLength(code)).toBeLessThan(10_240);
  });
});

test('the template deploys exactly this function, with an origin for each region', () => {
  const template = parse(readFileSync(new URL('template.yaml', folder), 'utf8'), {
    customTags: ['Ref', 'Sub', 'GetAtt'].map((name) => ({
      tag: `!${name}`,
      resolve: (text: string) => ({ [name]: text }),
    })),
  }) as { readonly Resources: Readonly<Record<string, { readonly Properties: Record<string, unknown> }>> };
  expect(template.Resources['Function']?.Properties['FunctionCode']).toBe(code);
});
