import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import type { FailoverPlan, PlannedConsumer, PlannedHooks } from '../../failover/plan.ts';
import { createOutputs } from '../../gates/outputs.ts';
import { resolveCheck } from '../../gates/resolve.ts';
import { settleAll } from '../../settle-all.ts';
import { matches } from '../../template/consumers.ts';
import type { ConsumerSettings, FailoverSettings } from '../../topology/failover-model.ts';
import type { Environment, Target } from '../../topology/model.ts';
import { findConsumers } from './find-consumers.ts';

type Work = Pick<FailoverPlan, 'consumers' | 'hooks'>;

/**
 * Marked consumers and hooks of every target, with the identifiers and values that they have there now: a failover lists
 * and describes nothing. A target that was not asked, or does not tell, keeps what was compiled last.
 * @param asked names of targets that answer
 */
export async function plannedWork(
  whole: Environment,
  settings: FailoverSettings,
  asked: ReadonlySet<string>,
  { release, before }: { readonly release: FailoverPlan['release']; readonly before: Work | undefined },
  context: RunContext,
): Promise<Work> {
  const { consumers, graceful } = settings;
  const each = async <T>(
    look: (target: Target) => Promise<T>,
    earlier: (name: string) => T | undefined,
    what: string,
  ) => {
    const found = await settleAll(
      whole.targets.map(async (target): Promise<readonly (readonly [string, T])[]> => {
        const known = earlier(target.name);
        const kept = known === undefined ? [] : [[target.name, known] as const];
        if (!asked.has(target.name)) return kept;
        try {
          return [[target.name, await look(target)]];
        } catch (error) {
          warn(`${what} of ${target.name} are as they were compiled last: ${errorText(error)}`, target.name, context);
          return kept;
        }
      }),
    );
    return Object.fromEntries(found.flat());
  };
  const [switched, hooks] = await Promise.all([
    consumers &&
      each(
        (target) => inTarget(target, consumers, whole, context),
        (name) => before?.consumers?.targets[name],
        'consumers',
      ),
    graceful &&
      each(
        (target) => hooksIn(target, graceful, release, whole, context),
        (name) => before?.hooks?.[name],
        'hooks',
      ),
  ]);
  if (consumers !== undefined && switched !== undefined) warnOfMissing(consumers, switched, whole, context);
  return {
    ...(consumers !== undefined &&
      switched !== undefined && { consumers: { where: consumers.where, targets: switched } }),
    ...(hooks !== undefined && { hooks }),
  };
}

async function inTarget(
  target: Target,
  settings: ConsumerSettings,
  whole: Environment,
  context: RunContext,
): Promise<readonly PlannedConsumer[]> {
  const own = whole.instances.filter((instance) => instance.target.name === target.name);
  const { cloudformation } = context.aws.session(target);
  const found = await settleAll(own.map(({ stack }) => findConsumers(stack, settings, cloudformation)));
  for (const text of found.flatMap(({ problems }) => problems)) warn(text, target.name, context);
  return found.flatMap(({ consumers }) => consumers);
}

async function hooksIn(
  target: Target,
  graceful: NonNullable<FailoverSettings['graceful']>,
  release: FailoverPlan['release'],
  whole: Environment,
  { aws }: RunContext,
): Promise<PlannedHooks> {
  const session = (place: Target) => aws.session(place);
  const resolved = await resolveCheck(graceful, target, createOutputs(whole, {}, session), {
    environment: whole,
    release,
    session,
  });
  if (resolved.kind === 'known') return resolved.value;
  throw new Error(`${resolved.sources.join(', ')} has no value`);
}

/** A name that means nothing anywhere is misspelt, or of a resource that is gone. */
function warnOfMissing(
  { resources }: ConsumerSettings,
  found: Readonly<Record<string, readonly PlannedConsumer[]>>,
  { stacks }: Environment,
  context: RunContext,
): void {
  const names = Object.values(found).flatMap((own) => own.map(({ resource }) => resource));
  for (const { key } of stacks) {
    for (const pattern of resources[key] ?? []) {
      if (names.some((name) => matches(`${key}/${pattern}`, name))) continue;
      warn(`failover.consumers names ${pattern} of ${key}, and no target has such a consumer`, undefined, context);
    }
  }
}

function warn(text: string, target: string | undefined, { report }: RunContext): void {
  report({ type: 'note', level: 'warning', text, ...(target !== undefined && { target }) });
}
