import { AwsError } from '../aws/ports.ts';
import { deleteReviews } from './discard.ts';
import type { StackRequest } from './model.ts';
import { isOfRun, PREFIX, plannerOf } from './names.ts';
import { nestedReviews } from './nested-reviews.ts';
import type { StackPorts, StackSubject } from './ports.ts';

/** GitHub ends a workflow run after 35 days, approvals included: no run can still want an older change set. */
const DEAD_AFTER_MS = 35 * 24 * 3_600_000;

type Listed = Awaited<ReturnType<StackPorts['cloudformation']['listChangeSets']>>[number];

export function isOurs(changeSet: Pick<Listed, 'name'>): boolean {
  return changeSet.name.startsWith(PREFIX);
}

/**
 * Deletes change sets that dead runs of this program left on a stack. They block nothing (names are unique), but
 * CloudFormation allows only so many.
 * A plan that repairs nothing deletes nothing of others either, but for what a dead plan left.
 * @param all also those that a run may still want: only where the alternative is to fail
 * @returns all change sets that the stack had, of anybody
 */
export async function deleteLeftovers(
  stackName: string,
  subject: StackSubject & Pick<StackRequest, 'hasNestedStacks'>,
  ports: StackPorts,
  all = false,
): Promise<readonly Listed[]> {
  const { cloudformation, clock, beforeWrite, deadRuns = [] } = ports;
  const listed = await cloudformation.listChangeSets(stackName);
  const ofDeadRun = ({ name }: Listed): boolean => deadRuns.some((run) => isOfRun(name, run));
  const ofDeadPlan = ({ name }: Listed): boolean => {
    const planner = plannerOf(name);
    return planner !== undefined && (ports.isDeadRun?.(planner) ?? false);
  };
  const mayGo = (changeSet: Listed): boolean => all || ofDeadRun(changeSet) || isOld(changeSet, clock.now());
  const dead = listed.filter(
    (changeSet) => ofDeadPlan(changeSet) || (ports.repair !== false && isOurs(changeSet) && mayGo(changeSet)),
  );
  if (dead.length > 0) await beforeWrite();
  for (const { id } of dead) {
    try {
      // Nested stacks that only it made go with it.
      const nested = subject.hasNestedStacks ? await nestedReviews(id, ports) : [];
      await cloudformation.deleteChangeSet(id);
      await deleteReviews(nested, subject, ports);
    } catch (error) {
      // Another run may be executing or deleting it: not ours to clean up then.
      if (!(error instanceof AwsError)) throw error;
    }
  }
  return listed;
}

function isOld(changeSet: Listed, now: number): boolean {
  return changeSet.createdAt !== undefined && now - Date.parse(changeSet.createdAt) > DEAD_AFTER_MS;
}
