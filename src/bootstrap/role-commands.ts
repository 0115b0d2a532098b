import type { CommandPermissions, Statement } from '../commands/policy/statement.ts';
import type { PolicySubject } from '../commands/policy/subject.ts';
import { type PolicyCommand, permissions } from '../commands/policy/table.ts';
import { onAws } from '../options/model.ts';
import { covers } from './covers.ts';
import type { PipelineRole } from './model.ts';

const PREVIEW: readonly PolicyCommand[] = ['preview', 'cleanup'];

/** Which commands a role of the pipeline is for. What they may do is what `policy` prints of each. */
export const roleCommands: Readonly<Record<PipelineRole, readonly PolicyCommand[]>> = {
  deploy: onAws.filter((name) => name !== 'plan' && !PREVIEW.includes(name)),
  package: ['plan', 'status'],
  plan: ['plan', 'status'],
  preview: PREVIEW,
};

/** What a role may do of a command: pull requests get a plan that nobody executes. */
async function permissionsOf(role: PipelineRole, command: PolicyCommand): Promise<CommandPermissions> {
  if (role !== 'plan' || command !== 'plan') return permissions[command]();
  return (await import('../commands/deploy/permissions.ts')).forecastPermissions;
}

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

/** Stacks by the beginning that their names share beyond that of the application, instead of one by one. */
function withPatterns(subject: PolicySubject, application: string): PolicySubject {
  const starts = `${application}-`;
  const [first = '', ...alike] = subject.stackNames.filter((name) => name.startsWith(starts));
  const others = subject.stackNames.filter((name) => !name.startsWith(starts));
  return { ...subject, stackNames: [...others, `${alike.reduce(sharedStart, first) || starts}*`] };
}

function sharedStart(one: string, other: string): string {
  const end = [...one].findIndex((letter, index) => letter !== other[index]);
  return end === -1 ? one : one.slice(0, end);
}

async function statementsFor(role: PipelineRole, subjects: readonly PolicySubject[]): Promise<readonly Statement[]> {
  const asking = await Promise.all(roleCommands[role].map((name) => permissionsOf(role, name)));
  const all = asking.flatMap((statementsOf) => subjects.map(statementsOf));
  const merged = new Map<string, Statement>();
  for (const statement of all.flat()) {
    const Resource = withoutCovered(statement.Resource);
    const key = JSON.stringify([statement.Sid, Resource, statement.Condition]);
    const known = merged.get(key);
    const Action = [...new Set([...(known?.Action ?? []), ...statement.Action])];
    merged.set(key, { ...(known ?? statement), Action, Resource });
  }
  return withUniqueSids(sameActions([...merged.values()]));
}

/** What may be done alike to the things of several environments is one statement. */
function sameActions(statements: readonly Statement[]): readonly Statement[] {
  const merged = new Map<string, Statement>();
  for (const statement of statements) {
    const key = JSON.stringify([statement.Sid, statement.Action.toSorted(), statement.Condition]);
    const known = merged.get(key);
    const Resource = withoutCovered([...new Set([...(known?.Resource ?? []), ...statement.Resource])]);
    merged.set(key, { ...(known ?? statement), Resource });
  }
  return [...merged.values()];
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
  return resources.filter((one) => !resources.some((other) => other !== one && covers(other, one)));
}
