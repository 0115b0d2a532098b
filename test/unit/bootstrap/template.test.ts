import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { genericSubject } from '../../../src/bootstrap/generic-subject.ts';
import { roleCommands, roleStatements } from '../../../src/bootstrap/role-commands.ts';
import { bootstrapTemplate } from '../../../src/bootstrap/template.ts';
import type { PolicySubject } from '../../../src/commands/policy/subject.ts';
import { permissions } from '../../../src/commands/policy/table.ts';

/** IAM user guide, "IAM and AWS STS quotas": all inline policies of a role together, without white space. */
const INLINE_LIMIT = 10_240;
/** CloudFormation quotas: what is handed over as text, as `aws cloudformation deploy` does. */
const BODY_LIMIT = 51_200;

const subject = genericSubject();
const [policy] = subject.policies as readonly [PolicySubject];

describe.each(Object.keys(roleCommands) as (keyof typeof roleCommands)[])('the %s role', (role) => {
  test('may do all that its commands ask for', async () => {
    const allowed = new Set(
      (await roleStatements(role, [policy])).flatMap(({ Sid, Action }) =>
        Action.map((action) => `${Sid.replace(/\d+$/, '')} ${action}`),
      ),
    );
    for (const command of roleCommands[role])
      for (const { Sid, Action } of (await permissions[command]())(policy))
        for (const action of Action) expect(allowed).toContain(`${Sid} ${action}`);
  });

  test('has a policy that IAM takes: no Sid twice, and below its limit for 20 stacks', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `orders-service-number-${index}`);
    // However many stacks there are, the names of their previews begin with that of the application.
    const stackNames = role === 'preview' ? ['orders-with-a-long-name-pr-*'] : names;
    const statements = await roleStatements(role, [{ ...policy, stackNames }], 'orders');
    const sids = statements.map(({ Sid }) => Sid);
    expect(new Set(sids).size).toBe(sids.length);
    expect(JSON.stringify(statements).length).toBeLessThan(INLINE_LIMIT);
  });
});

test('without its option the plan role may delete nothing, whatever pull requests make of it', async () => {
  const text = await bootstrapTemplate(subject);
  const quiet = { logLevel: 'silent' } as const;
  const template = parse(text, quiet) as {
    readonly Resources: { readonly PlanRole: { readonly Properties: { readonly Policies: readonly object[] } } };
  };
  const [always, option] = template.Resources.PlanRole.Properties.Policies;
  expect(JSON.stringify(always)).not.toContain('DeleteStack');
  expect(JSON.stringify(option)).toMatch(/^\["PlanDeletes".*DeleteStack/);
});

test('the template fits into a call', async () => {
  expect(Buffer.byteLength(await bootstrapTemplate(subject))).toBeLessThan(BODY_LIMIT);
});
