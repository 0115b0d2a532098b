import type { ChangeSet, Stack } from '../aws/cloudformation-port.ts';
import { type Anchor, readAnchor } from './anchor.ts';
import { type AskedRelease, linkOf, type ReleaseRecord, recordId } from './release-record.ts';

/**
 * Which records the stack itself vouches for, oldest first.
 * `current`: the newest of them is what the stack has now. `halfway`: it is, or was left, between the newest of them and
 * a release after it. `behind`: what it has now was deployed by us and has no
 * record (the run was lost before it wrote it); `records` are those before. `none`: no record can be trusted.
 */
export type Proof =
  | {
      readonly kind: 'current';
      readonly records: readonly ReleaseRecord[];
      readonly key: string;
      /** The newest was not written: its run was lost, and what it was about to execute tells it. */
      readonly recovered?: true;
    }
  | { readonly kind: 'halfway'; readonly records: readonly ReleaseRecord[]; readonly key: string }
  | {
      readonly kind: 'behind';
      readonly records: readonly ReleaseRecord[];
      readonly key: string;
      /** Of the record that was not written. */
      readonly lost: { readonly id: string; readonly release?: string };
    }
  | { readonly kind: 'none'; readonly reason: string; readonly key?: string };

/**
 * Compares the records with what the stack says of its last change set.
 * @param changeSet the one that DescribeStacks names; CloudFormation keeps the last executed one
 * @param records as they lie in the bucket, oldest first
 * @param pending what a run was about to execute
 */
export function proveRecords(
  stack: Pick<Stack, 'stackId' | 'status' | 'createdAt' | 'updatedAt' | 'outputs'>,
  changeSet: ChangeSet | undefined,
  records: readonly ReleaseRecord[],
  pending?: AskedRelease,
): Proof {
  const anchor = changeSet?.stackId === stack.stackId ? readAnchor(changeSet.description) : undefined;
  if (changeSet === undefined || anchor === undefined) {
    return { kind: 'none', reason: 'its last change was not made by this tool' };
  }
  const { key } = anchor;
  switch (changeSet.executionStatus) {
    case 'EXECUTE_COMPLETE':
      return complete(stack, anchor, records, pending);
    case 'EXECUTE_FAILED':
      return unfinished(stack.status === 'UPDATE_ROLLBACK_COMPLETE' ? 'current' : 'halfway', anchor, records);
    case 'EXECUTE_IN_PROGRESS':
      return unfinished('halfway', anchor, records);
    default:
      return { kind: 'none', reason: `its last change set is in ${changeSet.executionStatus}`, key };
  }
}

function complete(
  stack: Pick<Stack, 'createdAt' | 'updatedAt' | 'outputs'>,
  anchor: Anchor,
  records: readonly ReleaseRecord[],
  pending: AskedRelease | undefined,
): Proof {
  const { key } = anchor;
  const at = records.findLastIndex(({ asked }) => recordId(asked) === anchor.record);
  const newest = records[at];
  if (newest === undefined && pending !== undefined && recordId(pending) === anchor.record) {
    const recovered = recoveredRecord(pending, stack);
    return { kind: 'current', records: [...chainTo(pending.before, records), recovered], key, recovered: true };
  }
  if (newest === undefined) {
    const { record: id, release } = anchor;
    const lost = { id, ...(release !== undefined && { release }) };
    return { kind: 'behind', records: chainTo(anchor.after, records), key, lost };
  }
  const { changedAt } = newest.ended;
  if (changedAt !== undefined && changedAt !== (stack.updatedAt ?? stack.createdAt)) {
    return { kind: 'none', reason: `somebody else changed it after ${changedAt}`, key };
  }
  return { kind: 'current', records: [...chainTo(newest.asked.before, records.slice(0, at)), newest], key };
}

/** The record that a lost run would have written: the stack vouches for what was asked, and tells what came of it. */
function recoveredRecord(
  asked: AskedRelease,
  { createdAt, updatedAt, outputs }: Pick<Stack, 'createdAt' | 'updatedAt' | 'outputs'>,
): ReleaseRecord {
  const at = updatedAt ?? createdAt;
  const state = asked.restores === undefined ? 'succeeded' : 'rolled-back';
  return { asked, ended: { state, at, run: 'a run that was lost', changedAt: at, outputs }, also: [] };
}

/** A change that did not come to its end: CloudFormation put back what was there before, or could not yet. */
function unfinished(kind: 'current' | 'halfway', { after, key }: Anchor, records: readonly ReleaseRecord[]): Proof {
  const chain = chainTo(after, records);
  if (chain.length > 0) return { kind, records: chain, key };
  return { kind: 'none', reason: 'the record of what it had is missing, or is not what was written', key };
}

/** The record that a link names and those before it, as far back as each names the one before. Oldest first. */
function chainTo(link: string | undefined, records: readonly ReleaseRecord[]): readonly ReleaseRecord[] {
  const found = findLinked(link, records);
  if (found === undefined) return [];
  return [...chainTo(found.record.asked.before, records.slice(0, found.at)), found.record];
}

/** Releases without changes may have been noted after the link was made: they are not vouched for, and are cut off. */
function findLinked(
  link: string | undefined,
  records: readonly ReleaseRecord[],
): { readonly record: ReleaseRecord; readonly at: number } | undefined {
  if (link === undefined) return undefined;
  for (let at = records.length - 1; at >= 0; at -= 1) {
    const record = records[at];
    if (record === undefined) continue;
    for (let length = record.also.length; length >= 0; length -= 1) {
      const cut = { ...record, also: record.also.slice(0, length) };
      if (linkOf(cut) === link) return { record: cut, at };
    }
  }
  return undefined;
}
