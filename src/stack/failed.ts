import { AwsError } from '../aws/ports.ts';
import { errorText, UserError, UserErrors } from '../errors.ts';
import { knownFixes } from './fixes.ts';
import type { Preparation, ResourceFailure, StackOutcome } from './model.ts';

export type FailedPreparation = Extract<Preparation, { kind: 'failed' }>;

/** Why a stack could not be brought on, with the state that this is called. */
export interface Refusal {
  readonly state: FailedPreparation['state'];
  readonly cause?: 'template-invalid';
  readonly reason: string;
  readonly failures?: readonly ResourceFailure[];
  readonly fix?: readonly string[];
}

/** Ends the work on one stack from inside; caught at the public functions and made a result there. */
export class StackRefusal extends Error {
  override readonly name = 'StackRefusal';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/**
 * What an error thrown on the way means for the stack. Undefined for defects of this program: those are thrown on.
 * @param running what CloudFormation is still doing, when it is
 */
export function refusalOf(error: unknown, signal: AbortSignal, running?: string): Refusal | undefined {
  if (error instanceof StackRefusal) return error.refusal;
  const still = running === undefined ? '' : `; ${running}`;
  if (signal.aborted && (error === signal.reason || (error instanceof Error && error.name === 'AbortError'))) {
    return { state: 'cancelled', reason: `cancelled${still || '; nothing was started in this stack'}` };
  }
  // "failed" says that the stack is as it was before: not so while CloudFormation is at work in it.
  const failed = running === undefined ? 'failed' : 'timed-out';
  if (error instanceof UserError) {
    const { reason, fix } = wordsOf(error);
    return { state: failed, reason: `${reason}${still}`, fix: running === undefined ? fix : [...fix, TAKES_OVER] };
  }
  if (!(error instanceof AwsError)) return undefined;
  const state = error.kind === 'unreachable' ? 'unreachable' : failed;
  // The message alone names neither the call nor who refused it.
  return { state, reason: `${error.action}: ${errorText(error)}${still}`, fix: awsFix(error, running !== undefined) };
}

/** A finding among many is worth its own sentence: the first few are told, the rest is counted. */
function wordsOf(error: UserError): { readonly reason: string; readonly fix: readonly string[] } {
  if (!(error instanceof UserErrors) || error.errors.length === 0) return { reason: error.message, fix: error.fix };
  const told = error.errors.slice(0, MOST_FINDINGS);
  const left = error.errors.length - told.length;
  const sentences = [error.message, ...told.map(({ message }) => message), ...(left > 0 ? [`And ${left} more.`] : [])];
  return { reason: sentences.join(' '), fix: [...new Set(told.flatMap(({ fix }) => fix))] };
}

const MOST_FINDINGS = 3;
const TAKES_OVER = 'Run the same command again: it takes over what still runs, and goes on from there.';

/**
 * Does what has to wait for CloudFormation: whatever ends the waiting, the stack is not called failed while CloudFormation
 * is at work in it, and what goes on there is said.
 * @param running what that is, when it is asked
 */
export async function whileRunning<T>(
  running: () => string,
  { signal }: { readonly signal: AbortSignal },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = error instanceof StackRefusal ? undefined : refusalOf(error, signal, running());
    throw refusal === undefined ? error : new StackRefusal(refusal);
  }
}

function awsFix(error: AwsError, running: boolean): readonly string[] {
  switch (error.kind) {
    case 'denied':
      return [`Allow ${error.service.toLowerCase()}:${error.action} to the role of this target.`];
    case 'credentials':
      return running
        ? ['Check the credentials of this target.', TAKES_OVER]
        : ['Check the credentials of this target and run the same command again.'];
    case 'unreachable':
      return [
        `Run the same command again when ${error.region} answers, or leave this target out with --without ${error.region}.`,
      ];
    case 'throttled':
    case 'server':
      return ['Run the same command again: it continues where this one stopped.'];
    default:
      return knownFixes([
        { path: 'the stack', status: error.code, reason: error.message, rootCause: true, cancelled: [] },
      ]);
  }
}

export function refusedPreparation(refusal: Refusal): FailedPreparation {
  return {
    kind: 'failed',
    state: refusal.state,
    ...(refusal.cause !== undefined && { cause: refusal.cause }),
    reason: refusal.reason,
    failures: refusal.failures ?? [],
    fix: refusal.fix ?? [],
  };
}

export function refusedOutcome(refusal: Refusal, known: Partial<StackOutcome> = {}): StackOutcome {
  return {
    outputs: {},
    ...known,
    state: refusal.state,
    reason: refusal.reason,
    failures: refusal.failures ?? [],
    fix: refusal.fix ?? [],
  };
}
