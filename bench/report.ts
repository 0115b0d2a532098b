import type { Contender } from './contenders.ts';
import { median } from './measure.ts';
import type { BenchResult, Figure, Run } from './model.ts';

/** The result as a page to read. */
export function markdown(result: BenchResult, contenders: readonly Pick<Contender, 'name' | 'text'>[]): string {
  const { machine, runs, figures } = result;
  return [
    '# Bench',
    '',
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.platform}; Node ${machine.node}, AWS SAM CLI ${machine.sam}; commit ${machine.commit}; ${result.startedAt} to ${result.endedAt}${result.finished ? '' : ' (stopped on the way)'}.`,
    '',
    'All contenders deploy the same built application to the same local AWS on this machine, taking turns. Shown are medians, with the smallest and the largest where there are several runs; ratios are of medians, theirs ÷ ours.',
    '',
    ...(figures.length === 0 ? [] : figureTable(figures)),
    ...(runs.length === 0 ? [] : comparisonTables(runs, contenders)),
    ...result.notes.map((note) => `- ${note}`),
    '',
  ].join('\n');
}

function figureTable(figures: readonly Figure[]): readonly string[] {
  const rows = figures.map(({ text, target, measured, unit, reached, note }) => {
    const value = measured === undefined ? 'not measured' : `${measured.toFixed(2)} ${unit}`.trim();
    const verdict = reached === undefined ? '' : reached ? 'yes' : '**no**';
    return `| ${text} | ${target} ${unit} | ${value} | ${verdict} | ${note ?? ''} |`;
  });
  return ['## Figures', '', '| figure | target | measured | reached | from |', '|---|---|---|---|---|', ...rows, ''];
}

function comparisonTables(
  runs: readonly Run[],
  contenders: readonly Pick<Contender, 'name' | 'text'>[],
): readonly string[] {
  const situations = [...new Set(runs.map(({ speed, kind }) => `${speed} ${kind}`))];
  const legend = contenders.map(({ name, text }) => `- \`${name}\`: ${text}`);
  return [
    '## Contenders',
    '',
    ...legend,
    '',
    ...situations.flatMap((situation) => {
      const [speed, kind] = situation.split(' ');
      const chosen = runs.filter((run) => run.speed === speed && run.kind === kind);
      return [
        `## ${title(kind)}, stacks that take ${speed === 'slow' ? '20 s' : 'no time'}`,
        '',
        ...situationTable(chosen),
        '',
      ];
    }),
  ];
}

function title(kind: string | undefined): string {
  return { first: 'First deployment', change: 'Change', 'no-change': 'No change' }[kind ?? ''] ?? String(kind);
}

function situationTable(runs: readonly Run[]): readonly string[] {
  const counts = [...new Set(runs.map(({ regions }) => regions))].sort((a, b) => a - b);
  const names = [...new Set(runs.map(({ contender }) => contender))];
  return [
    '| regions | contender | runs | wall | ratio | CPU | ratio | memory, all processes | AWS calls |',
    '|--:|---|--:|--:|--:|--:|--:|--:|---|',
    ...counts.flatMap((regions) =>
      names.flatMap((name) => {
        const own = runs.filter((run) => run.regions === regions && run.contender === name);
        const ours = runs.filter((run) => run.regions === regions && run.contender === 'ours');
        return own.length === 0 ? [] : [row(regions, name, own, ours)];
      }),
    ),
  ];
}

function row(regions: number, name: string, own: readonly Run[], ours: readonly Run[]): string {
  const done = own.filter(({ exitCode }) => exitCode === 0);
  if (done.length === 0) return `| ${regions} | ${name} | 0 | failed | | | | | |`;
  const of = (list: readonly Run[], measure: (run: Run) => number): number =>
    median(list.filter(({ exitCode }) => exitCode === 0).map(measure)) ?? Number.NaN;
  const cells = (measure: (run: Run) => number): readonly string[] => {
    const ratio = of(done, measure) / of(ours, measure);
    return [
      `${of(done, measure).toFixed(2)} s${range(done.map(measure))}`,
      Number.isNaN(ratio) ? '' : ratio.toFixed(2),
    ];
  };
  const memory = `${Math.round(of(done, (run) => run.treePeakBytes) / 2 ** 20)} MB`;
  const wall = cells((run) => run.wallSeconds);
  const cpu = cells((run) => run.cpuSeconds);
  return `| ${[regions, name, done.length, ...wall, ...cpu, memory, calls(done)].join(' | ')} |`;
}

function range(values: readonly number[]): string {
  return values.length < 2 ? '' : ` (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;
}

/** Medians by service. */
function calls(runs: readonly Run[]): string {
  const services = [...new Set(runs.flatMap((run) => Object.keys(run.calls)))].sort();
  return services.map((service) => `${service} ${median(runs.map((run) => run.calls[service] ?? 0))}`).join(', ');
}
