import { expect, test } from '@jest/globals';
import { needsPathStyle } from '../../../src/aws/endpoint.ts';
import { proxyFor } from '../../../src/aws/proxy.ts';

const PROXY = 'http://proxy.example:3128';
const url = (text: string) => new URL(text);

test.each([
  ['https://sts.eu-west-1.amazonaws.com', { HTTPS_PROXY: PROXY }, PROXY],
  ['https://sts.eu-west-1.amazonaws.com', { https_proxy: PROXY, HTTPS_PROXY: 'http://other' }, PROXY],
  ['https://sts.eu-west-1.amazonaws.com', { HTTPS_PROXY: 'proxy.example:3128' }, PROXY],
  ['https://sts.eu-west-1.amazonaws.com', { HTTP_PROXY: PROXY }, undefined],
  ['http://127.0.0.1:4566', { HTTP_PROXY: PROXY }, PROXY],
  ['http://127.0.0.1:4566', { HTTPS_PROXY: PROXY }, undefined],
  ['https://x.example', { ALL_PROXY: PROXY }, PROXY],
  ['https://x.example', { HTTPS_PROXY: '' }, undefined],
])('%s with %j goes through %s', (target, env, expected) => {
  expect(proxyFor(env, url(target))).toBe(expected);
});

test.each([
  ['*', true],
  ['amazonaws.com', true],
  ['.amazonaws.com', true],
  ['*.amazonaws.com', true],
  ['sts.eu-west-1.amazonaws.com', true],
  ['STS.eu-west-1.amazonaws.com:443', true],
  ['localhost, amazonaws.com', true],
  ['localhost amazonaws.com', true],
  ['amazonaws.com:8443', false],
  ['azonaws.com', false],
  ['', false],
])('NO_PROXY=%j excepts the host: %s', (exceptions, excepted) => {
  const env = { HTTPS_PROXY: PROXY, NO_PROXY: exceptions };
  expect(proxyFor(env, url('https://sts.eu-west-1.amazonaws.com'))).toBe(excepted ? undefined : PROXY);
});

test.each([
  ['http://127.0.0.1:4566', true],
  ['http://[::1]:4566', true],
  ['http://localhost:4566', true],
  ['https://s3.example', false],
  [undefined, false],
])('buckets of the endpoint %s are addressed by path: %s', (endpoint, expected) => {
  expect(needsPathStyle(endpoint)).toBe(expected);
});
