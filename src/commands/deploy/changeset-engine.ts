import type { RunContext } from '../../context.ts';
import { InternalError } from '../../errors.ts';
import type { Release } from '../../release/model.ts';
import type { Executable } from '../../rollout/ports.ts';
import { alignSettings, discardPreparation, executeStack, prepareStack, type StackPorts } from '../../stack/index.ts';
import type { StackRequest } from '../../stack/model.ts';
import { isStateful } from '../../template/stateful.ts';
import type { StackInstance } from '../../topology/model.ts';
import type { ResolvedInputs } from './inputs.ts';
import type { PlaceTemplate } from './place-template.ts';
import type { Engine } from './rollout-ports.ts';
import type { StackTemplate } from './stack-template.ts';
import type { TargetWork } from './target-work.ts';

export interface ChangeSetEngineOptions {
  readonly release: Release;
  readonly targets: ReadonlyMap<string, TargetWork>;
  readonly templateOf: (stack: string) => StackTemplate;
  /** Puts artifacts into the target's bucket and points the template there. */
  readonly place: PlaceTemplate;
  /** False for a plan that nobody will execute: nothing is repaired. */
  readonly repair: boolean;
}

/** CloudFormation change sets through the SDK: what was reviewed is executed. */
export function createChangeSetEngine(options: ChangeSetEngineOptions, context: RunContext): Engine {
  const requests = new Map<string, StackRequest>();

  const workOf = (instance: StackInstance): TargetWork => {
    const work = options.targets.get(instance.target.name);
    if (work === undefined) throw new InternalError(`${instance.id} is in no target of this run`);
    return work;
  };
  const portsFor = (instance: StackInstance): StackPorts => {
    const work = workOf(instance);
    return {
      cloudformation: work.session.cloudformation,
      clock: context.clock,
      report: context.report,
      signal: context.signal,
      beforeWrite: async () => (await work.lease()).assertHeld(),
      locate: options.templateOf(instance.stack.key).locate,
      target: instance.target.name,
      isStateful,
      repair: options.repair,
    };
  };
  const requestOf = (instance: StackInstance): StackRequest => {
    const request = requests.get(instance.id);
    if (request === undefined) throw new InternalError(`${instance.id} is executed before it is prepared`);
    return request;
  };

  return {
    adopt: (instance, inputs) => {
      // The change set holds its template already.
      requests.set(instance.id, stackRequest(instance, inputs.resolved, { body: '' }, options, context));
    },
    align: (instance, preparation) => alignSettings(requestOf(instance), preparation, portsFor(instance)),
    prepare: async (instance, inputs) => {
      const work = workOf(instance);
      await work.session.account();
      await work.lease();
      const template = await options.place(instance, work);
      const request = stackRequest(instance, inputs.resolved, template, options, context);
      requests.set(instance.id, request);
      return prepareStack(request, portsFor(instance));
    },
    execute: (instance, preparation) => executeStack(requestOf(instance), changeSetOf(preparation), portsFor(instance)),
    discard: (instance, preparation) =>
      discardPreparation(requestOf(instance), changeSetOf(preparation), portsFor(instance)),
  };
}

function changeSetOf(preparation: Executable): Extract<Executable, { kind: 'change-set' }> {
  if (preparation.kind === 'change-set') return preparation;
  throw new InternalError('this engine executes change sets only');
}

function stackRequest(
  instance: StackInstance,
  resolved: ResolvedInputs,
  template: StackRequest['template'],
  { release, templateOf }: ChangeSetEngineOptions,
  { origin }: RunContext,
): StackRequest {
  const { settings, stack } = instance;
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
    timeoutMs: settings.timeoutMs,
    hasNestedStacks,
    runId: origin.runId,
    description: `release ${release.id}${release.commit === undefined ? '' : ` of commit ${release.commit}`}`,
  };
}
