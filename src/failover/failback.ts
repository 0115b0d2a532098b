import type { Clock } from '../clock.ts';
import { errorText, UserError } from '../errors.ts';
import type { ActiveState, FailoverRecord } from '../records/active-state-document.ts';
import type { Looked } from '../records/look.ts';
import type { Report } from '../report/events.ts';
import type { Consumers } from './consumers.ts';
import { consumersBack, consumersFor } from './failback-consumers.ts';
import type { Hooks } from './hooks.ts';
import type { Move } from './move.ts';
import { isGood, recoveredAt } from './probe.ts';
import type { FailoverEnd, Probes } from './run.ts';
import { createGuard, type Guard, guardedPorts, isTakenOver } from './still-ours.ts';
import { refuseUnderWay } from './under-way.ts';
import { wantedOf } from './wanted.ts';

/** One step of bringing traffic back. */
export interface ReturnStep {
  /** "the stop signal is taken away", "eu-west-1 gets 10% of its weight". */
  readonly text: string;
  /** @param guard asked right before it writes */
  apply(signal: AbortSignal, guard: Guard): Promise<void>;
}

export interface FailbackPorts {
  readonly clock: Clock;
  readonly report: Report;
  readonly signal: AbortSignal;
  readonly state: {
    look(): Promise<Looked>;
    save(state: Pick<ActiveState, 'inactive' | 'failover' | 'quiesced'>): Promise<ActiveState>;
  };
  /** Absent: none are marked. */
  readonly consumers?: Consumers;
  readonly hooks?: Pick<Hooks, 'resume'>;
  /** Asked before traffic is moved. @throws UserError `lease-lost` when a failover took over: then nothing is moved or kept */
  assertHeld(): Promise<void>;
  /** In order; after each one users must be served before the next. */
  readonly steps: readonly ReturnStep[];
  /**
   * Whether its part of the traffic is more than nothing: then it must be seen to answer after the last step. `unknown`: the
   * mechanism does not say whether its record sets are a pair, whose secondary nobody is served by.
   */
  readonly carries: boolean | 'unknown';
  /**
   * Asks the target itself, for one that nobody is served by under the public name. Never throws.
   * @returns what it said; undefined: nothing says where to ask it
   */
  ask(): Promise<Answered | undefined>;
  /** Puts traffic back to where it was good before the first step. @param guard asked right before it writes */
  undo(guard: Guard): Promise<void>;
  /** Asked after each step: what fails there since a time; undefined: nothing does. Never throws. */
  judge(since: number): Promise<string | undefined>;
  /**
   * Asked once consumers run there, before traffic comes: what they have not worked off in time; undefined: nothing is left.
   * Absent: there is nothing of the kind.
   */
  readonly drained?: (signal: AbortSignal) => Promise<string | undefined>;
  /** Absent: nothing is measured between the steps. */
  readonly probes?: Probes;
}

/** What a target said at its own endpoint. */
export interface Answered {
  readonly good: boolean;
  /** "HTTP 503", "connect ECONNREFUSED", "HTTP 200 from eu-west-1". */
  readonly text: string;
}

export interface FailbackRequest {
  /** Target that becomes active again. */
  readonly returning: string;
  readonly targets: readonly { readonly name: string; readonly region: string }[];
  readonly before: ActiveState;
  readonly record: Omit<FailoverRecord, 'done'>;
}

const POLL_MS = 250;

/**
 * Brings a target back, step by step: it becomes active before traffic comes, and users must be served after each step.
 * Where they are not, or a step fails, traffic returns to where it was good and the target is inactive again.
 * @throws UserError `lease-lost`, `active-state-taken` when another run took over: traffic and state are that run's; `failover-under-way`
 */
export async function runFailback(request: FailbackRequest, ports: FailbackPorts): Promise<FailoverEnd> {
  const { clock, report, signal } = ports;
  const move = returnOf(request);
  const { before, record } = request;
  // A drill ends what it began itself, also after its process was killed.
  if (record.drill === undefined || before.failover?.drill !== record.drill) refuseUnderWay(before, clock.now());
  const decided = clock.now();
  await ports.state.save({ inactive: move.inactive, failover: { ...record, done: false } });
  const actuated = clock.now();
  const guard = createGuard(before.serial, ({ failover }) => failover?.id === record.id, {
    clock,
    look: () => ports.state.look(),
    assertHeld: () => ports.assertHeld(),
  });
  const guarded = guardedPorts(ports, guard);
  const deviations: string[] = [];
  const names = request.targets.map(({ name }) => name);
  let quiesced = before.quiesced;
  let consuming: number | undefined;
  try {
    if (quiesced?.includes(request.returning)) quiesced = await resumeWrites(request, quiesced, guarded);
    consuming = await consumersFor(move.inactive, names, guarded, signal);
    await workOff(request, ports);
    for (const [index, step] of ports.steps.entries()) {
      signal.throwIfAborted();
      report({ type: 'step.started', step: `failback-${index + 1}`, text: step.text });
      const began = clock.now();
      await step.apply(signal, guard);
      const last = index === ports.steps.length - 1;
      const { problem = await ports.judge(began), odd } = await served(request, move, last, began, ports);
      if (odd !== undefined) deviations.push(odd);
      report({
        type: 'step.finished',
        step: `failback-${index + 1}`,
        text: step.text,
        durationMs: clock.now() - began,
      });
      if (problem !== undefined) throw new UserError('failback-not-served', problem);
    }
  } catch (error) {
    const failure = `traffic went back to where it was: ${errorText(error)}`;
    try {
      await guard();
      await ports.undo(guard);
    } catch (problem) {
      // What is thrown says only what keeps traffic from going back.
      if (!isTakenOver(problem)) {
        const text = `traffic was not told to go back to where it was, though this failed: ${errorText(error)}`;
        report({ type: 'note', level: 'warning', text });
      }
      throw problem;
    }
    // A run before this one may have made it active already, and was killed.
    const inactive = [...new Set([...before.inactive, request.returning])];
    let to = move.active;
    const again = await consumersBack(inactive, names, guarded, (text) => void deviations.push(text));
    // Not done: the failover to who is active, run again, starts them.
    if (!again) to = names.filter((name) => !inactive.includes(name));
    const failover = { ...record, to, done: again };
    await ports.state.save({ inactive, failover, ...(quiesced && { quiesced }) });
    return { outcome: 'failed', move, marks: { decided, actuated }, deviations, failure };
  }
  const failover = { ...record, done: true };
  await ports.state.save({ inactive: move.inactive, failover, ...(quiesced && { quiesced }) });
  const marks = { decided, actuated, accepted: clock.now(), ...(consuming !== undefined && { consuming }) };
  if (ports.probes === undefined) return { outcome: 'not-measured', move, marks, deviations };
  return { outcome: 'verified', move, marks: { ...marks, verified: clock.now() }, deviations };
}

/** Writes that a graceful move stopped go on before traffic comes. @returns whose are still stopped */
async function resumeWrites(
  { returning }: FailbackRequest,
  quiesced: readonly string[],
  { hooks, signal }: FailbackPorts,
): Promise<readonly string[]> {
  if (hooks?.resume === undefined) {
    throw new UserError(
      'no-resume-hook',
      `a graceful move stopped the writes of ${returning}, and no hook resumes them`,
      {
        fix: ['Give failover.graceful.resume, deploy, and run it again.'],
      },
    );
  }
  await hooks.resume(returning, signal);
  return quiesced.filter((name) => name !== returning);
}

/** @throws UserError `failback-backlog` */
async function workOff(
  { returning }: FailbackRequest,
  { drained, clock, report, signal }: FailbackPorts,
): Promise<void> {
  if (drained === undefined) return;
  const began = clock.now();
  const text = `what waits in ${returning} is worked off`;
  report({ type: 'step.started', step: 'failback-backlog', text });
  const problem = await drained(signal);
  report({ type: 'step.finished', step: 'failback-backlog', text, durationMs: clock.now() - began });
  if (problem !== undefined) throw new UserError('failback-backlog', problem);
}

/** Who is active once a target is back. Nobody leaves. */
export function returnOf({ returning, targets, before }: Omit<FailbackRequest, 'record'>): Move {
  const names = targets.map(({ name }) => name);
  const inactive = names.filter((name) => name !== returning && before.inactive.includes(name));
  return { active: names.filter((name) => !inactive.includes(name)), inactive, leaving: [], returning };
}

/**
 * Whether nothing is left to do. Active, with a change that did not end, is what a killed failback leaves; but who is
 * active alone, or after a failover that others left, returns from nowhere.
 */
export function isBack(returning: string, before: Pick<ActiveState, 'inactive' | 'failover'>, move: Move): boolean {
  const { inactive, failover } = before;
  if (inactive.includes(returning)) return false;
  return failover?.done !== false || failover.from.length > 0 || move.active.length === 1;
}

/** What was seen after a step. */
interface Seen {
  /** Why users are not served as they should be; absent: they are. */
  readonly problem?: string;
  /** What is not as it should be and is no reason to go back. */
  readonly odd?: string;
}

/** Users are served, and after the last step the target that is back answers too. */
async function served(
  { returning, targets }: FailbackRequest,
  { active }: Move,
  last: boolean,
  began: number,
  ports: FailbackPorts,
): Promise<Seen> {
  const { clock, signal, probes, carries } = ports;
  const byItself = async (): Promise<Seen> => (last && carries === false ? answers(returning, ports) : {});
  if (probes === undefined) return byItself();
  const wanted = wantedOf(active, targets, probes.regionKnown);
  const back = wantedOf([returning], targets, probes.regionKnown);
  for (;;) {
    const since = probes.results.filter(({ at }) => at >= began);
    const seen = !last || carries === false || since.some((probe) => isGood(probe, back));
    const recovered = recoveredAt(since, wanted, probes.stableMs) !== undefined;
    if (seen && recovered) return byItself();
    if (clock.now() - began >= probes.timeoutMs) {
      if (recovered && carries === 'unknown') return answers(returning, ports);
      return { problem: seen ? 'users were not served' : `nobody was served by ${returning}` };
    }
    await clock.sleep(POLL_MS, signal);
  }
}

/** Of a target that nobody is served by: its own endpoint tells whether it would answer. */
async function answers(returning: string, { ask, carries }: FailbackPorts): Promise<Seen> {
  const said = await ask();
  const nobody = `nobody was served by ${returning}`;
  if (said?.good === false) return { problem: `${nobody}, and it does not answer by itself: ${said.text}` };
  if (carries === false) {
    if (said !== undefined) return {};
    return {
      odd: `${returning} carries no traffic now, and nobody has seen it answer: failover.endpoint does not say where`,
    };
  }
  if (said === undefined) return { problem: `${nobody}, and failover.endpoint does not say where to ask it` };
  return {
    odd: `${nobody} under the public name; it answers by itself (${said.text}). That is right for the secondary of a failover pair. If traffic should come to it, look at its record sets`,
  };
}
