import type { RunContext } from '../../context.ts';
import type { AskedRelease, ReleaseRecord } from '../../records/release-record.ts';
import { judgeRollback, released } from '../../rollout/rollback-plan.ts';
import type { InstanceRollback, RollbackAim } from '../../rollout/rollback-ports.ts';
import { rollbackTarget } from '../../rollout/rollback-target.ts';
import { statusMeaning } from '../../stack/index.ts';
import type { StackInstance } from '../../topology/model.ts';
import { failedPreparation } from '../deploy/failures.ts';
import type { Recorder } from '../deploy/recorder.ts';
import { absentArtifacts } from './artifacts.ts';
import { type RecordedState, readRecordedState } from './recorded-state.ts';
import { placeOf, type RecordBucket, type RecordedTemplate, recordedTemplate } from './recorded-template.ts';

export { missingArtifacts } from './artifacts.ts';

export interface EvaluateOptions {
  readonly recorder: Recorder;
  readonly acceptDataLoss: boolean;
  readonly given: Readonly<Record<string, string>>;
  /** How artifacts are looked at; absent: only whether they are there. Errors are then refusals. */
  readonly missing?: (artifacts: AskedRelease['artifacts'], place: RecordBucket) => Promise<readonly string[]>;
}

export interface Evaluated {
  readonly step: InstanceRollback;
  /** What it returns to; absent unless it does. */
  readonly found?: {
    readonly state: RecordedState;
    readonly record: ReleaseRecord;
    readonly recorded: RecordedTemplate;
  };
}

/** Works out what a rollback would do with one stack. Changes nothing. */
export async function evaluateRollback(
  instance: StackInstance,
  aim: RollbackAim,
  options: EvaluateOptions,
  context: RunContext,
): Promise<Evaluated> {
  if (options.missing !== undefined) return evaluate(instance, aim, options.missing, options, context);
  try {
    return await evaluate(instance, aim, absentArtifacts, options, context);
  } catch (error) {
    return without(instance, 'refused', failedPreparation(error, context.signal).reason);
  }
}

/** Whether a rollback takes this stack back at all: what exists once stays unless it is marked. */
export function doesReturn({
  stack: { scope, returns = scope === 'regional' },
}: Pick<StackInstance, 'stack'>): boolean {
  return returns;
}

async function evaluate(
  instance: StackInstance,
  aim: RollbackAim,
  missing: NonNullable<EvaluateOptions['missing']>,
  { recorder, acceptDataLoss, given }: EvaluateOptions,
  context: RunContext,
): Promise<Evaluated> {
  const { scope, key } = instance.stack;
  if (!doesReturn(instance)) {
    const why =
      scope === 'regional'
        ? 'it is marked `rollback: false`'
        : `a stack of scope ${scope} stays unless it is marked \`rollback: true\``;
    return without(instance, 'stays', `${why} (stacks.${key})`);
  }
  const state = await readRecordedState(instance, recorder, context);
  if (state === undefined) return without(instance, 'stays', 'it is not deployed');
  const { stack, history, proof, session, bucket } = state;
  if (['create', 'recreate'].includes(statusMeaning(stack.status).next)) {
    return without(instance, 'stays', `its first deployment failed (${stack.status})`);
  }
  const target = rollbackTarget(proof, aim);
  if (target.kind === 'refused') {
    // Nothing but its creation ever happened to it, whether that was recorded or not.
    if (stack.status.startsWith('CREATE_') && !('to' in aim)) return without(instance, 'stays', FIRST);
    return without(instance, 'refused', target.reason);
  }
  if (target.kind === 'stays') return without(instance, 'stays', target.reason, target.there);
  const { record } = target;
  const place = placeOf(session, bucket);
  const [recorded, missingKeys] = await Promise.all([
    recordedTemplate(record.asked, history.document, place),
    missing(record.asked.artifacts, place),
  ]);
  const current = proof.kind === 'current' ? proof.records.at(-1) : undefined;
  const step = judgeRollback({
    instance: instance.id,
    target: record,
    ...(current !== undefined && { current }),
    ...(recorded !== undefined && { template: recorded.template.text }),
    missingArtifacts: missingKeys,
    deployedParameters: new Set(Object.keys(stack.parameters)),
    given: new Set(Object.keys(given)),
    shiftedAtOnce: recorded?.shiftedAtOnce ?? [],
    atRisk: [],
    acceptDataLoss,
  });
  return { step, ...(recorded !== undefined && { found: { state, record, recorded } }) };
}

const FIRST = 'this was its first deployment: a rollback deletes no stack';

function without(instance: StackInstance, kind: 'stays' | 'refused', reason: string, has?: ReleaseRecord): Evaluated {
  const there = has === undefined ? {} : { there: true as const, has: released(has) };
  return { step: { instance: instance.id, kind, reason, notes: [], ...there } };
}
