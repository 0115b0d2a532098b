import type { Proof } from '../records/proof.ts';
import { type ReleaseRecord, recordId, releasesOf } from '../records/release-record.ts';
import type { LeftRollout, RollbackAim } from './rollback-ports.ts';

/** What a stack should return to, or the sentence that says why it does not. */
export type RollbackTarget =
  | { readonly kind: 'target'; readonly record: ReleaseRecord }
  /** `there`: it has what it should have, as that record says. */
  | { readonly kind: 'stays'; readonly reason: string; readonly there?: ReleaseRecord }
  | { readonly kind: 'refused'; readonly reason: string };

/** Finds the record that a stack returns to, among those that it vouches for. */
export function rollbackTarget(proof: Proof, aim: RollbackAim): RollbackTarget {
  if (proof.kind === 'none') return refused(proof.reason);
  const { records } = proof;
  const newest = records.at(-1);
  if (newest === undefined) return refused('no release before this one is recorded');
  if ('to' in aim) return toRelease(aim.to, proof.kind === 'current', records, newest);
  // It was being changed by the rollout that is left: what it had before is the newest that is recorded.
  if (proof.kind === 'halfway') return { kind: 'target', record: newest };
  if (proof.kind === 'behind') {
    const { release } = 'leave' in aim ? aim.leave : aim.previous;
    if (proof.lost.release === release) return { kind: 'target', record: newest };
    return refused('the run that deployed what it has was lost before it wrote its record: run that again first');
  }
  if ('leave' in aim && newest.asked.restores !== undefined) return there('it has returned already', newest);
  const left = 'leave' in aim ? aim.leave : aim.previous;
  if (!isOf(newest, left)) return there(`release ${left.release} changed nothing in it`, newest);
  return before(records, left);
}

function toRelease(
  release: string,
  current: boolean,
  records: readonly ReleaseRecord[],
  newest: ReleaseRecord,
): RollbackTarget {
  if (current && releasesOf(newest).at(-1) === release) return there('it has this release', newest);
  const record = records.findLast((candidate) => releasesOf(candidate).includes(release));
  if (record === undefined) {
    return refused(`it has no record of release ${release}, only of ${records.flatMap(releasesOf).join(', ')}`);
  }
  if (record === newest && current) return there('this release changed nothing in it, nor did those after it', newest);
  return { kind: 'target', record };
}

/** The last record before a rollout, or before the record that it returned to if it was a rollback. */
function before(records: readonly ReleaseRecord[], left: LeftRollout): RollbackTarget {
  const from = effectiveIndex(records, records.length - 1);
  for (let index = from; index >= 0; index -= 1) {
    const record = records[index];
    if (record === undefined) break;
    if (index !== from && !isOf(record, left)) return { kind: 'target', record };
    if (record.asked.created) {
      return { kind: 'stays', reason: 'this was its first deployment: a rollback deletes no stack' };
    }
  }
  return refused('what it had before is not recorded, or its record cannot be trusted');
}

function isOf({ asked, ended }: ReleaseRecord, { release, openedAt }: LeftRollout): boolean {
  return asked.release === release && ended.at >= openedAt;
}

/** A rollback puts the stack where it was at the record that it returned to. */
function effectiveIndex(records: readonly ReleaseRecord[], index: number): number {
  const restored = records[index]?.asked.restores;
  if (restored === undefined) return index;
  const earlier = records.slice(0, index).findLastIndex(({ asked }) => recordId(asked) === restored);
  return earlier < 0 ? index : effectiveIndex(records, earlier);
}

function there(reason: string, record: ReleaseRecord): RollbackTarget {
  return { kind: 'stays', reason, there: record };
}

function refused(reason: string): RollbackTarget {
  return { kind: 'refused', reason };
}

/**
 * The rollout that deployed last, as the newest records of all stacks tell.
 * @param newest the newest record of each stack with the one before it
 */
export function lastRollout(
  newest: readonly { readonly record: ReleaseRecord; readonly before?: ReleaseRecord }[],
): LeftRollout | undefined {
  const last = newest.toSorted((a, b) => (a.record.ended.at < b.record.ended.at ? -1 : 1)).at(-1)?.record;
  if (last === undefined) return undefined;
  const { release } = last.asked;
  // The same release twice in a row: the earlier time was another rollout, of other parameters.
  const own = newest.filter(
    ({ record, before }) =>
      record.asked.release === release && (record.ended.run === last.ended.run || before?.asked.release !== release),
  );
  const openedAt = own.map(({ record }) => record.ended.at).sort()[0] ?? last.ended.at;
  return { release, openedAt };
}
