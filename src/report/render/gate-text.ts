import type { GateVerdict, Verdict } from '../../gates/model.ts';
import { code, escapeMarkdown, markdownTable } from '../markdown.ts';
import type { Style, Tone } from '../style.ts';
import { columns, oneLine } from '../text.ts';

const TONES: Readonly<Record<Verdict, Tone>> = { pass: 'good', fail: 'bad', inconclusive: 'warn' };
const MARKS: Readonly<Record<Verdict, string>> = { pass: '✅', fail: '❌', inconclusive: '⚠️' };

/** What has to be looked at comes first. */
const READING: readonly Verdict[] = ['fail', 'inconclusive', 'pass'];

/** Verdicts as a table for people. */
export function gateLines(verdicts: readonly GateVerdict[], style: Style): readonly string[] {
  if (verdicts.length === 0) return [];
  const head = ['TARGET', 'GATE', 'WHEN', 'VERDICT', 'REASON'].map((name) => style.paint('dim', name));
  const rows = inOrder(verdicts).map(({ gate, target, moment, verdict, reason }) => [
    oneLine(target ?? 'all'),
    oneLine(gate),
    moment,
    style.paint(TONES[verdict], verdict),
    oneLine(reason),
  ]);
  return [...columns([head, ...rows], style.measure), ''];
}

export function gateMarkdown(verdicts: readonly GateVerdict[]): string {
  if (verdicts.length === 0) return '';
  const rows = inOrder(verdicts).map(({ gate, target, moment, verdict, reason }) => [
    escapeMarkdown(target ?? 'all'),
    code(gate),
    escapeMarkdown(moment),
    `${MARKS[verdict]} ${verdict}`,
    escapeMarkdown(oneLine(reason)),
  ]);
  return `### Gates\n\n${markdownTable(['target', 'gate', 'when', 'verdict', 'reason'], rows)}`;
}

/** "1 fail, 3 pass". */
export function gateTally(verdicts: readonly GateVerdict[]): string {
  const sums = READING.map((verdict) => [verdicts.filter((one) => one.verdict === verdict).length, verdict] as const);
  return sums.flatMap(([amount, verdict]) => (amount > 0 ? [`${amount} ${verdict}`] : [])).join(', ') || 'no gates';
}

function inOrder(verdicts: readonly GateVerdict[]): readonly GateVerdict[] {
  return verdicts.toSorted((a, b) => READING.indexOf(a.verdict) - READING.indexOf(b.verdict));
}
