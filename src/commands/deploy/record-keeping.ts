import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import type { Delivery } from '../../release/delivery.ts';
import type { Release } from '../../release/model.ts';
import type { StackOutcome, StackRequest } from '../../stack/model.ts';
import { changedAt } from '../../stack/operation.ts';
import { changeSetParameters } from '../../stack/parameters.ts';
import type { StackInstance } from '../../topology/model.ts';
import type { ResolvedInputs } from './inputs.ts';
import { recordedStack } from './recorded-stack.ts';
import type { Recorder } from './recorder.ts';
import type { StackTemplate } from './stack-template.ts';
import type { TargetWork } from './target-work.ts';
import { workOf } from './work-of.ts';

export interface RecordKeepingOptions {
  readonly release: Pick<Release, 'id' | 'commit'>;
  readonly targets: ReadonlyMap<string, TargetWork>;
  readonly templateOf: (stack: string) => StackTemplate;
  readonly delivery?: Delivery;
  readonly recorder: Recorder;
}

/** What is kept in a target after a deployment there. Neither throws: the deployment is done, its result must be told. */
export interface RecordKeeping {
  /** What an earlier run prepared (a plan file) was described there: the same is worked out again for its record. */
  adopted(
    instance: StackInstance,
    request: StackRequest,
    resolved: ResolvedInputs,
    outcome: StackOutcome,
  ): Promise<void>;
  /** Keeps the release itself in the target's bucket, so that a later job finds it when the first target is lost. */
  keepRelease(instance: StackInstance): Promise<void>;
}

export function createRecordKeeping(options: RecordKeepingOptions, context: Pick<RunContext, 'report'>): RecordKeeping {
  const { release, targets, templateOf, delivery, recorder } = options;
  const warn = ({ target }: StackInstance, text: string): void =>
    context.report({ type: 'note', level: 'warning', text, target: target.name });
  return {
    async adopted(instance, request, resolved, outcome) {
      const { id, stack, settings } = instance;
      const work = workOf(instance, targets);
      try {
        const deployed = await work.session.cloudformation.describeStack(outcome.stackId ?? stack.stackName);
        if (deployed === undefined || delivery === undefined) return;
        const delivered = await delivery.deliver(stack.key, work.session, await work.bucket(settings));
        const parts = { resolved, delivered, declared: templateOf(stack.key).parameters };
        const recorded = recordedStack(instance, request, release, parts, work);
        const sent = changeSetParameters(request, new Set(Object.keys(deployed.parameters)));
        await recorder.describe(recorded, sent, deployed);
        await recorder.unchanged(id, { outputs: outcome.outputs, changedAt: changedAt(deployed) });
      } catch (error) {
        warn(instance, `${id} cannot be rolled back to this release, its record was not written: ${errorText(error)}`);
      }
    },
    async keepRelease(instance) {
      const { session, findBucket } = workOf(instance, targets);
      try {
        const bucket = await findBucket(instance.settings);
        if (bucket !== undefined) await delivery?.keep(session, bucket, instance.settings.artifactPrefix);
      } catch (error) {
        const where = instance.target.name;
        warn(
          instance,
          `the release was not kept in ${where}, so a later job may have to find it elsewhere: ${errorText(error)}`,
        );
      }
    },
  };
}
