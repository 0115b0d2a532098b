import type { EndState } from '../../stack/model.ts';
import { mermaidText } from '../markdown.ts';
import type { InstanceResult } from '../run-result.ts';
import { count, durationText } from '../text.ts';

/** Bars that a person can still tell apart; more are drawn as one bar for each phase. */
const MOST_BARS = 80;
const MOST_FAILED_BARS = 30;

interface Bar {
  readonly phase: string;
  readonly label: string;
  readonly state: EndState;
  readonly from: number;
  readonly to: number;
}

/** The rollout as a Mermaid Gantt chart, without its code fence; empty when nothing was started. */
export function ganttChart(instances: readonly InstanceResult[]): string {
  const bars = instances.flatMap(barOf);
  if (bars.length === 0) return '';
  const shown = bars.length <= MOST_BARS ? bars : foldedBars(bars);
  const lines = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S'];
  for (const [phase, own] of Map.groupBy(shown, (bar) => bar.phase)) {
    lines.push(`  section ${mermaidText(phase)}`);
    for (const bar of own)
      lines.push(`  ${signs[bar.state]} ${mermaidText(bar.label)} :${classes[bar.state]}, ${bar.from}, ${bar.to}`);
  }
  return lines.join('\n');
}

function barOf({ phase, target, stack, state, startedAt, endedAt }: InstanceResult): readonly Bar[] {
  const [from, to] = [Date.parse(startedAt ?? ''), Date.parse(endedAt ?? '')];
  if (!Number.isFinite(from) || !Number.isFinite(to)) return [];
  const end = Math.max(to, from + 1);
  return [{ phase, label: `${target} ${stack} (${durationText(to - from)})`, state, from, to: end }];
}

/** One bar for each phase and state; failed stacks keep bars of their own. */
function foldedBars(bars: readonly Bar[]): readonly Bar[] {
  const failed = bars.filter((bar) => classes[bar.state] === 'crit').slice(0, MOST_FAILED_BARS);
  const rest = bars.filter((bar) => !failed.includes(bar));
  const groups = [...Map.groupBy(rest, (bar) => JSON.stringify([bar.phase, bar.state])).values()];
  const folded = groups.flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const from = same.reduce((least, bar) => Math.min(least, bar.from), first.from);
    const to = same.reduce((most, bar) => Math.max(most, bar.to), first.to);
    return { ...first, from, to, label: `${count(same.length, 'stack')} ${first.state} (${durationText(to - from)})` };
  });
  const phases = [...new Set(bars.map((bar) => bar.phase))];
  return phases.flatMap((phase) => [...folded, ...failed].filter((bar) => bar.phase === phase));
}

const classes: Readonly<Record<EndState, 'done' | 'crit' | 'active'>> = {
  succeeded: 'done',
  'no-change': 'done',
  failed: 'crit',
  stuck: 'crit',
  'timed-out': 'crit',
  unreachable: 'crit',
  cancelled: 'active',
  skipped: 'active',
  'rolled-back': 'active',
};

/** In front of every label: no keyword of Mermaid starts with one of these, and colour alone says too little. */
const signs: Readonly<Record<EndState, string>> = {
  succeeded: '✔',
  'no-change': '▫',
  failed: '✖',
  stuck: '✖',
  'timed-out': '✖',
  unreachable: '✖',
  cancelled: '◼',
  skipped: '◼',
  'rolled-back': '↩',
};
