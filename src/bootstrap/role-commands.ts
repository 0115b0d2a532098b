import type { Statement } from '../commands/policy/statement.ts';
import type { PolicySubject } from '../commands/policy/subject.ts';
import { type PolicyCommand, permissions } from '../commands/policy/table.ts';
import type { PipelineRole } from './model.ts';

/** Which commands a role of the pipeline is for. What they may do is what `policy` prints of each. */
export const roleCommands: Readonly<Record<PipelineRole, readonly PolicyCommand[]>> = {
  deploy: ['deploy', 'promote', 'abort', 'status', 'verify', 'shift', 'rollback', 'remove'],
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
): Promise<readonly Statement[]> {
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
