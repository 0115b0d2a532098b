import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Statement } from '../../../src/commands/policy/statement.ts';
import { policyText } from '../../../src/commands/policy.ts';

const config = (traffic: string): string => `application: shop
environments:
  prod:
    targets: { eu-west-1: { weight: 1 } }
    traffic: { ${traffic} }
`;

async function statementsOf(text: string | undefined): Promise<readonly Statement[]> {
  const readFile = (path: string) => (path === '/app/multi-region.yml' ? text : undefined);
  const policy = JSON.parse(await policyText({ for: 'shift' }, { cwd: '/app', readFile })) as {
    readonly Statement: readonly Statement[];
  };
  return policy.Statement;
}

const ROUTE53 = /^route53:/;
const sent = [
  ...readFileSync(new URL('../../../src/aws/route53.ts', import.meta.url), 'utf8').matchAll(/new (\w+)Command\(/g),
].map(([, name]) => `route53:${name}`);

describe('policy shift', () => {
  test('allows every call to Route 53 that this program makes, and no other', async () => {
    const actions = (await statementsOf(config('driver: route53, zone: example.com, name: api.example.com')))
      .flatMap(({ Action }) => Action)
      .filter((action) => ROUTE53.test(action));
    expect(sent.length).toBeGreaterThan(3);
    expect([...actions].sort()).toEqual([...new Set(sent)].sort());
  });

  test('names the zone where its id is known', async () => {
    const statements = await statementsOf(config('driver: route53, zone: Z123, name: api.example.com'));
    expect(statements.find(({ Sid }) => Sid === 'RecordSets')?.Resource).toEqual(['arn:aws:route53:::hostedzone/Z123']);
    expect(statements.some(({ Sid }) => Sid === 'FindZone')).toBe(false);
  });

  test('changes no stack', async () => {
    const actions = (await statementsOf(undefined)).flatMap(({ Action, Sid }) => (Sid === 'Stacks' ? Action : []));
    expect(actions).toEqual(['cloudformation:DescribeStacks']);
  });
});
