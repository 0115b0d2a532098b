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
import type { Preparation, StackRequest } from '../../stack/model.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import type { ConsumerRoles } from '../consumer-roles.ts';
import { consumersOf } from './consumers-of.ts';
import type { ResolvedInputs } from './inputs.ts';
import { type ConsumerPause, isOver } from './pause-consumers.ts';
import { readAhead } from './read-ahead.ts';
import { createRecordKeeping } from './record-keeping.ts';
import { recordedStack } from './recorded-stack.ts';
import type { Recorder } from './recorder.ts';
import type { Engine } from './rollout-ports.ts';
import { stackPorts, stackRequest } from './stack-request.ts';
import type { StackTemplate } from './stack-template.ts';
import type { TargetWork } from './target-work.ts';
import { workOf } from './work-of.ts';

export interface ChangeSetEngineOptions {
  readonly release: Pick<Release, 'id' | 'commit'>;
  readonly targets: ReadonlyMap<string, TargetWork>;
  readonly templateOf: (stack: string) => StackTemplate;
  readonly earlierMs: ReadonlyMap<string, readonly number[]>;
  /** Puts artifacts into the target's bucket and points the template there; absent: there was no bucket to package into. */
  readonly delivery?: Delivery;
  /** Of each release that a stack gets. */
  readonly recorder: Recorder;
  /** Whose stacks they are. */
  readonly environment: Pick<Environment, 'application' | 'name'>;
  /** Consumers that run only where the environment is active; absent: none are marked. */
  readonly roles?: ConsumerRoles | undefined;
  /** False for a plan that nobody will execute: nothing is repaired. */
  readonly repair: boolean;
  /** False for a plan that nobody will execute: it does not wait for who is at work in a stack. */
  readonly waits: boolean;
}

/** CloudFormation change sets through the SDK: what was reviewed is executed. */
export function createChangeSetEngine(options: ChangeSetEngineOptions, context: RunContext): Engine {
  const requests = new Map<string, StackRequest>();
  const adopted = new Map<string, ResolvedInputs>();
  const pace = createPaces();
  const lastReads = new Map<string, NonNullable<StackPorts['lastRead']>>();

  const portsFor = (instance: StackInstance): StackPorts => ({
    ...stackPorts(instance, workOf(instance, options.targets), options.templateOf, context),
    repair: options.repair,
    waits: options.waits,
    pace,
  });
  const requestOf = (instance: StackInstance): StackRequest => {
    const request = requests.get(instance.id);
    if (request === undefined) throw new InternalError(`${instance.id} is executed before it is prepared`);
    return request;
  };

  const records = createRecordKeeping(options, context);
  /** Undefined where the template has nothing that could be paused. */
  const consumers = async (instance: StackInstance): Promise<ConsumerPause | undefined> => {
    const { size } = options.templateOf(instance.stack.key).consumers;
    return size > 0 ? consumersOf(instance, workOf(instance, options.targets), options, context) : undefined;
  };

  return {
    adopt: (instance, inputs) => {
      // The change set holds its template already.
      adopted.set(instance.id, inputs.resolved);
      requests.set(instance.id, stackRequest(instance, inputs.resolved, { body: '' }, options, context));
    },
    align: async (instance, preparation) => {
      await alignSettings(requestOf(instance), preparation, portsFor(instance));
      const { outputs, before } = preparation;
      const isNew = await options.recorder.unchanged(instance.id, { outputs, changedAt: before.changedAt });
      if (isNew) await records.keepRelease(instance);
      // A run that died after its update has left them as the template says.
      await options.roles?.settle(instance);
    },
    prepare: async (instance, inputs) => {
      const work = workOf(instance, options.targets);
      await work.session.account();
      const { deadRuns } = await work.lease();
      const bucket = await work.findBucket(instance.settings);
      if (bucket === undefined || options.delivery === undefined) {
        const { resourceCount } = options.templateOf(instance.stack.key);
        return withoutBucket(instance, resourceCount, work.session);
      }
      options.recorder.open({ instance: instance.id, session: work.session, bucket });
      const cloudformation = readAhead(work.session.cloudformation, instance.stack.stackName, context.clock);
      const delivered = await options.delivery.deliver(instance.stack.key, work.session, bucket);
      const { body, url } = delivered;
      for (const text of delivered.notes)
        context.report({ type: 'note', level: 'info', text, target: instance.target.name });
      const template = { body, ...(url !== undefined && { url }) };
      const request = stackRequest(instance, inputs.resolved, template, options, context);
      requests.set(instance.id, request);
      const parts = {
        resolved: inputs.resolved,
        delivered,
        declared: options.templateOf(instance.stack.key).parameters,
      };
      const session = { ...work.session, cloudformation };
      const recorded = recordedStack(instance, request, options.release, parts, { session });
      const preparation = await prepareStack(request, {
        ...portsFor(instance),
        cloudformation: {
          ...cloudformation,
          describeStack: async (nameOrId) => {
            const stack = await cloudformation.describeStack(nameOrId);
            if (nameOrId === request.stackName && stack !== undefined)
              lastReads.set(instance.id, { stack, at: context.clock.now() });
            return stack;
          },
        },
        deadRuns,
        describe: (parameters, stack) => options.recorder.describe(recorded, parameters, stack),
      });
      // A run that died in between has left them disabled. Where the stack is not at rest yet, they stay so.
      const state = preparation.kind === 'failed' ? preparation.state : 'succeeded';
      if (options.repair) await (await consumers(instance))?.after({ state });
      return preparation;
    },
    execute: async (instance, preparation) => {
      const lastRead = lastReads.get(instance.id);
      const ports = { ...portsFor(instance), ...(lastRead && { lastRead }) };
      const changeSet = changeSetOf(preparation);
      const kinds = new Set(instance.settings.pauseConsumers);
      const pause = kinds.size > 0 && changeSet.type === 'UPDATE' && (await consumers(instance));
      if (pause) await pause.pause(changeSet.stackId, kinds, changeSet.changes);
      await options.recorder.about(instance.id);
      const outcome = await executeStack(requestOf(instance), changeSet, ports);
      if (pause) await pause.after(outcome);
      const { state, outputs } = outcome;
      if (isOver(state)) await options.roles?.settle(instance);
      if (state !== 'succeeded') return outcome;
      const resolved = adopted.get(instance.id);
      const changed = outcome.changedAt === undefined ? {} : { changedAt: outcome.changedAt };
      await Promise.all([
        resolved === undefined
          ? options.recorder.succeeded(instance.id, { state, outputs, ...changed })
          : records.adopted(instance, requestOf(instance), resolved, outcome),
        records.keepRelease(instance),
      ]);
      return outcome;
    },
    discard: (instance, preparation) =>
      discardPreparation(requestOf(instance), changeSetOf(preparation), portsFor(instance)),
  };
}

/** Before the first deployment of anything there: nothing was uploaded, so CloudFormation cannot be asked. */
async function withoutBucket(
  { stack }: StackInstance,
  resourceCount: number,
  { cloudformation }: TargetWork['session'],
): Promise<Preparation> {
  const found = await cloudformation.describeStack(stack.stackName);
  const isNew = found === undefined || found.status === 'REVIEW_IN_PROGRESS';
  const changes = isNew
    ? `the stack is new, everything in the template would be created (resources before transforms and conditions: ${resourceCount})`
    : 'what would change in the stack is known then';
  return {
    kind: 'unreviewed',
    notes: [`there is no bucket for artifacts yet, the deployment makes it; ${changes}`],
  };
}

function changeSetOf(preparation: Executable): Extract<Executable, { kind: 'change-set' }> {
  if (preparation.kind === 'change-set') return preparation;
  throw new InternalError('this engine executes change sets only');
}
