import type { Statement } from '../commands/policy/statement.ts';
import { inAccounts } from './account-conditions.ts';
import { deny, keptFrom } from './isolation.ts';
import type { BootstrapEnvironment, BootstrapSubject } from './model.ts';
import type { PipelineRoleParts } from './render-role.ts';
import type { RoleStatement } from './render-statements.ts';
import { roleStatements } from './role-commands.ts';
import { deployRoleEnd, logicalIds } from './role-names.ts';
import type { JobPlace } from './trust.ts';

/** The roles of a pipeline, with the names of the conditions that the template has for them. */
export async function pipelineRoles(subject: BootstrapSubject): Promise<readonly PipelineRoleParts[]> {
  const { environments } = subject;
  const ids = logicalIds(
    'DeployRole',
    environments.map(({ name }) => name),
  );
  const deploying = environments.map((environment, index) => deployRole(environment, ids[index] ?? '', subject));
  const looking = [packageRole(subject), planRole(subject)];
  return [
    ...sharing('DeployPolicy', await Promise.all(deploying)),
    ...sharing('PlanPolicy', await Promise.all(looking)),
    await previewRole(subject),
  ];
}

/** IAM and STS quotas: characters of a managed policy, some less. */
const LONGEST_SHARED = 5_900;

/** A template has little room: what several roles are allowed alike stands in it once. */
function sharing(logicalId: string, roles: readonly PipelineRoleParts[]): readonly PipelineRoleParts[] {
  const [first, ...others] = roles.map(({ statements }) => new Set(statements.map((one) => JSON.stringify(one))));
  const common = [...(first ?? [])].filter((one) => others.every((statements) => statements.has(one)));
  if (others.length === 0 || common.join().length > LONGEST_SHARED) return roles;
  const isCommon = (one: RoleStatement): boolean => common.includes(JSON.stringify(one));
  const shared = { logicalId, statements: roles[0]?.statements.filter(isCommon) ?? [] };
  return roles.map((role) => ({ ...role, shared, statements: role.statements.filter((one) => !isCommon(one)) }));
}

async function deployRole(
  environment: BootstrapEnvironment,
  logicalId: string,
  { application, environments }: BootstrapSubject,
): Promise<PipelineRoleParts> {
  const { name, policy, accounts, gitHubEnvironments } = environment;
  const allowed = await roleStatements('deploy', [policy], application);
  const others = environments.filter((other) => other !== environment && shareAccount(environment, other));
  const when = inAccounts(accounts);
  return {
    logicalId,
    end: deployRoleEnd(application, name),
    comment: `Deploys ${name}: jobs in its GitHub environments, whose protection rules decide who gets there.`,
    ...(when !== undefined && { condition: { name: `With${logicalId}`, when } }),
    trust: { places: gitHubEnvironments.map(inEnvironment) },
    statements: [...allowed, ...keptFrom(others, { own: policy.stackNames, allowed, application })],
  };
}

/** Folders of what runs act on that change something: a role that executes nothing could steer them by writing there. */
const NEVER_PLANNED = ['failover', 'records', 'rollouts', 'inventory', 'active', 'leases', 'paused'];

async function packageRole({ environments, application, branch }: BootstrapSubject): Promise<PipelineRoleParts> {
  const allowed = await roleStatements('package', policiesOf(environments), application);
  return {
    logicalId: 'PackageRole',
    end: 'package',
    comment:
      'Makes plans that a later job deploys, and executes nothing. Its jobs wait for nobody: only runs of one branch get it.',
    trust: { places: environments.map(planning), branch },
    statements: [...narrowed(allowed, isNoDeletion), ...denyWrites(NEVER_PLANNED)],
  };
}

async function planRole({ environments, application, branch }: BootstrapSubject): Promise<PipelineRoleParts> {
  const allowed = await roleStatements('plan', policiesOf(environments), application);
  return {
    logicalId: 'PlanRole',
    end: 'plan',
    comment:
      'Plans, and executes nothing; what it writes is never deployed. Pull requests from branches of the repository get it.',
    trust: {
      places: [...environments.map(planning), { kind: 'branch', name: branch }, { kind: 'pull-request' }],
    },
    statements: narrowed(allowed, isNoDeletion),
    option: {
      condition: 'PlanDeletes',
      name: 'delete-empty-stacks',
      statements: narrowed(allowed, (action) => !isNoDeletion(action)),
    },
  };
}

const WANTED = '!Equals [!Ref Previews, "true"]';

async function previewRole(subject: BootstrapSubject): Promise<PipelineRoleParts> {
  const { environments, previewPolicies, previewAccounts, application, branch } = subject;
  const allowed = await roleStatements('preview', previewPolicies, application);
  const where = inAccounts(previewAccounts);
  return {
    logicalId: 'PreviewRole',
    end: 'preview',
    comment: 'Makes and deletes the stacks of pull requests, and no others.',
    condition: { name: 'WithPreviews', when: where === undefined ? WANTED : `!And [${WANTED}, ${where}]` },
    trust: { places: [inEnvironment('preview'), { kind: 'branch', name: branch }, { kind: 'pull-request' }] },
    statements: [...allowed, ...denyWrites(['failover']), ...keptFrom(environments, { own: [], allowed, application })],
  };
}

const inEnvironment = (name: string): JobPlace => ({ kind: 'environment', name });

/** Jobs that only plan run in an environment of their own, which asks nobody. */
const planning = ({ name }: BootstrapEnvironment): JobPlace => inEnvironment(`${name}-plan`);

const policiesOf = (environments: readonly BootstrapEnvironment[]) => environments.map(({ policy }) => policy);

function shareAccount(one: BootstrapEnvironment, other: BootstrapEnvironment): boolean {
  return one.accounts?.some((account) => other.accounts?.includes(account) ?? true) ?? true;
}

const isNoDeletion = (action: string): boolean => action !== 'cloudformation:DeleteStack';

/** The statements with those of their actions that count, and without those that have none left. */
function narrowed(statements: readonly Statement[], counts: (action: string) => boolean): readonly Statement[] {
  return statements.flatMap((statement) => {
    const Action = statement.Action.filter(counts);
    return Action.length === 0 ? [] : [{ ...statement, Action }];
  });
}

function denyWrites(folders: readonly string[]): ReturnType<typeof deny> {
  const arns = folders.map((folder) => `arn:\${AWS::Partition}:s3:::*/sam-multi-region/${folder}/*`);
  return deny('NotWhatOthersActOn', ['s3:PutObject', 's3:DeleteObject'], arns);
}
