import type { Statement } from '../commands/policy/statement.ts';
import type { PolicySubject } from '../commands/policy/subject.ts';
import { type PolicyCommand, permissions } from '../commands/policy/table.ts';
import { onAws } from '../options/definitions.ts';
import type { PipelineRole } from './model.ts';

/** Which commands a role of the pipeline is for. What they may do is what `policy` prints of each. */
export const roleCommands: Readonly<Record<PipelineRole, readonly PolicyCommand[]>> = {
  deploy: onAws.filter((name) => name !== 'plan'),
  plan: ['plan', 'status'],
  preview: ['preview', 'cleanup'],
};

/**
 * The statements of all commands of a role as one policy: what is asked for one purpose on the same resources stands
 * together, so that the policy stays under IAM's limit for a role (10,240 characters).
 */
export async function roleStatements(
  role: PipelineRole,
  subjects: readonly PolicySubject[],
  application = '${Application}',
): Promise<readonly Statement[]> {
  const exact = await statementsFor(role, subjects);
  if (!isTooLong(exact)) return exact;
  return statementsFor(
    role,
    subjects.map((subject) => withPatterns(subject, application)),
  );
}

/** IAM and STS quotas: characters of all inline policies of a role. Some are left for what the template denies and people add. */
const LONGEST = 9_300;

function isTooLong(statements: readonly Statement[]): boolean {
  return JSON.stringify(statements).length > LONGEST;
}

/** Stacks by the beginning of their names that they share with the application, instead of one by one. */
function withPatterns(subject: PolicySubject, application: string): PolicySubject {
  const starts = `${application}-`;
  const others = subject.stackNames.filter((name) => !name.startsWith(starts));
  return { ...subject, stackNames: [...others, `${starts}*`] };
}

async function statementsFor(role: PipelineRole, subjects: readonly PolicySubject[]): Promise<readonly Statement[]> {
  const asking = await Promise.all(roleCommands[role].map((name) => permissions[name]()));
  const all = asking.flatMap((statementsOf) => subjects.map(statementsOf));
  const merged = new Map<string, Statement>();
  for (const statement of all.flat()) {
    const Resource = withoutCovered(statement.Resource);
    const key = JSON.stringify([statement.Sid, Resource, statement.Condition]);
    const known = merged.get(key);
    const Action = [...new Set([...(known?.Action ?? []), ...statement.Action])];
    merged.set(key, { ...(known ?? statement), Action, Resource });
  }
  return withUniqueSids([...merged.values()]);
}

/** IAM refuses a policy with a Sid twice. */
function withUniqueSids(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Map<string, number>();
  return statements.map((statement) => {
    const count = (seen.get(statement.Sid) ?? 0) + 1;
    seen.set(statement.Sid, count);
    return count === 1 ? statement : { ...statement, Sid: `${statement.Sid}${count}` };
  });
}

/** Resources that a wider one of the same statement holds already are noise. */
function withoutCovered(resources: readonly string[]): readonly string[] {
  const covers = (pattern: string, text: string): boolean =>
    new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);
  return resources.filter((one) => !resources.some((other) => other !== one && covers(other, one)));
}
