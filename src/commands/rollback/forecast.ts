import { keptTemplate } from '../../records/history-document.ts';
import type { Proof } from '../../records/proof.ts';
import type { ReleaseRecord } from '../../records/release-record.ts';
import type { InstancePlan } from '../../rollout/plan.ts';
import { stateAtRiskOfLeaving } from '../../rollout/rollback-loss.ts';
import { judgeRollback } from '../../rollout/rollback-plan.ts';
import type { InstanceRollback } from '../../rollout/rollback-ports.ts';
import { isStateful } from '../../template/stateful.ts';
import type { Recorder } from '../deploy/recorder.ts';
import { absentArtifacts } from './artifacts.ts';

export interface ForecastOptions {
  readonly recorder: Recorder;
  readonly acceptDataLoss: boolean;
  /** Logical ids with `DeletionPolicy: Retain` in the template of the release, by stack. */
  readonly retained: (stack: string) => ReadonlySet<string>;
}

/**
 * Whether a stack could return to what it has now if the planned change were executed and failed later: told before the
 * rollout starts. Undefined where nothing is recorded of it (the `sam` engine) or nothing was planned.
 */
export async function forecastRollback(
  { instance, preparation }: InstancePlan,
  { recorder, acceptDataLoss, retained }: ForecastOptions,
): Promise<InstanceRollback | undefined> {
  const draft = recorder.draft(instance.id);
  if (preparation?.kind !== 'change-set' || draft === undefined) return undefined;
  const { id, stack } = instance;
  const { scope, returns = scope === 'regional' } = stack;
  if (!returns) return { instance: id, kind: 'stays', reason: `a ${scope} stack is not rolled back`, notes: [] };
  if (preparation.type === 'CREATE') {
    return {
      instance: id,
      kind: 'stays',
      reason: 'it is made by this release: a rollback deletes no stack',
      notes: [],
    };
  }
  const target = whatItHas(draft.proof);
  if (typeof target === 'string') return { instance: id, kind: 'refused', reason: target, notes: [] };
  const { session, bucket } = draft.stack;
  const place = { storage: session.storage, bucket };
  const delivered = new Set(draft.asked.artifacts.map(({ key, sha256 }) => `${key} ${sha256}`));
  const others = target.asked.artifacts.filter(({ key, sha256 }) => !delivered.has(`${key} ${sha256}`));
  const template = keptTemplate(draft.stored.document, target.asked.template.sha256);
  const stored = target.asked.template.url !== undefined;
  return judgeRollback({
    instance: id,
    target,
    current: { ...target, asked: draft.asked },
    // One that lies in the bucket on its own is looked at when it is needed.
    ...((template !== undefined || stored) && { template: template ?? '' }),
    missingArtifacts: await absentArtifacts(others, place),
    deployedParameters: new Set(Object.keys(draft.asked.parameters)),
    given: new Set(),
    shiftedAtOnce: [],
    atRisk: stateAtRiskOfLeaving(preparation.changes, retained(stack.key), isStateful),
    acceptDataLoss,
  });
}

function whatItHas(proof: Proof | undefined): ReleaseRecord | string {
  if (proof === undefined) return 'it is new';
  if (proof.kind === 'none') return proof.reason;
  if (proof.kind === 'behind') return 'what it has was deployed by a run that was lost before it wrote its record';
  return proof.records.at(-1) ?? 'nothing is recorded of it';
}

/** What the plan says of it. */
export function forecastNotes(step: InstanceRollback | undefined): readonly string[] {
  if (step === undefined) return [];
  const { kind, reason, needs, to, notes } = step;
  const accept = needs === undefined ? '' : ' (accept-data-loss allows it)';
  switch (kind) {
    case 'returns':
      return notes.map((note) => `if it is rolled back to ${to?.id}: ${note}`);
    case 'stays':
      return [`would stay as it is in a rollback: ${reason}`];
    case 'refused':
      return [`could not be rolled back: ${reason}${accept}`];
  }
}
