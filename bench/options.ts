import { parseArgs } from 'node:util';
import type { Kind, Speed } from './model.ts';

export interface BenchOptions {
  readonly regions: readonly number[];
  readonly speeds: readonly Speed[];
  readonly kinds: readonly Kind[];
  readonly repeats: number;
  /** Names of contenders; empty: all. */
  readonly contenders: readonly string[];
  /** Names of figures to measure, or undefined for all. */
  readonly figures: readonly string[] | undefined;
  /** Leaves the matrix of contenders out. */
  readonly figuresOnly: boolean;
  /** Checkout of aws-cloudformation-github-deploy. */
  readonly cfd?: string;
  readonly bundle?: string;
  /** No new run is started after this many minutes. */
  readonly limitMinutes: number;
  /** Sequential loops over slow stacks take regions × 25 s: left out above this many regions. */
  readonly slowSequentialRegions: number;
}

export const USAGE = `npm run bench -- [options]
  --regions 8,1,2,4,16   region counts of the comparison, in the order in which they are measured
  --speeds instant,slow  stacks that take no time, and stacks that take 20 s
  --kinds first,change,no-change
  --contenders NAME,...  ours, sequential, sequential-tuned, parallel, parallel-tuned, github-deploy
  --repeat N             runs of each; medians are shown (1)
  --quick                2 regions, stacks that take no time, no figures
  --figure NAME,...      only these figures, without the comparison (--figure all: all of them)
  --cfd PATH             checkout of aws-cloudformation-github-deploy, as one more contender
  --bundle PATH          bundle to measure (dist/index.js, built when absent)
  --limit MINUTES        starts nothing new after that (120); what runs then ends within 15 minutes
  --slow-sequential N    sequential loops over slow stacks only up to N regions (4)`;

const KINDS: readonly Kind[] = ['first', 'change', 'no-change'];
const SPEEDS: readonly Speed[] = ['instant', 'slow'];

/** @throws Error for what is not an option or no number. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      regions: { type: 'string' },
      speeds: { type: 'string' },
      kinds: { type: 'string' },
      contenders: { type: 'string' },
      repeat: { type: 'string', default: '1' },
      quick: { type: 'boolean', default: false },
      figure: { type: 'string' },
      cfd: { type: 'string' },
      bundle: { type: 'string' },
      limit: { type: 'string', default: '120' },
      'slow-sequential': { type: 'string', default: '4' },
    },
  });
  const { quick, figure } = values;
  return {
    regions: list(values.regions ?? (quick ? '2' : '8,1,2,4,16')).map(whole),
    speeds: list(values.speeds ?? (quick ? 'instant' : 'instant,slow')).map((speed) => oneOf(speed, SPEEDS)),
    kinds: list(values.kinds ?? 'first,change,no-change').map((kind) => oneOf(kind, KINDS)),
    contenders: list(values.contenders ?? ''),
    repeats: whole(values.repeat),
    figures:
      figure === 'all'
        ? undefined
        : quick && figure === undefined
          ? []
          : figure === undefined
            ? undefined
            : list(figure),
    figuresOnly: figure !== undefined,
    limitMinutes: whole(values.limit),
    slowSequentialRegions: whole(values['slow-sequential']),
    ...(values.cfd !== undefined && { cfd: values.cfd }),
    ...(values.bundle !== undefined && { bundle: values.bundle }),
  };
}

function list(text: string): readonly string[] {
  return text.split(',').filter((part) => part !== '');
}

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`"${text}" is not a whole number\n${USAGE}`);
  return number;
}

function oneOf<T extends string>(text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new Error(`"${text}" is none of ${choices.join(', ')}\n${USAGE}`);
  return found;
}
