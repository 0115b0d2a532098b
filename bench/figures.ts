import { median } from './measure.ts';
import type { Figure, Run } from './model.ts';

type Measure = 'wallSeconds' | 'cpuSeconds';

interface RatioFigure {
  readonly name: string;
  readonly text: string;
  readonly other: string;
  readonly kind: Run['kind'];
  readonly measure: Measure;
  readonly atLeast: number;
}

const REGIONS = 8;

/** Figures that are the ratio of a loop to ours in the comparison: eight regions, stacks that take no time. */
export const RATIOS: readonly RatioFigure[] = [
  ratio('change-sequential', 'change, sequential loop ÷ ours, wall', 'sequential', 20),
  ratio('change-sequential-tuned', 'change, sequential loop with tuned poll ÷ ours, wall', 'sequential-tuned', 8),
  ratio('change-parallel', 'change, parallel loop ÷ ours, wall', 'parallel', 5),
  ratio('change-parallel-tuned', 'change, parallel loop with tuned poll ÷ ours, wall', 'parallel-tuned', 3.5),
  { ...ratio('change-parallel-cpu', 'change, parallel loop ÷ ours, CPU', 'parallel', 8), measure: 'cpuSeconds' },
  { ...ratio('no-change-sequential', 'no change, sequential loop ÷ ours, wall', 'sequential', 6), kind: 'no-change' },
];

function ratio(name: string, text: string, other: string, atLeast: number): RatioFigure {
  return { name, text, other, atLeast, kind: 'change', measure: 'wallSeconds' };
}

/** Fills in the ratios from the runs of the comparison. */
export function ratioFigures(runs: readonly Run[]): readonly Figure[] {
  return RATIOS.map(({ name, text, other, kind, measure, atLeast }) => {
    const of = (contender: string): number | undefined =>
      median(matching(runs, contender, kind).map((run) => run[measure]));
    const [theirs, ours] = [of(other), of('ours')];
    const target = `≥ ${atLeast}`;
    const subject = `${text}, ${REGIONS} regions, stacks that take no time`;
    if (theirs === undefined || ours === undefined) return { name, text: subject, target, unit: 'x' };
    const measured = theirs / ours;
    const note = `${theirs.toFixed(2)} s ÷ ${ours.toFixed(2)} s`;
    return { name, text: subject, target, unit: 'x', measured, reached: measured >= atLeast, note };
  });
}

function matching(runs: readonly Run[], contender: string, kind: Run['kind']): readonly Run[] {
  return runs.filter(
    (run) =>
      run.contender === contender &&
      run.kind === kind &&
      run.speed === 'instant' &&
      run.regions === REGIONS &&
      run.exitCode === 0,
  );
}

/** A figure that must not be passed. */
export function atMost(
  figure: Pick<Figure, 'name' | 'text' | 'unit' | 'note'>,
  limit: number,
  measured: number | undefined,
): Figure {
  const target = `≤ ${limit}`;
  return measured === undefined || Number.isNaN(measured)
    ? { ...figure, target }
    : { ...figure, target, measured, reached: measured <= limit };
}

/** A figure that must be reached. */
export function atLeast(
  figure: Pick<Figure, 'name' | 'text' | 'unit' | 'note'>,
  limit: number,
  measured: number,
): Figure {
  return { ...figure, target: `≥ ${limit}`, measured, reached: measured >= limit };
}
