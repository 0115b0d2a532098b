import type { RecordedValue, ReleaseRecord } from '../records/release-record.ts';
import { type SecretMarker, sameSecret } from '../records/secret-marker.ts';
import { dynamicReferences } from '../template/dynamic-references.ts';
import type { InstanceRollback } from './rollback-ports.ts';

/** What is known of one stack that should return to a record. */
export interface RollbackFacts {
  readonly instance: string;
  readonly target: ReleaseRecord;
  /** The record of what it has; absent where that is not known. */
  readonly current?: ReleaseRecord;
  /** The recorded template as it will be sent; absent: it cannot be had any more. */
  readonly template?: string;
  /** Keys of objects that the record names and the bucket has no longer, or with other content. */
  readonly missingArtifacts: readonly string[];
  /** Parameters of the deployed stack: only these have an earlier value to keep. */
  readonly deployedParameters: ReadonlySet<string>;
  /** Parameters for which a person gave a value. */
  readonly given: ReadonlySet<string>;
  /** Functions whose CodeDeploy settings are left out for this update. */
  readonly shiftedAtOnce: readonly string[];
  /** Resources that would be deleted or replaced with what they hold, as far as that is known beforehand. */
  readonly atRisk: readonly string[];
  readonly acceptDataLoss: boolean;
}

/** Whether a stack can return to a recorded release, before any change set is made. */
export function judgeRollback(facts: RollbackFacts): InstanceRollback {
  const { instance, target, current } = facts;
  const base = {
    instance,
    to: released(target),
    ...(current !== undefined && { from: released(current) }),
    notes: notesOf(facts),
  };
  const reason = unavailable(facts);
  if (reason !== undefined) return { ...base, kind: 'refused', reason };
  if (facts.atRisk.length > 0 && !facts.acceptDataLoss) {
    return { ...base, kind: 'refused', reason: lossSentence(facts.atRisk), needs: 'accept-data-loss' };
  }
  return { ...base, kind: 'returns' };
}

/** Why a rollback is not done for the sake of data. */
export function lossSentence(paths: readonly string[]): string {
  return `returning would delete or replace ${paths.join(', ')}, with the data in ${paths.length === 1 ? 'it' : 'them'}`;
}

function unavailable({ target, template, missingArtifacts, ...facts }: RollbackFacts): string | undefined {
  const { release } = target.asked;
  if (template === undefined) return `the template of release ${release} is not there any more, or was changed`;
  if (missingArtifacts.length > 0) {
    const [first, ...others] = missingArtifacts;
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return `release ${release} needs ${first}${more}, which is not in the artifact bucket any more, or was changed`;
  }
  const secrets = Object.keys(target.asked.parameters).filter((name) => isLost(name, target, facts));
  if (secrets.length === 0) return undefined;
  return `the value of ${secrets.join(', ')} is secret and may have changed since: it cannot be read back, give it with parameters`;
}

/** A secret value can only be kept: it must be the one the stack still has. */
function isLost(
  name: string,
  target: ReleaseRecord,
  { current, deployedParameters, given }: Pick<RollbackFacts, 'current' | 'deployedParameters' | 'given'>,
): boolean {
  const wanted = secretOf(target.asked.parameters[name]);
  if (wanted === undefined || given.has(name)) return false;
  const has = secretOf(current?.asked.parameters[name]);
  return has === undefined || !deployedParameters.has(name) || !sameSecret(wanted, has);
}

function secretOf(value: RecordedValue | undefined): SecretMarker | undefined {
  return value !== undefined && 'secret' in value ? value.secret : undefined;
}

function notesOf({ target, template, shiftedAtOnce, current }: RollbackFacts): readonly string[] {
  const values = Object.values(target.asked.parameters).flatMap((value) => ('value' in value ? [value.value] : []));
  const unpinned = [template ?? '', ...values].flatMap(dynamicReferences).filter(({ pinned }) => !pinned);
  const references = [...new Set(unpinned.map(({ text }) => text))];
  const keepsTags = Object.keys(target.asked.tags).length === 0 && Object.keys(current?.asked.tags ?? {}).length > 0;
  return [
    ...references.map((text) => `${text} is taken as it is now, not as it was`),
    ...(shiftedAtOnce.length > 0
      ? [`${shiftedAtOnce.join(', ')}: AllAtOnce, without the alarms and hooks of CodeDeploy, for this update`]
      : []),
    ...(keepsTags ? ['its tags stay: it had none'] : []),
  ];
}

/** The release of a record, as people name it. */
export function released({ asked }: ReleaseRecord): { readonly id: string; readonly commit?: string } {
  return { id: asked.release, ...(asked.commit !== undefined && { commit: asked.commit }) };
}
