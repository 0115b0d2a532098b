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

async function statementsOf(
  text: string | undefined,
  command: 'deploy' | 'promote' | 'abort' | 'rollback' | 'shift' | 'status' = 'shift',
): Promise<readonly Statement[]> {
  const readFile = (path: string) => (path === '/app/multi-region.yml' ? text : undefined);
  const policy = JSON.parse(await policyText({ for: command }, { cwd: '/app', readFile })) as {
    readonly Statement: readonly Statement[];
  };
  return policy.Statement;
}

const ROUTE53 = /^route53:/;
/** Names of the operations that a file sends. */
function sentBy(file: string): readonly string[] {
  const text = readFileSync(new URL(`../../../src/aws/${file}`, import.meta.url), 'utf8');
  return [...new Set([...text.matchAll(/new (\w+)Command\(/g)].map(([, name = '']) => name))];
}
const sent = sentBy('route53.ts').map((name) => `route53:${name}`);

describe('policy shift', () => {
  test('allows every call to Route 53 that this program makes, and no other', async () => {
    // A zone is found by its name or by its id, which are different calls.
    const policies = await Promise.all(
      ['example.com', 'Z123'].map((zone) =>
        statementsOf(config(`driver: route53, zone: ${zone}, name: api.example.com`)),
      ),
    );
    const actions = new Set(
      policies
        .flat()
        .flatMap(({ Action }) => Action)
        .filter((action) => ROUTE53.test(action)),
    );
    expect(sent.length).toBeGreaterThan(3);
    expect([...actions].sort()).toEqual([...new Set(sent)].sort());
  });

  test('allows every call to a key-value store that this program makes, on that store', async () => {
    const store = 'arn:aws:cloudfront::111111111111:key-value-store/abc';
    const statements = await statementsOf(config(`driver: cloudfront-kvs, store: "${store}"`));
    const allowed = statements.find(({ Sid }) => Sid === 'WeightsInStore');
    expect(allowed?.Resource).toEqual([store]);
    expect(allowed?.Action).toEqual(sentBy('key-value-store.ts').map((name) => `cloudfront-keyvaluestore:${name}`));
  });

  test('allows every call to Global Accelerator that this program makes', async () => {
    const listener = 'arn:aws:globalaccelerator::111111111111:accelerator/a/listener/b';
    const statements = await statementsOf(config(`driver: global-accelerator, listener: "${listener}"`));
    const actions = statements.flatMap(({ Action }) => Action).filter((action) => action.startsWith('globalacc'));
    const names = [...sentBy('global-accelerator.ts'), 'ListEndpointGroups'];
    expect([...actions].sort()).toEqual(names.map((name) => `globalaccelerator:${name}`).sort());
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

test('policy status reads weights and changes none', async () => {
  const text = config('driver: route53, zone: example.com, name: api.example.com');
  const actions = (await statementsOf(text, 'status')).flatMap(({ Action }) => Action);
  expect(actions).toContain('route53:ListResourceRecordSets');
  expect(actions.filter((action) => /(?<!Describe)Change|Put|Update|Delete/.test(action))).toEqual([]);
});

test('a role that takes weights back is passed to the scheduler by who may pause, and by nobody else', async () => {
  const traffic = 'driver: route53, zone: Z123, name: api.example.com, revert-role: reverter';
  const of = async (command: 'deploy' | 'promote' | 'abort' | 'rollback' | 'shift' | 'status') => {
    const found = (await statementsOf(config(traffic), command)).filter(({ Sid }) => Sid.startsWith('Revert'));
    return found.flatMap(({ Action }) => Action);
  };
  const all = sentBy('schedules.ts').map((name) => `scheduler:${name}`);
  expect(await of('deploy')).toEqual([...all, 'iam:PassRole']);
  expect(await of('promote')).toEqual([...all, 'iam:PassRole']);
  expect(await of('abort')).toEqual(['scheduler:DeleteSchedule']);
  expect(await of('rollback')).toEqual(['scheduler:DeleteSchedule']);
  expect([...(await of('shift')), ...(await of('status'))]).toEqual([]);
});
