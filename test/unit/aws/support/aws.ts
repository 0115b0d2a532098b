import { type Aws, type AwsOptions, createAws } from '../../../../src/aws/index.ts';
import type { CredentialSettings, Target } from '../../../../src/topology/model.ts';
import { testClock } from './clock.ts';

export const KEYS = { AWS_ACCESS_KEY_ID: 'AKIABASE', AWS_SECRET_ACCESS_KEY: 'base-secret' };

export function target(credentials: Partial<CredentialSettings> = {}, rest: Partial<Target> = {}): Target {
  const region = rest.region ?? 'eu-west-1';
  return {
    name: region,
    region,
    partition: 'aws',
    groups: [],
    credentials: { source: 'auto', ...credentials },
    ...rest,
  };
}

export interface TestAws {
  readonly aws: Aws;
  readonly secrets: readonly string[];
}

/** The real thing against an endpoint of the test. */
export function awsAt(url: string, options: Partial<AwsOptions> = {}): TestAws {
  const secrets: string[] = [];
  const aws = createAws({
    clock: testClock(),
    report: () => {},
    maskSecret: (value) => secrets.push(value),
    userAgent: 'sam-multi-region/0.0.0 run/r1',
    sessionName: 'run r1 (octo/orders)',
    timeouts: { connectMs: 1_000, idleMs: 2_000 },
    ...options,
    env: { AWS_ENDPOINT_URL: url, ...KEYS, ...options.env },
  });
  return { aws, secrets };
}

/** A token as GitHub's, unsigned. */
export function idToken(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
}
