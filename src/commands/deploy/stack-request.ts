import type { RunContext } from '../../context.ts';
import { isDeadRun } from '../../origin.ts';
import type { Release } from '../../release/model.ts';
import type { StackPorts } from '../../stack/index.ts';
import type { StackRequest } from '../../stack/model.ts';
import { isStateful } from '../../template/stateful.ts';
import type { StackInstance } from '../../topology/model.ts';
import type { ResolvedInputs } from './inputs.ts';
import type { StackTemplate } from './stack-template.ts';
import type { TargetWork } from './target-work.ts';

export interface RequestParts {
  readonly release: Pick<Release, 'id' | 'commit'>;
  readonly templateOf: (stack: string) => StackTemplate;
  /** Milliseconds of each stack's last deployments, by instance. */
  readonly earlierMs: ReadonlyMap<string, readonly number[]>;
}

/** What an engine is asked to make of one stack. */
export function stackRequest(
  instance: StackInstance,
  resolved: ResolvedInputs,
  template: StackRequest['template'],
  { release, templateOf, earlierMs }: RequestParts,
  { origin }: Pick<RunContext, 'origin'>,
): StackRequest {
  const { settings, stack } = instance;
  const expectedMs = earlierMs.get(instance.id)?.at(-1);
  const { parameters: declaredParameters, hasNestedStacks } = templateOf(stack.key);
  return {
    instance: instance.id,
    stackName: stack.stackName,
    template,
    declaredParameters,
    parameters: resolved.parameters,
    missingParameters: settings.missingParameters,
    tags: resolved.tags,
    capabilities: settings.capabilities,
    ...(settings.serviceRole !== undefined && { serviceRole: settings.serviceRole }),
    notificationArns: settings.notificationArns,
    ...(settings.terminationProtection !== undefined && { terminationProtection: settings.terminationProtection }),
    ...(settings.stackPolicy !== undefined && { stackPolicy: settings.stackPolicy }),
    ...(settings.rollbackTriggers !== undefined && { rollbackTriggers: settings.rollbackTriggers }),
    disableRollback: settings.disableRollback,
    revertDrift: settings.revertDrift,
    ...(settings.express && { express: true }),
    timeoutMs: settings.timeoutMs,
    hasNestedStacks,
    ...(expectedMs !== undefined && { expectedMs }),
    runId: origin.runId,
    description: `release ${release.id}${release.commit === undefined ? '' : ` of commit ${release.commit}`}`,
  };
}

/** What the work on one stack may use. */
export function stackPorts(
  instance: StackInstance,
  work: TargetWork,
  templateOf: RequestParts['templateOf'],
  context: RunContext,
): StackPorts {
  const { shifted } = templateOf(instance.stack.key);
  return {
    cloudformation: work.session.cloudformation,
    codeDeploy: work.session.codeDeploy,
    ...(shifted !== undefined && { shifted }),
    clock: context.clock,
    report: context.report,
    signal: context.signal,
    beforeWrite: async () => (await work.lease()).assertHeld(),
    isDeadRun: (runId) => isDeadRun(runId, context.origin, context.processGone),
    locate: (path) => templateOf(instance.stack.key).locate(path),
    alarmKinds: (arns) => work.session.alarmKinds(arns),
    target: instance.target.name,
    isStateful,
  };
}
