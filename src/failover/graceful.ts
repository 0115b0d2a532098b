import type { Clock } from '../clock.ts';
import { errorText } from '../errors.ts';
import type { ActiveState } from '../records/active-state-document.ts';
import type { Report } from '../report/events.ts';
import { sameNames } from '../same-names.ts';
import { settleAll } from '../settle-all.ts';
import { type Consumers, consumerChange, runningTargets, switchConsumers } from './consumers.ts';
import { eachTarget, type Hooks, waitUntilCaughtUp } from './hooks.ts';
import type { Move } from './move.ts';
import { patienceOf } from './patience.ts';
import type { Mechanism } from './run.ts';
import { type Guard, isTakenOver } from './still-ours.ts';

export interface GracefulPorts {
  readonly clock: Clock;
  readonly report: Report;
  readonly signal: AbortSignal;
  readonly mechanism: Pick<Mechanism, 'apply'>;
  /** Asked right before traffic is told to go back; consumers and hooks ask it themselves. */
  readonly guard: Guard;
  /** Absent: none are marked. */
  readonly consumers?: Consumers;
  /** Absent: there are none. */
  readonly hooks?: Hooks;
}

/** How far a graceful move has come: `shifting` from just before traffic moves; `undone`: everybody has the old role. */
export type GracefulStage = 'preparing' | 'shifting' | 'undone';

export interface GracefulMove {
  readonly move: Move;
  /** All targets, in the order of the plan. */
  readonly names: readonly string[];
  /** As it was when this run began. */
  readonly state: ActiveState;
  /** Traffic may not be where the state says, a drill that ends here had it moved by a schedule: what is undone tells it too. */
  readonly tellTraffic: boolean;
  /** Remembers who is not active, and whose writes are stopped. @throws UserError, AwsError when nobody keeps it */
  save(inactive: readonly string[], quiesced: readonly string[], stage: GracefulStage): Promise<void>;
  readonly deviate: (text: string) => void;
}

/** A move away from regions that are there: until traffic moves, everything can be undone. */
export interface Graceful {
  /**
   * Everything that comes before traffic moves, in this order: writes stop in what is left, what they wrote arrives, its
   * consumers stop, roles change, the others' consumers start, and writes where they were stopped earlier.
   * @returns why it failed: then it is undone, and no traffic was moved
   * @throws UserError `active-state-taken`: another failover counts, and what is left is its own
   */
  prepare(): Promise<string | undefined>;
  /** The same after traffic could not be moved: it is told to go back first. */
  undoShift(why: string): Promise<string>;
}

/** Who was not active before the move began: one that is gone on with remembers it. */
export function inactiveBefore({ inactive, failover }: ActiveState): readonly string[] {
  // Once traffic may have moved, what it meant is how it is.
  if (failover?.done !== false || failover.graceful?.shifting === true) return inactive;
  return failover.graceful?.inactiveBefore ?? inactive;
}

/**
 * One that was killed after traffic was told to move is finished, never undone: the others have written since. One to
 * somewhere else begins anew.
 */
export function isShifting({ failover }: ActiveState, { active }: Pick<Move, 'active'>): boolean {
  return failover?.done === false && failover.graceful?.shifting === true && sameNames(failover.to, active);
}

const RESTING_MS = 10_000;

export function createGraceful(
  { move, names, state, tellTraffic, save, deviate }: GracefulMove,
  ports: GracefulPorts,
): Graceful {
  const { hooks = {}, consumers, mechanism, signal, guard } = ports;
  const { active, leaving } = move;
  const before = inactiveBefore(state);
  const activeBefore = names.filter((name) => !before.includes(name));
  const earlier = state.quiesced ?? [];
  const stopped = [...new Set([...earlier, ...(hooks.quiesce === undefined ? [] : leaving)])];
  let kept = { inactive: state.inactive, quiesced: earlier };

  const keep = async (
    inactive: readonly string[],
    quiesced: readonly string[],
    stage: GracefulStage,
  ): Promise<void> => {
    await save(inactive, quiesced, stage);
    kept = { inactive, quiesced };
  };

  async function quiesce(): Promise<void> {
    await keep(state.inactive, stopped, 'preparing');
    if (hooks.quiesce === undefined)
      return deviate('no hook stops writes: what is written until traffic has moved may come late or get lost');
    await eachTarget(leaving, hooks.quiesce, signal);
  }

  async function catchUp(): Promise<void> {
    const { caughtUp } = hooks;
    if (caughtUp === undefined) return deviate('nothing says whether replication has caught up: it was not waited for');
    await settleAll(leaving.map((target) => waitUntilCaughtUp(target, caughtUp, ports)));
  }

  /** Between the two, the state says who may run them: whoever comes after a crash never finds both on. */
  async function moveConsumers(): Promise<void> {
    if (consumers === undefined) return keep(move.inactive, stopped, 'preparing');
    const { on, off } = consumerChange(consumers.where, names, { inactive: before }, move);
    await stopOthers(on, off, consumers, signal);
    signal.throwIfAborted();
    await keep(move.inactive, stopped, 'preparing');
    await switchConsumers({ on, off: [] }, consumers, signal);
  }

  /** Before anybody's start: these must have stopped, and nobody else may run them either. */
  async function stopOthers(
    on: readonly string[],
    off: readonly string[],
    consumers: Consumers,
    stop: AbortSignal,
  ): Promise<void> {
    const resting = names.filter((name) => !on.includes(name) && !off.includes(name));
    await Promise.all([
      switchConsumers({ on: [], off }, consumers, stop),
      ...resting.map((name) => stopResting(name, consumers, stop)),
    ]);
  }

  /** Who was left by a failover that could not reach it may still run them; who is lost must not hold up this one. */
  async function stopResting(name: string, { set }: Consumers, stop: AbortSignal): Promise<void> {
    const told = (why: string): void => deviate(`consumers of ${name}, which was not active, may still run: ${why}`);
    try {
      const stopped = await patienceOf(ports.clock, RESTING_MS)(set(name, false, stop).then(() => true));
      if (stopped === undefined) told(`no answer in ${RESTING_MS / 1000} s`);
    } catch (error) {
      if (isTakenOver(error)) throw error;
      told(errorText(error));
    }
  }

  async function resume(): Promise<void> {
    const again = hooks.resume === undefined ? [] : active.filter((name) => stopped.includes(name));
    if (hooks.resume !== undefined) await eachTarget(again, hooks.resume, signal);
    signal.throwIfAborted();
    await keep(
      move.inactive,
      stopped.filter((name) => !again.includes(name)),
      'shifting',
    );
  }

  async function undo(why: string, shifted: boolean): Promise<string> {
    // What is cancelled is undone too.
    const { signal: unhurried } = new AbortController();
    const again = hooks.resume === undefined ? [] : leaving.filter((name) => activeBefore.includes(name));
    try {
      // Refused when somebody else moves traffic meanwhile: then it is theirs.
      await keep(kept.inactive, kept.quiesced, shifted ? 'shifting' : 'preparing');
      if (shifted || tellTraffic) {
        // Where all were active, nobody is left whose region a Region switch plan could take out.
        const returning = leaving.find((name) => activeBefore.includes(name));
        const back = { active: activeBefore, inactive: before, leaving: [], ...(returning && { returning }) };
        await mechanism.apply(back, unhurried, guard);
      }
      if (consumers !== undefined) {
        const on = runningTargets(consumers.where, names, { inactive: before });
        const off = runningTargets(consumers.where, names, move).filter((name) => !on.includes(name));
        await stopOthers(on, off, consumers, unhurried);
        await keep(before, kept.quiesced, 'preparing');
        await switchConsumers({ on, off: [] }, consumers, unhurried);
      }
      if (hooks.resume !== undefined) await eachTarget(again, hooks.resume, unhurried);
      await keep(
        before,
        kept.quiesced.filter((name) => !again.includes(name)),
        'undone',
      );
    } catch (error) {
      if (isTakenOver(error)) throw error;
      return `${why}. It could not be undone: ${errorText(error)}. Run the same command again, it goes on from there`;
    }
    const still = hooks.quiesce !== undefined && hooks.resume === undefined;
    return `nothing was moved, everything is as it was${still ? ', but writes stay stopped: no hook resumes them' : ''}: ${why}`;
  }

  return {
    async prepare() {
      try {
        await step('quiesced', `stopping writes in ${leaving.join(', ')}`, ports, quiesce);
        await step('caught-up', 'waiting until what was written is everywhere', ports, catchUp);
        await step('consumers', `consumers and roles move to ${active.join(', ')}`, ports, moveConsumers);
        await resume();
        return undefined;
      } catch (error) {
        if (isTakenOver(error)) throw error;
        return undo(errorText(error), false);
      }
    },
    undoShift: (why) => undo(why, true),
  };
}

async function step(
  name: string,
  text: string,
  { clock, report, signal }: GracefulPorts,
  work: () => Promise<void>,
): Promise<void> {
  signal.throwIfAborted();
  const began = clock.now();
  report({ type: 'step.started', step: `failover-${name}`, text });
  await work();
  report({ type: 'step.finished', step: `failover-${name}`, text, durationMs: clock.now() - began });
}
