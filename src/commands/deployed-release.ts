import type { Stack } from '../aws/cloudformation-port.ts';
import type { TargetSession } from '../aws/ports.ts';
import { proveRecords } from '../records/proof.ts';
import type { ReleaseRecord } from '../records/release-record.ts';
import type { StackInstance } from '../topology/model.ts';
import { lastChangeSet, type Recorder } from './deploy/recorder.ts';

/** The release that a stack has, as its records tell and it vouches for; else why that is not known. */
export type DeployedRelease =
  | { readonly release: { readonly id: string; readonly commit?: string } }
  | { readonly unknown: string };

/**
 * @param bucket of the target; undefined: there is none yet
 * @throws UserError `record-newer`; AwsError
 */
export async function deployedRelease(
  { id }: StackInstance,
  stack: Stack,
  { session, bucket }: { readonly session: TargetSession; readonly bucket: string | undefined },
  recorder: Recorder,
): Promise<DeployedRelease> {
  if (bucket === undefined) return { unknown: 'there is no bucket that could hold its record' };
  const [history, changeSet] = await Promise.all([
    recorder.read({ instance: id, session, bucket }),
    lastChangeSet(stack, { session }),
  ]);
  const proof = proveRecords(stack, changeSet, history.document.records);
  switch (proof.kind) {
    case 'none':
      return { unknown: proof.reason };
    case 'halfway':
      return { unknown: 'it is between two releases' };
    case 'behind':
      return proof.lost.release === undefined
        ? { unknown: 'the run that deployed it was lost before it wrote its record' }
        : { release: { id: proof.lost.release } };
    case 'current': {
      const newest = proof.records.at(-1);
      return newest === undefined ? { unknown: 'no release of it is recorded' } : { release: releaseOf(newest) };
    }
  }
}

/** The last release that a record stands for; one that a rollback returned to is named as it was then. */
function releaseOf({ asked, also }: ReleaseRecord): { readonly id: string; readonly commit?: string } {
  const { release, commit } = also.at(-1) ?? asked;
  return { id: release, ...(commit !== undefined && { commit }) };
}
