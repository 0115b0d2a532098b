import { AwsError } from '../aws/ports.ts';
import type { ResourceFailure } from './model.ts';
import type { StackPorts } from './ports.ts';

/** "d-RGSWBD91L failed. One or more alarms …": how CloudFormation says that a deployment of CodeDeploy did not succeed. */
const FAILED = /\b(d-[A-Z0-9]{6,})\b/;
const ALIAS = 'AWS::Lambda::Alias';

/**
 * Failures of aliases with what CodeDeploy says of their deployments: which alarm, which hook, how much of the traffic
 * was moved. Where CodeDeploy cannot be asked they stay as CloudFormation told them.
 */
export async function explainShifts(
  failures: readonly ResourceFailure[],
  { codeDeploy }: Pick<StackPorts, 'codeDeploy'>,
): Promise<readonly ResourceFailure[]> {
  return Promise.all(failures.map((failure) => explained(failure, codeDeploy)));
}

async function explained(failure: ResourceFailure, codeDeploy: StackPorts['codeDeploy']): Promise<ResourceFailure> {
  const id = failure.resourceType === ALIAS ? FAILED.exec(failure.reason)?.[1] : undefined;
  if (id === undefined || codeDeploy === undefined) return failure;
  try {
    const [deployment, shift] = await Promise.all([codeDeploy.deployment(id), codeDeploy.shift(id)]);
    if (deployment === undefined) return failure;
    const { error, hooks, config } = deployment;
    const failedEvent = shift?.lifecycle.find(({ status }) => status === 'Failed')?.event;
    const hook = failedEvent === undefined ? undefined : hooks[failedEvent];
    const words = error?.message || failure.reason;
    const cause = hook === undefined ? words : `its hook ${hook} (${failedEvent}) failed: ${words}`;
    const what = `CodeDeploy deployment ${id} (${config.replace('CodeDeployDefault.Lambda', '')})`;
    const of = shift === undefined ? '' : ` of ${shift.functionName}:${shift.alias} to version ${shift.targetVersion}`;
    return { ...failure, reason: `${what}${of} did not succeed: ${alarmsFirst(words) ?? cause}` };
  } catch (error) {
    // What happened must not be hidden by a failure to find out more.
    if (error instanceof AwsError) return failure;
    throw error;
  }
}

/** The alarms before CodeDeploy's sentence, which names them last. */
function alarmsFirst(words: string): string | undefined {
  const names = [...(/Activated alarms: (.*)/.exec(words)?.[1] ?? '').matchAll(/<([^>]+)>/g)].map(([, name]) => name);
  if (names.length === 0) return undefined;
  return `${names.length === 1 ? 'alarm' : 'alarms'} ${names.join(', ')} went off. ${words}`;
}
