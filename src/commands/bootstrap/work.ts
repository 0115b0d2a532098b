import type { TargetSession } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import { isDeadRun } from '../../origin.ts';
import type { StackPorts } from '../../stack/index.ts';
import type { StackRequest } from '../../stack/model.ts';
import type { Template } from '../../template/model.ts';
import { asMap } from '../../template/plain-data.ts';
import { isStateful } from '../../template/stateful.ts';
import type { StackInstance, StackSettings } from '../../topology/model.ts';
import type { AccountPlace } from './accounts.ts';
import type { BootstrapStack } from './shell-command.ts';

const TIMEOUT_MS = 30 * 60_000;
const PROVIDER = 'token.actions.githubusercontent.com';
/** The parameter of the template that names a provider which is there already. */
const PROVIDER_PARAMETER = 'OidcProviderArn';

/** The bootstrap stack of an account, as plans and results speak of stacks. */
export function instanceOf({ target }: AccountPlace, stackName: string): StackInstance {
  const stack = { key: 'bootstrap', template: '', stackName, scope: 'regional' as const, needs: [] };
  return { id: `bootstrap@${target.name}`, stack, target, settings: SETTINGS };
}

const SETTINGS: StackSettings = {
  parameters: {},
  tags: {},
  capabilities: ['CAPABILITY_NAMED_IAM'],
  missingParameters: 'keep',
  notificationArns: [],
  disableRollback: false,
  revertDrift: false,
  timeoutMs: TIMEOUT_MS,
};

export function requestOf(
  instance: StackInstance,
  template: Template,
  parameters: Readonly<Record<string, string>>,
  { origin }: Pick<RunContext, 'origin'>,
): StackRequest {
  const { id, stack, settings } = instance;
  return {
    ...settings,
    instance: id,
    stackName: stack.stackName,
    template: { body: template.text },
    declaredParameters: template.parameters,
    parameters,
    hasNestedStacks: false,
    runId: origin.runId,
    description: 'bootstrap',
  };
}

export function portsOf(
  instance: StackInstance,
  session: TargetSession,
  template: Template,
  context: RunContext,
): StackPorts {
  const { clock, report, signal } = context;
  return {
    cloudformation: session.cloudformation,
    codeDeploy: session.codeDeploy,
    clock,
    report,
    signal,
    // Nobody else makes this stack: there is no lease to lose.
    beforeWrite: async () => {},
    isDeadRun: (runId) => isDeadRun(runId, context.origin, context.processGone),
    locate: template.locate,
    target: instance.target.name,
    isStateful,
  };
}

/**
 * The parameters for one account: the provider for GitHub that it has already is used, unless this stack made it. What a
 * stack was given once it keeps.
 */
export async function parametersFor(
  session: TargetSession,
  template: Template,
  { stackName, parameters }: BootstrapStack,
  context: RunContext,
): Promise<Readonly<Record<string, string>>> {
  const stack = await session.cloudformation.describeStack(stackName);
  if (stack !== undefined && !UNMADE.has(stack.status)) {
    tellKept(stack.parameters, parameters, template, session.target, context);
    return parameters;
  }
  const wanted = template.parameters.some(({ name }) => name === PROVIDER_PARAMETER);
  if (!wanted || parameters[PROVIDER_PARAMETER] !== undefined) return parameters;
  const arn = `arn:${session.partition}:iam::${await session.account()}:oidc-provider/${PROVIDER}`;
  try {
    return (await session.hasIdentityProvider(arn)) ? { ...parameters, [PROVIDER_PARAMETER]: arn } : parameters;
  } catch (error) {
    const text = `whether the account has a provider for GitHub could not be asked (${errorText(error)}): if creating it fails, give --parameters ${PROVIDER_PARAMETER}=${arn}`;
    context.report({ type: 'note', level: 'warning', target: session.target, text });
    return parameters;
  }
}

/** A stack keeps its parameters, as with `aws cloudformation deploy`: where the template says something else by now, that is told. */
function tellKept(
  deployed: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
  { data }: Template,
  target: string,
  { report }: RunContext,
): void {
  for (const [name, declared] of Object.entries(asMap(data['Parameters']))) {
    const { [name]: value } = deployed;
    const standard = asMap(declared)['Default'];
    if (name === PROVIDER_PARAMETER || value === undefined || name in given || standard === undefined) continue;
    if (value === String(standard)) continue;
    const text = `${name} stays ${value || 'empty'}; --parameters ${name}=${standard} makes it what the template says`;
    report({ type: 'note', level: 'warning', target, text });
  }
}

/** Nothing of the stack is there yet, or any more. */
const UNMADE = new Set([
  'REVIEW_IN_PROGRESS',
  'ROLLBACK_COMPLETE',
  'ROLLBACK_FAILED',
  'CREATE_FAILED',
  'DELETE_COMPLETE',
]);
