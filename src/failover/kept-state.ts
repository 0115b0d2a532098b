import { AwsError } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import { errorText, UserError } from '../errors.ts';
import type { ActiveState } from '../records/active-state-document.ts';
import { patienceOf } from './patience.ts';
import type { FailoverPorts } from './run.ts';

/** A region that does not answer in this time must not hold up the call that moves traffic. */
const PATIENCE_MS = 2_000;

/** What was not read cannot be written over: at the end, when there is time, it is read once more. */
export async function keepAgain(
  error: unknown,
  next: Parameters<FailoverPorts['state']['save']>[0],
  { state }: FailoverPorts,
  asOf?: number,
): Promise<void> {
  if (!(error instanceof UserError) || error.code !== 'active-state-not-kept') throw error;
  const { failover } = await state.read();
  // Somebody else has moved traffic since.
  if (
    failover !== undefined &&
    failover.id !== next.failover?.id &&
    Date.parse(failover.at) > Date.parse(next.failover?.at ?? '')
  )
    throw error;
  await state.save(next, asOf);
}

/** Where users are seen may be as old as the answer of a resolver: who moved traffic in this time counts. */
const SEEN_LATE_MS = 60_000;

/** A region that was left since may remember a later move to itself: what is so now is the latest. */
export async function rememberAgain(
  { inactive }: ActiveState,
  deviate: (text: string) => void,
  { state, clock }: FailoverPorts,
): Promise<void> {
  try {
    await inTime(
      state.save({ inactive }, clock.now() - SEEN_LATE_MS).then(() => state.spread?.()),
      clock,
    );
  } catch (error) {
    deviate(`which targets are active could not be kept: ${errorText(error)}`);
  }
}

/** Undefined: nobody knows who is active, and traffic is moved all the same. */
export async function readState(
  { state, clock }: FailoverPorts,
  deviate: (text: string) => void,
): Promise<ActiveState | undefined> {
  try {
    return await inTime(state.read(), clock);
  } catch (error) {
    if (error instanceof UserError && error.code !== 'active-state-unknown') throw error;
    if (!(error instanceof AwsError) && !(error instanceof UserError)) throw error;
    if (error instanceof AwsError && error.kind !== 'unreachable' && error.kind !== 'server') throw error;
    deviate(`which targets are active is not known: ${error.message}`);
    return undefined;
  }
}

/** @throws UserError `active-state-unknown` when it takes too long; what comes later is not waited for */
export async function inTime<T>(work: Promise<T>, clock: Clock): Promise<T> {
  const answer = await patienceOf(clock, PATIENCE_MS)(work.then((value) => ({ value })));
  if (answer === undefined) throw new UserError('active-state-unknown', `no answer in ${PATIENCE_MS / 1000} s`);
  return answer.value;
}

/** How often it is read where nothing can be done without it: a region that was only slow answers the next time. */
const STATE_READS = 3;

/**
 * Who stays active when one leaves follows from who is active now: taken for all, it would send users to a region that
 * was lost before.
 * @throws UserError `active-state-unknown`
 */
export async function knownState(ports: FailoverPorts, from: string): Promise<ActiveState> {
  for (let read = 1; read <= STATE_READS; read += 1) {
    const state = await readState(ports, () => {});
    if (state !== undefined) return state;
  }
  throw new UserError('active-state-unknown', `nobody knows who is active, and so who would take over from ${from}`, {
    fix: ['Name the target that takes over: failover --to.', 'Or run the same command again when the others answer.'],
  });
}
