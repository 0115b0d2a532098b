import { AwsError } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import { errorText, UserError } from '../errors.ts';
import type { ActiveState } from '../records/active-state-document.ts';
import type { DrillRecord } from '../records/drill-record.ts';
import type { Looked } from '../records/look.ts';
import type { Report } from '../report/events.ts';
import { sameNames } from '../same-names.ts';
import { isBelieved, type Repeated, repeatedMove } from './already.ts';
import type { Consumers } from './consumers.ts';
import { soon, stopsFirst } from './deployments.ts';
import { gracefulOf } from './graceful-request.ts';
import type { Hooks } from './hooks.ts';
import { type InTurn, keepEverywhere } from './keep-everywhere.ts';
import { inTime, keepAgain, knownState, readState, rememberAgain } from './kept-state.ts';
import { decideMove, isDone, type Move, type Request } from './move.ts';
import { recordOf } from './move-record.ts';
import { lastWord, mayWriteLate, takeOverTwice, tellOnceMore, unlessTaken } from './once-more.ts';
import { type EndedDrill, overriding } from './overridden-drill.ts';
import type { ProbeResult } from './probe.ts';
import { type Guard, guardedPorts, isTakenOver, moveGuard } from './still-ours.ts';
import { takeOver } from './take-over.ts';
import { isUnderWay } from './under-way.ts';
import { verify } from './verify.ts';

/** How traffic is made to leave: desired state, any number of times. */
export interface Mechanism {
  readonly kind: string;
  /** Refuses before anything is written what could not be done. @throws UserError */
  check(move: Move): void;
  /**
   * Returns what could not be done and need not stop it.
   * @param guard asked right before each write; absent: it waits for nobody
   * @throws UserError, AwsError when traffic was not moved
   */
  apply(move: Move, signal: AbortSignal, guard?: Guard): Promise<readonly string[]>;
  /** What may keep traffic from getting there although everything was done, and what to do; absent: nothing known. */
  whyUnserved?(move: Move): string | undefined;
}

/** Asks what users ask, from before the start until after the end. */
export interface Probes {
  readonly results: readonly ProbeResult[];
  readonly regionKnown: boolean;
  readonly stableMs: number;
  readonly timeoutMs: number;
}

export interface FailoverPorts {
  readonly clock: Clock;
  readonly report: Report;
  readonly signal: AbortSignal;
  /** Which targets are active, in every region that survives. @throws UserError, AwsError */
  readonly state: {
    read(): Promise<ActiveState>;
    /**
     * @param asOf milliseconds since the epoch at which it became so: of copies that know nothing of each other the later
     * one counts; absent: now
     */
    save(state: Pick<ActiveState, 'inactive' | 'failover' | 'quiesced' | 'drill'>, asOf?: number): Promise<ActiveState>;
    /**
     * Keeps what was saved last in every region that survives, as each save does from now on. Absent: each save does.
     * @returns what one of them knew that is later than what was decided on; nothing is written then
     */
    spread?(): Promise<ActiveState | undefined>;
    /** What every copy that may be asked says now: what may wait gives way to whoever else counts. Absent: it cannot. */
    look?(): Promise<Looked>;
  };
  readonly mechanism: Mechanism;
  /** Absent: none are marked. */
  readonly consumers?: Consumers;
  /** Absent: the application has none. */
  readonly hooks?: Hooks;
  /** Absent: nothing is measured. */
  readonly probes?: Probes;
  /** Takes the leases of the survivors, whoever holds them: a deployment stops at its next write. Never throws. */
  stopDeployments(move: Move): Promise<void>;
  /**
   * Whether those that take over can, as far as it is seen without what is left. Returns what is not as it should be.
   * @throws UserError `failover-not-ready`
   */
  ready?(move: Move): Promise<readonly string[]>;
  /** Takes away what a drill that ends here had AWS do later. Never throws. */
  endDrill?(drill: DrillRecord): Promise<EndedDrill>;
  /** Asked before the first write, once it is known what would be moved. @throws UserError */
  confirm(move: Move): Promise<void>;
  /**
   * Told what moves, before the first write.
   * @returns which targets are active, where that had to be read anew to be written in every region that stays
   */
  narrow(move: Move): Promise<ActiveState | undefined>;
}

export interface FailoverRequest {
  readonly request: Request;
  readonly targets: readonly { readonly name: string; readonly region: string }[];
  readonly id: string;
  readonly who: string;
  readonly reason: string;
  readonly incident?: string;
  /** Go on although another failover is under way. */
  readonly force: boolean;
  /** Nothing is written. */
  readonly rehearse: boolean;
  /** What is left is there: its writes and consumers stop first, and until traffic moves all of it can be undone. */
  readonly graceful?: boolean;
  /** Id of the drill that this is a move of; any other drill that is open ends with it. */
  readonly drill?: string;
}

/** Milliseconds since the epoch; absent: it did not come to it, or was not measured. */
export interface Marks {
  readonly decided?: number;
  readonly actuated?: number;
  readonly accepted?: number;
  /** The consumers of who is active were seen to run. */
  readonly consuming?: number;
  readonly verified?: number;
}

export interface FailoverEnd {
  readonly outcome: 'already-active' | 'rehearsed' | 'verified' | 'not-verified' | 'not-measured' | 'failed';
  readonly move: Move;
  readonly marks: Marks;
  /** What was not as it should be. */
  readonly deviations: readonly string[];
  readonly failure?: string;
}

/**
 * Moves traffic and the role of being active, in the order: remember what is meant, move, see that users are served,
 * remember that it is done. Whatever it is killed at, the same command again comes to the same end; it waits for no
 * lease, and what cannot be remembered or measured does not keep it from moving traffic.
 */
export async function runFailover(request: FailoverRequest, ports: FailoverPorts): Promise<FailoverEnd> {
  const { clock, mechanism, report } = ports;
  const deviations: string[] = [];
  const deviate = (text: string): void => {
    deviations.push(text);
    report({ type: 'note', level: 'warning', text });
  };
  const state =
    'to' in request.request ? await readState(ports, deviate) : await knownState(ports, request.request.from);
  const wanted = decideMove(request.request, request.targets, state ?? { inactive: [] });
  const done = state !== undefined && isDone(wanted, state);
  if (done && (await isBelieved(wanted, request, ports))) {
    if (!request.rehearse && request.graceful !== true) await rememberAgain(state, deviate, ports);
    return { outcome: 'already-active', move: wanted, marks: {}, deviations };
  }
  const { move, otherwise }: Repeated = done ? repeatedMove(wanted, state, mechanism) : { move: wanted };
  if (done)
    deviate(
      `${move.active.join(', ')} is active already as far as is known, and users were not seen to be served there: traffic is told so again`,
    );
  if (state !== undefined) refuseOther(move, state, request, ports);
  mechanism.check(move);
  for (const text of (await ports.ready?.(move)) ?? []) deviate(text);
  if (request.rehearse) return { outcome: 'rehearsed', move, marks: {}, deviations };
  await ports.confirm(move);
  let again: ActiveState | undefined;
  try {
    again = await inTime(ports.narrow(move), clock);
  } catch (error) {
    deviate(`which targets are active is not known everywhere: ${errorText(error)}`);
  }
  // What is read anew is written over: somebody may have begun in between.
  if (again !== undefined) refuseOther(move, again, request, ports);
  if (otherwise !== undefined && move.inactive.some((name) => again?.inactive.includes(name) === false))
    throw otherwise;
  const decided = clock.now();
  const drills = overriding(again ?? state, request, decided, ports);
  const { drill: overridden, save: keep, end: endDrill } = drills;
  if (overridden !== undefined)
    deviate(`a drill was under way, of ${overridden.who} since ${overridden.at}: it ends here`);
  const record = recordOf(move, state, request, mechanism.kind, decided);
  const guard = moveGuard(request, state, ports);
  const own = { ...guardedPorts(ports, guard), state: { ...ports.state, save: keep } };
  // One that is late goes on: the next would find its own object changed meanwhile, as if by somebody else.
  let earlier: Promise<unknown> = Promise.resolve();
  const inTurn: InTurn = (work) => {
    const working = earlier.then(work);
    earlier = working.catch(() => undefined);
    return working;
  };
  const save = async (done: boolean, quiesced?: readonly string[], asOf?: number): Promise<void> => {
    try {
      const next = { inactive: move.inactive, failover: { ...record, done }, ...(quiesced && { quiesced }) };
      const saving = inTurn(() => keep(next, asOf));
      await (done ? saving.catch((error: unknown) => keepAgain(error, next, own, asOf)) : inTime(saving, clock));
    } catch (error) {
      if (error instanceof UserError && error.code === 'active-state-taken') throw error;
      // Nobody waits for a drill: what it could not keep, it does not move, and whoever ends it knows what it moved.
      if (!done && request.drill !== undefined) throw error;
      deviate(`which targets are active could not be kept: ${errorText(error)}`);
    }
  };
  const graceful = gracefulOf(request, move, state, record, drills, deviate, { ...own, guard });
  if (graceful === undefined) await save(false);
  const ending = endDrill().then((said) => said.forEach(deviate));
  let stopping = stopsFirst(mechanism, graceful !== undefined) ? ports.stopDeployments(move) : undefined;
  if (graceful !== undefined) {
    await Promise.all([stopping, ending]);
    const failure = await graceful.prepare();
    if (failure !== undefined) return { outcome: 'failed', move, marks: { decided }, deviations, failure };
  }
  const actuated = clock.now();
  try {
    report({ type: 'step.started', step: 'failover-moved', text: `moving traffic to ${move.active.join(', ')}` });
    const applying = mechanism.apply(move, ports.signal, guard);
    stopping ??= soon(applying, clock).then(() => ports.stopDeployments(move));
    for (const text of await applying) deviate(text);
    await ending;
  } catch (error) {
    await Promise.all([stopping, ending]);
    if (isTakenOver(error)) throw error;
    const failure = `traffic was not moved: ${errorText(error)}`;
    const marks = { decided, actuated };
    if (graceful !== undefined)
      return { outcome: 'failed', move, marks, deviations, failure: await graceful.undoShift(failure) };
    ports.signal.throwIfAborted();
    if (!(error instanceof AwsError) && !(error instanceof UserError)) throw error;
    return { outcome: 'failed', move, marks, deviations, failure };
  }
  const accepted = clock.now();
  report({
    type: 'step.finished',
    step: 'failover-moved',
    text: 'the change was accepted',
    durationMs: accepted - actuated,
  });
  // A graceful move has seen to writes already.
  const quiesced = graceful === undefined ? ((again ?? state)?.quiesced ?? []) : [];
  const kept = { ...record, done: false };
  const spreading =
    graceful === undefined ? keepEverywhere(move, kept, request, inTurn, deviate, { ...own, drills }) : undefined;
  // What it throws counts once it is known what users see.
  let taken: unknown;
  spreading?.catch((error: unknown) => {
    taken = error;
  });
  const takingOver = (through: FailoverPorts) => takeOver(move, request.targets, quiesced, deviate, through);
  const others = graceful === undefined && mayWriteLate(again ?? state, request.id, move, decided);
  const last = unlessTaken(() => taken, lastWord(record, again ?? state, ports));
  const told = others ? tellOnceMore(move, last, deviate, ports) : Promise.resolve(false);
  const taking = others
    ? takeOverTwice(
        told,
        () => takingOver(own),
        () => takingOver(guardedPorts(ports, last)),
      )
    : takingOver(own);
  const verified = await told
    .then(() => verify(move, request, ports))
    .finally(() => Promise.allSettled([taking, spreading, stopping]));
  const unforeseen = await spreading?.catch(movedAllTheSame);
  const { failure = unforeseen, consuming, ...work } = await taking;
  const marks = {
    decided,
    actuated,
    accepted,
    ...(consuming !== undefined && { consuming }),
    ...(typeof verified === 'number' && { verified }),
  };
  if (failure !== undefined || verified === undefined) {
    const why = failure ?? mechanism.whyUnserved?.(move);
    return { outcome: 'not-verified', move, marks, deviations, ...(why !== undefined && { failure: why }) };
  }
  // Who moved traffic since, where nobody here was told of it, counts though this one is done later.
  const overtaken = await save(true, work.quiesced, accepted).then(() => undefined, movedAllTheSame);
  if (overtaken !== undefined) return { outcome: 'not-verified', move, marks, deviations, failure: overtaken };
  return { outcome: verified === 'not-measured' ? verified : 'verified', move, marks, deviations };
}

/** What happens after traffic was moved does not take away what is known of it: the report, and what comes afterwards. */
function movedAllTheSame(error: unknown): string {
  if (!(error instanceof UserError) || error.code !== 'active-state-taken') throw error;
  return `traffic was moved, and then ${error.message}. See who is at work with status, then run the same command again`;
}

/** Two that want the same go on together; two that want different things do not. */
function refuseOther(
  move: Move,
  { failover }: ActiveState,
  { force }: FailoverRequest,
  { clock, report }: FailoverPorts,
): void {
  // What a drill moves gives way to everybody.
  if (failover === undefined || failover.done || failover.drill !== undefined) return;
  const { who, at, to } = failover;
  if (sameNames(to, move.active)) {
    report({ type: 'note', level: 'info', text: `goes on with the failover that ${who} began at ${at}` });
    return;
  }
  if (force || !isUnderWay(failover, clock.now())) return;
  throw new UserError('failover-under-way', `${who} is moving traffic to ${to.join(', ')} since ${at}`, {
    fix: ['Let it end, or repeat that one.', 'If it is dead or wrong, add --force: then this one counts.'],
  });
}
