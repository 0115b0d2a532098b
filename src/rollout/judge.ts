import type { GateMoment, GateRequest, GateVerdict } from '../gates/model.ts';
import type { RolloutPorts } from './ports.ts';
import type { VerdictLog } from './verdict-log.ts';

/** What the gates made of one phase. */
export type Judgement =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'cancelled' };

/** A phase to be judged. Times are milliseconds since the epoch. */
export interface JudgedPhase {
  readonly phase: string;
  readonly targets: readonly string[];
  readonly outputs: GateRequest['outputs'];
  /** When its deployment began. */
  readonly since: number;
  readonly bakeMs: number;
  /** The release that is expected where it is not the one that is rolled out. */
  readonly release?: { readonly id: string; readonly commit?: string };
}

type JudgePorts = Pick<RolloutPorts, 'clock' | 'gates' | 'signal'>;

/** Gates that cannot tell hold the rollout at least this long before they fail it. Milliseconds. */
const SHORTEST_HOLD_MS = 60_000;

/** Asks the gates that must agree before anything of the phase is executed. */
export function judgeBefore(phase: JudgedPhase, ports: JudgePorts, verdicts: VerdictLog): Promise<Judgement> {
  return holdUntilClear(phase, ['before'], SHORTEST_HOLD_MS, undefined, ports, verdicts);
}

/** Asks whether a target that was rolled back answers with the release it returned to. */
export function judgeReturn(phase: JudgedPhase, ports: JudgePorts, verdicts: VerdictLog): Promise<Judgement> {
  return holdUntilClear(phase, ['return'], SHORTEST_HOLD_MS, undefined, ports, verdicts);
}

/**
 * Lets the phase bake: its gates are asked again and again, and the first failing verdict ends it. At the end all of
 * them must pass once more; an inconclusive answer never promotes (issue 4, 1).
 * @param bakeSince when the bake began, which may have been in an earlier process
 */
export async function judgeBake(
  phase: JudgedPhase,
  bakeSince: number,
  ports: JudgePorts,
  verdicts: VerdictLog,
): Promise<Judgement> {
  const { clock, gates, signal } = ports;
  const end = bakeSince + phase.bakeMs;
  while (clock.now() < end) {
    const round = await ask(phase, 'bake', bakeSince, ports, verdicts);
    if (round.kind !== 'passed') return round;
    const slept = await sleep(Math.min(gates.intervalMs, end - clock.now()), ports);
    if (!slept || signal.aborted) return { kind: 'cancelled' };
  }
  const hold = Math.max(phase.bakeMs, SHORTEST_HOLD_MS);
  return holdUntilClear(phase, ['bake', 'after'], hold, bakeSince, ports, verdicts);
}

/** Every gate passes, or one fails, or some cannot tell until the hold is over: that fails as well. */
async function holdUntilClear(
  phase: JudgedPhase,
  moments: readonly GateMoment[],
  holdMs: number,
  bakeSince: number | undefined,
  ports: JudgePorts,
  verdicts: VerdictLog,
): Promise<Judgement> {
  const { clock, gates } = ports;
  const deadline = clock.now() + holdMs;
  for (;;) {
    const unclear: GateVerdict[] = [];
    const rounds = await Promise.all(moments.map((moment) => ask(phase, moment, bakeSince, ports, verdicts, unclear)));
    const ended = rounds.find(({ kind }) => kind !== 'passed');
    if (ended !== undefined) return ended;
    if (unclear.length === 0) return { kind: 'passed' };
    if (clock.now() >= deadline) return { kind: 'failed', reason: `no clear answer: ${sentence(unclear)}` };
    if (!(await sleep(gates.intervalMs, ports))) return { kind: 'cancelled' };
  }
}

async function ask(
  { phase, targets, outputs, since, release }: JudgedPhase,
  moment: GateMoment,
  bakeSince: number | undefined,
  ports: JudgePorts,
  verdicts: VerdictLog,
  unclear: GateVerdict[] = [],
): Promise<Judgement> {
  const request: GateRequest = {
    moment,
    phase,
    targets,
    outputs,
    since,
    ...(bakeSince !== undefined && { bakeSince }),
    ...(release !== undefined && { release }),
  };
  const answers = await ports.gates.ask(request, ports.signal);
  // What a cancelled gate says is not about the release.
  if (ports.signal.aborted) return { kind: 'cancelled' };
  verdicts.add(answers);
  const failed = answers.filter(({ verdict }) => verdict === 'fail');
  if (failed.length > 0) return { kind: 'failed', reason: sentence(failed) };
  unclear.push(...answers.filter(({ verdict }) => verdict === 'inconclusive'));
  return { kind: 'passed' };
}

/** "health in eu-west-1: answered 500", for each of the first few. */
function sentence(verdicts: readonly GateVerdict[]): string {
  const shown = verdicts.slice(0, 3).map(({ gate, target, reason }) => {
    return `${gate}${target === undefined ? '' : ` in ${target}`}: ${reason}`;
  });
  const more = verdicts.length - shown.length;
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

/** False when the run was cancelled meanwhile. */
async function sleep(ms: number, { clock, signal }: JudgePorts): Promise<boolean> {
  try {
    await clock.sleep(ms, signal);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
