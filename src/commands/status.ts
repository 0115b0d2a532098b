import { AwsError } from '../aws/ports.ts';
import type { RunContext } from '../context.ts';
import { type InventoryEntry, readInventory } from '../records/inventory.ts';
import { leaseHolder } from '../records/lease.ts';
import { artifactBucket } from '../release/bucket.ts';
import type { StackReport } from '../report/events.ts';
import { statusMeaning } from '../stack/index.ts';
import type { Environment, StackInstance } from '../topology/model.ts';
import type { Command } from './command.ts';
import { leaseKey } from './deploy/target-work.ts';
import { environmentOf } from './environment.ts';
import { homeOf, inventoryPlace } from './inventory-place.ts';
import { orphanTarget } from './orphan.ts';
import { runResult } from './result.ts';

/** Shows every stack of the environment as AWS has it, who works on it, and orphans. Changes nothing. */
export const status: Command = async (options, context) => {
  const startedAt = context.clock.now();
  const { environment, whole, excluded } = await environmentOf(options, context);
  const [reports, orphans] = await Promise.all([
    Promise.all(environment.instances.map((instance) => reportOf(instance, environment, context))),
    orphansOf(whole, excluded, context),
  ]);
  const stacks = [...reports, ...orphans];
  context.report({ type: 'status.ready', stacks });
  const bad = stacks.some(({ kind, good }) => kind === 'unreachable' || (kind === 'deployed' && !good));
  return runResult(
    environment,
    { command: 'status', startedAt, instances: [], stacks, exitCode: bad ? 1 : 0 },
    context,
  );
};

async function reportOf(instance: StackInstance, environment: Environment, context: RunContext): Promise<StackReport> {
  const { target, stack, settings } = instance;
  const base = { instance: instance.id, target: target.name, region: target.region, stackName: stack.stackName };
  try {
    const session = context.aws.session(target);
    const account = await session.account();
    const [found, bucket] = await Promise.all([
      session.cloudformation.describeStack(stack.stackName),
      artifactBucket(
        session,
        { create: false, ...(settings.artifactBucket !== undefined && { artifactBucket: settings.artifactBucket }) },
        context,
      ),
    ]);
    const heldBy = bucket === undefined ? undefined : await leaseHolder(session.storage, bucket, leaseKey(environment));
    const held = heldBy === undefined ? {} : { heldBy };
    if (found === undefined) return { ...base, account, kind: 'absent', good: false, outputs: {}, ...held };
    return {
      ...base,
      account,
      ...held,
      kind: 'deployed',
      status: found.status,
      good: statusMeaning(found.status).success,
      changedAt: found.updatedAt ?? found.createdAt,
      outputs: found.outputs,
      ...(found.statusReason !== undefined && { reason: found.statusReason }),
    };
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind !== 'unreachable') throw error;
    return { ...base, kind: 'unreachable', good: false, reason: error.message, outputs: {} };
  }
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
    if (!(error instanceof AwsError) || error.kind !== 'unreachable') throw error;
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
