import { UserError } from '../errors.ts';
import type { ActiveState } from '../records/active-state-document.ts';
import { openDrill } from '../records/drill-record.ts';
import { didYouMean } from '../topology/nearest.ts';

/** Who is asked to be active: only one target, or all but one. */
export type Request = { readonly to: string } | { readonly from: string };

/** Names of targets and their regions. */
type Places = readonly { readonly name: string; readonly region: string }[];

/** What a failover makes of an environment: desired state, so that twice is once. */
export interface Move {
  /** Targets that are active afterwards. */
  readonly active: readonly string[];
  /** Targets that are not, in the order of the plan. */
  readonly inactive: readonly string[];
  /** Of these, the ones that are active now, or that a failover which is not done was about to leave. */
  readonly leaving: readonly string[];
  /** In a failback, the target that becomes active again. */
  readonly returning?: string;
}

/** A target by its name, or by its region where that names one only. @throws UserError `unknown-target` */
export function namedTarget(name: string, targets: Places, option: string): string {
  const found = targets.filter((target) => target.name === name || target.region === name);
  const [first, second] = found;
  if (first !== undefined && (second === undefined || first.name === name)) return first.name;
  const known = targets.map((target) => target.name);
  throw new UserError('unknown-target', `${option} names ${name}, which is no target of the plan`, {
    fix: [didYouMean(name, known), `The plan has ${known.join(', ')}.`],
  });
}

/** @throws UserError `failover-nobody-left` */
export function decideMove(request: Request, targets: Places, state: Pick<ActiveState, 'inactive' | 'failover'>): Move {
  const names = targets.map(({ name }) => name);
  const activeNow = names.filter((name) => !state.inactive.includes(name));
  const active = 'to' in request ? [request.to] : activeNow.filter((name) => name !== request.from);
  if (active.length === 0) {
    throw new UserError('failover-nobody-left', `nobody would be active without ${'from' in request && request.from}`, {
      fix: ['Name the target that takes over: failover --to.'],
    });
  }
  const inactive = names.filter((name) => !active.includes(name));
  // What an unfinished failover leaves may be lost, and may not have been left yet.
  const left = state.failover?.done === false ? state.failover.from : [];
  return { active, inactive, leaving: inactive.filter((name) => activeNow.includes(name) || left.includes(name)) };
}

/**
 * Regions that nothing may be asked of: those of targets that lose their role, unless a target that stays is there too.
 * Before it is known who is active, everything that was not asked for by name may be the lost one.
 */
export function lostRegions(
  leaving: readonly string[],
  staying: readonly string[],
  targets: Places,
): ReadonlySet<string> {
  const regionsOf = (names: readonly string[]): readonly string[] =>
    targets.filter(({ name }) => names.includes(name)).map(({ region }) => region);
  const kept = new Set(regionsOf(staying));
  return new Set(regionsOf(leaving).filter((region) => !kept.has(region)));
}

/** Targets whose regions are not left: what is decided is kept there, by whoever was active before or not. */
export function keptTargets({ leaving, active }: Pick<Move, 'leaving' | 'active'>, targets: Places): readonly string[] {
  const lost = lostRegions(leaving, active, targets);
  return targets.filter(({ region }) => !lost.has(region)).map(({ name }) => name);
}

/** Targets that are there for certain: the one to move to, or all but the one to leave. */
export function survivors(request: Request, targets: Places): readonly string[] {
  const names = targets.map(({ name }) => name);
  return 'to' in request ? [request.to] : names.filter((name) => name !== request.from);
}

/** Whether the state says that nothing is left to do. What a drill moved goes back by itself: a failover makes it stay. */
export function isDone({ active, inactive }: Move, state: ActiveState): boolean {
  const same =
    inactive.every((name) => state.inactive.includes(name)) && active.every((name) => !state.inactive.includes(name));
  // Writes that a graceful move stopped may not be taken up again yet.
  const stopped = active.some((name) => state.quiesced?.includes(name));
  return same && !stopped && state.failover?.done !== false && openDrill(state) === undefined;
}
