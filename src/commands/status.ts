import type { RunContext } from '../context.ts';
import { UserError } from '../errors.ts';
import { type InventoryEntry, readInventory } from '../records/inventory.ts';
import { unknownAsNone } from '../records/rollout-journal.ts';
import type { StackReport } from '../report/status-report.ts';
import type { Environment } from '../topology/model.ts';
import type { Command } from './command.ts';
import { createRecorder } from './deploy/recorder.ts';
import { environmentOf } from './environment.ts';
import { homeOf, inventoryPlace } from './inventory-place.ts';
import { orphanTarget } from './orphan.ts';
import { runResult } from './result.ts';
import { rolloutReport } from './rollout-report.ts';
import { type FoundStack, findStack, isRefusal } from './stack-report.ts';
import { visibleActivity } from './visible-activity.ts';
import { visibleJournal } from './visible-journal.ts';
import { visibleWeights } from './visible-weights.ts';

/** Shows every stack of the environment as AWS has it, who works on it, and orphans. Changes nothing. */
export const status: Command = async (options, context) => {
  const startedAt = context.clock.now();
  const { environment, whole, excluded } = await environmentOf(options, context);
  const { application, name } = environment;
  const recorder = createRecorder({ application, environment: name }, context);
  const [found, orphans, journal, weights, activity] = await Promise.all([
    Promise.all(environment.instances.map((instance) => findStack(instance, environment, recorder, context))),
    orphansOf(whole, excluded, context),
    visibleJournal(environment, context),
    visibleWeights(environment, context),
    visibleActivity(environment, context),
  ]);
  const last = await journal?.readAll().catch(unknownAsNone);
  context.signal.throwIfAborted();
  refuseWithoutAny(found);
  const stacks = [...withDifferences(found.map(({ report }) => report)), ...orphans];
  context.report({
    type: 'status.ready',
    stacks,
    ...(weights !== undefined && { weights }),
    ...(last !== undefined && { rollout: rolloutReport(last) }),
    ...(activity !== undefined && { activity }),
  });
  const unread: ReadonlySet<StackReport['kind']> = new Set(['unreachable', 'refused']);
  const bad = stacks.some(({ kind, good }) => unread.has(kind) || (kind === 'deployed' && !good));
  return runResult(
    environment,
    {
      command: 'status',
      startedAt,
      instances: [],
      stacks,
      ...(weights !== undefined && { weights }),
      ...(last !== undefined && { rollout: last }),
      ...(activity !== undefined && { activity }),
      exitCode: bad ? 1 : 0,
    },
    context,
  );
};

/** Says of each stack whose release is not that of most targets, or of the first where as many have another. */
function withDifferences(stacks: readonly StackReport[]): readonly StackReport[] {
  const usual = new Map<string, string>();
  for (const [stackName, own] of Map.groupBy(stacks, (stack) => stack.stackName)) {
    const known = Map.groupBy(own, ({ release }) => release?.id ?? '');
    known.delete('');
    const [most] = [...known].toSorted(([, a], [, b]) => b.length - a.length);
    if (most !== undefined) usual.set(stackName, most[0]);
  }
  return stacks.map((stack) => {
    const most = usual.get(stack.stackName);
    if (stack.release === undefined || stack.release.id === most) return stack;
    return { ...stack, difference: `not the release ${most} that most targets have` };
  });
}

/** Where nothing can be read anywhere there is nothing to show: then it is the user's credentials, or their network. */
function refuseWithoutAny(found: readonly FoundStack[]): void {
  const errors = found.flatMap(({ error }) => error ?? []);
  const [first] = errors;
  if (first instanceof UserError && errors.length === found.length) throw first;
}

/** Stacks in the inventory that the configuration no longer names, as far as they are still there. */
async function orphansOf(
  whole: Environment,
  excluded: ReadonlySet<string>,
  context: RunContext,
): Promise<readonly StackReport[]> {
  const known = new Set(whole.instances.map(({ id }) => id));
  const entries = (await inventoryOf(whole, excluded, context)).filter(({ instance }) => !known.has(instance));
  const reports = await Promise.all(entries.map((entry) => orphanReport(entry, whole, context)));
  return reports.flatMap((report) => report ?? []);
}

async function inventoryOf(
  whole: Environment,
  excluded: ReadonlySet<string>,
  context: RunContext,
): Promise<readonly InventoryEntry[]> {
  const { name } = homeOf(whole);
  if (excluded.has(name)) {
    const text = `orphans are not known: the inventory lies in ${name}, which was left out`;
    context.report({ type: 'note', level: 'warning', text });
    return [];
  }
  try {
    const place = await inventoryPlace(whole, context);
    return place === undefined ? [] : await readInventory(place);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    context.report({ type: 'note', level: 'warning', text: `orphans are not known: ${error.message}` });
    return [];
  }
}

async function orphanReport(
  entry: InventoryEntry,
  whole: Environment,
  context: RunContext,
): Promise<StackReport | undefined> {
  const { instance, target, region, account, stackName } = entry;
  const base = { instance, target, region, account, stackName, kind: 'orphan', good: false, outputs: {} } as const;
  try {
    const found = await context.aws.session(orphanTarget(entry, whole)).cloudformation.describeStack(stackName);
    return found === undefined
      ? undefined
      : { ...base, status: found.status, changedAt: found.updatedAt ?? found.createdAt };
  } catch (error) {
    // Its role may be gone with its target: it is listed all the same.
    return { ...base, reason: error instanceof Error ? error.message : String(error) };
  }
}
