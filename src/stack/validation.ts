import type { ChangeSet, StackEvent } from '../aws/cloudformation-port.ts';
import { AwsError } from '../aws/ports.ts';
import type { Refusal } from './failed.ts';
import { isFailure, rankFailures } from './failures.ts';
import { knownFixes } from './fixes.ts';
import { hookFailures } from './hooks.ts';
import { invalidTemplate } from './invalid-template.ts';
import type { ResourceFailure } from './model.ts';
import type { StackPorts } from './ports.ts';

const DEEPEST = 5;

/**
 * Why a change set failed: every finding of CloudFormation's early validation and hooks, of nested change sets too,
 * or else the one reason it gives.
 */
export async function failedChangeSet(
  changeSet: ChangeSet,
  ports: Pick<StackPorts, 'cloudformation' | 'locate'>,
): Promise<Refusal> {
  const found: ResourceFailure[] = [];
  const reasons: string[] = [];
  const advice: string[] = [];
  const invalid: ResourceFailure[] = [];
  await collect(changeSet, [], ports, { found, reasons, advice, invalid });
  const statusReason =
    reasons.at(-1) ?? `CloudFormation gave no reason (${changeSet.status}, ${changeSet.executionStatus})`;
  const whole: ResourceFailure = {
    path: 'the stack',
    status: 'FAILED',
    reason: statusReason,
    rootCause: true,
    cancelled: [],
  };
  return {
    state: 'failed',
    ...(invalid.length > 0 && { cause: 'template-invalid' as const }),
    reason:
      found.length === 0
        ? `the change set failed: ${statusReason}`
        : `the change set failed: ${found.map(({ path, reason }) => `${path}: ${reason}`).join('; ')}`,
    failures: found,
    fix: [...knownFixes(found.length === 0 ? [whole] : found), ...advice],
  };
}

interface Collected {
  readonly found: ResourceFailure[];
  readonly reasons: string[];
  readonly advice: string[];
  /** Those of `found` that SAM's translator refuses. */
  readonly invalid: ResourceFailure[];
}

async function collect(
  changeSet: ChangeSet,
  parents: readonly string[],
  ports: Pick<StackPorts, 'cloudformation' | 'locate'>,
  into: Collected,
): Promise<void> {
  if (changeSet.statusReason) into.reasons.push(changeSet.statusReason);
  const invalid = invalidTemplate(changeSet.statusReason, parents, ports);
  into.found.push(...invalid);
  into.invalid.push(...invalid);
  const events = await eventsOf(changeSet.id, ports);
  const located = events
    .filter((event) => isFailure(event) && event.physicalId !== changeSet.stackId)
    .map((event) => ({ event, parents, own: false, undoing: false }));
  if (located.length === 0) {
    const hooks = await hookFailures(changeSet, parents.join('.') || 'the stack', ports);
    into.found.push(...hooks.failures);
    into.advice.push(...hooks.fix);
  }
  into.found.push(...rankFailures(located, ports.locate));
  if (parents.length >= DEEPEST) return;
  for (const change of changeSet.changes) {
    if (change.nestedChangeSetId === undefined) continue;
    const child = await ports.cloudformation.describeChangeSet(change.nestedChangeSetId);
    if (child?.status === 'FAILED') await collect(child, [...parents, change.logicalId], ports, into);
  }
}

async function eventsOf(
  changeSet: string,
  { cloudformation }: Pick<StackPorts, 'cloudformation'>,
): Promise<readonly StackEvent[]> {
  try {
    return await cloudformation.describeEvents({ changeSet });
  } catch (error) {
    // Not allowed to read them: the reason of the change set itself still stands.
    if (error instanceof AwsError) return [];
    throw error;
  }
}
