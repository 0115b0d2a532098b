import { formatDuration } from '../../topology/duration.ts';
import { escapeMarkdown, markdownTable } from '../markdown.ts';
import type { Plan, PlannedPhase } from '../plan-report.ts';
import type { Style } from '../style.ts';
import { oneLine, someOf } from '../text.ts';
import { percentText } from './weight-text.ts';

/** What happens in a phase with traffic, or a bake, step after step: `eu-west-1 57 -> 0 (0%)`, `deploy` … */
function stepsOf({ bakeMs, traffic }: PlannedPhase, arrow: string): readonly string[] {
  if (traffic?.keeping !== undefined) return returnSteps(traffic.moves, traffic.keeping, arrow);
  const moves = traffic?.moves ?? [];
  const bake = bakeMs === undefined ? [] : [`bake ${formatDuration(bakeMs)}`];
  const drains = moves.filter(({ kind }) => kind === 'drain').map((move) => moveText(move, arrow));
  const raises = moves.filter(({ kind }) => kind !== 'drain').flatMap((move) => [moveText(move, arrow), ...bake]);
  return [...drains, 'deploy', ...(raises.length === 0 ? bake : raises)];
}

/** Of a rollback: what leaves, then the stacks, then who gets its weight back; once more for each that returns on its own. */
function returnSteps(moves: readonly Move[], keeping: readonly string[], arrow: string): readonly string[] {
  const names = someOf(keeping.map(oneLine), MOST_TARGETS);
  const inPlace =
    keeping.length === 0 ? 'roll back' : `roll back while ${names} ${keeping.length === 1 ? 'serves' : 'serve'}`;
  const steps = moves.flatMap((move) => [moveText(move, arrow), ...(move.kind === 'leave' ? ['roll back'] : [])]);
  return keeping.length > 0 || moves[0]?.kind !== 'leave' ? [inPlace, ...steps] : steps;
}

type Move = NonNullable<PlannedPhase['traffic']>['moves'][number];

/** Most targets of one move that are named. */
const MOST_TARGETS = 6;

/** "eu-west-1 57 -> 9 (5%)": what changes, and the share of all traffic that it comes to. */
function moveText({ kind, before, after }: Move, arrow: string): string {
  const total = Object.values(after).reduce((sum, weight) => sum + weight, 0);
  const changed = Object.keys(after).filter((name) => before[name] !== after[name]);
  const texts = changed.map((name) => {
    const weight = after[name] ?? 0;
    const share = total === 0 ? '' : ` (${percentText(weight / total)})`;
    return `${oneLine(name)} ${before[name] ?? 0} ${arrow} ${weight}${share}`;
  });
  return `${kind === 'drain' ? 'drain ' : ''}${someOf(texts, MOST_TARGETS)}`;
}

/** Phases in which more happens than a deployment. */
function told({ phases }: Pick<Plan, 'phases'>): readonly PlannedPhase[] {
  const moves = (traffic: PlannedPhase['traffic']): number =>
    (traffic?.moves.length ?? 0) + (traffic?.keeping?.length ?? 0);
  return phases.filter(({ bakeMs, traffic }) => bakeMs !== undefined || moves(traffic) > 0);
}

function settling({ phases }: Pick<Plan, 'phases'>): number | undefined {
  return phases.find(({ traffic }) => (traffic?.moves.length ?? 0) > 0)?.traffic?.settleMs;
}

/** How each phase of a plan is watched, and how its traffic moves. */
export function trafficLines(plan: Pick<Plan, 'phases'>, style: Style): readonly string[] {
  const settleMs = settling(plan);
  const arrow = style.unicode ? '→' : '->';
  return [
    ...told(plan).map((phase) => `  ${oneLine(phase.name)}: ${stepsOf(phase, arrow).join(', ')}`),
    ...(settleMs === undefined
      ? []
      : [style.paint('dim', `  clients have ${formatDuration(settleMs)} to follow each change of weights`)]),
  ];
}

export function trafficMarkdown(plan: Pick<Plan, 'phases'>): string {
  const rows = told(plan).map((phase) => [
    escapeMarkdown(phase.name),
    stepsOf(phase, '→').map(escapeMarkdown).join('<br>'),
  ]);
  if (rows.length === 0) return '';
  const settleMs = settling(plan);
  const note =
    settleMs === undefined
      ? ''
      : `\n\n<sub>Clients have ${formatDuration(settleMs)} to follow each change of weights.</sub>`;
  return `${markdownTable(['wave', 'steps'], rows)}${note}`;
}
