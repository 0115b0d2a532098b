import type { RunContext } from '../../context.ts';
import { InternalError } from '../../errors.ts';
import type { Delivery } from '../../release/delivery.ts';
import type { Release } from '../../release/model.ts';
import type { Executable } from '../../rollout/ports.ts';
import {
  alignSettings,
  createPaces,
  discardPreparation,
  executeStack,
  prepareStack,
  type StackPorts,
} from '../../stack/index.ts';
import type { StackRequest } from '../../stack/model.ts';
import type { StackInstance } from '../../topology/model.ts';
import type { Engine } from './rollout-ports.ts';
import { stackPorts, stackRequest } from './stack-request.ts';
import type { StackTemplate } from './stack-template.ts';
import type { TargetWork } from './target-work.ts';

export interface ChangeSetEngineOptions {
  readonly release: Release;
  readonly targets: ReadonlyMap<string, TargetWork>;
  readonly templateOf: (stack: string) => StackTemplate;
  readonly earlierMs: ReadonlyMap<string, readonly number[]>;
  /** Puts artifacts into the target's bucket and points the template there. */
  readonly delivery: Delivery;
  /** False for a plan that nobody will execute: nothing is repaired. */
  readonly repair: boolean;
}

/** CloudFormation change sets through the SDK: what was reviewed is executed. */
export function createChangeSetEngine(options: ChangeSetEngineOptions, context: RunContext): Engine {
  const requests = new Map<string, StackRequest>();
  const pace = createPaces();

  const workOf = (instance: StackInstance): TargetWork => {
    const work = options.targets.get(instance.target.name);
    if (work === undefined) throw new InternalError(`${instance.id} is in no target of this run`);
    return work;
  };
  const portsFor = (instance: StackInstance): StackPorts => ({
    ...stackPorts(instance, workOf(instance), options.templateOf, context),
    repair: options.repair,
    pace,
  });
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
      const { deadRuns } = await work.lease();
      const bucket = await work.bucket(instance.settings);
      const { body, url, notes } = await options.delivery.deliver(instance.stack.key, work.session, bucket);
      for (const text of notes) context.report({ type: 'note', level: 'info', text, target: instance.target.name });
      const template = { body, ...(url !== undefined && { url }) };
      const request = stackRequest(instance, inputs.resolved, template, options, context);
      requests.set(instance.id, request);
      return prepareStack(request, { ...portsFor(instance), deadRuns });
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
