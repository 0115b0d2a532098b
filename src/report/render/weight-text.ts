import { code, escapeMarkdown, markdownTable } from '../markdown.ts';
import type { WeightReport } from '../status-report.ts';
import type { Style } from '../style.ts';
import { columns, oneLine } from '../text.ts';

/** A change of weights as a table: what each target has and gets, of 100 %. */
export function weightLines({ driver, of, targets }: WeightReport, style: Style): readonly string[] {
  const head = ['TARGET', 'WEIGHT', 'SHARE', 'CONFIGURED', 'NOTE'].map((name) => style.paint('dim', name));
  const arrow = style.unicode ? '→' : '->';
  const rows = targets.map((row) => [
    oneLine(row.target),
    changed(row.weightBefore, row.weightAfter, arrow),
    changed(percentText(row.shareBefore), percentText(row.shareAfter), arrow),
    String(row.configured),
    row.active ? '' : 'not active',
  ]);
  return [`${oneLine(driver)} ${oneLine(of)}:`, ...columns([head, ...rows], style.measure)];
}

export function weightMarkdown({ driver, of, targets }: WeightReport): string {
  const rows = targets.map((row) => [
    escapeMarkdown(row.target),
    changed(row.weightBefore, row.weightAfter, '→'),
    changed(percentText(row.shareBefore), percentText(row.shareAfter), '→'),
    String(row.configured),
    row.active ? '' : 'not active',
  ]);
  return `${escapeMarkdown(driver)} ${code(of)}\n\n${markdownTable(['target', 'weight', 'share', 'configured', ''], rows)}`;
}

/** "eu-west-1 100, eu-central-1 0". */
export function weightsText(weights: Readonly<Record<string, number>>): string {
  return Object.entries(weights)
    .map(([target, weight]) => `${oneLine(target)} ${weight}`)
    .join(', ');
}

function changed(before: string | number, after: string | number, arrow: string): string {
  return before === after ? String(after) : `${before} ${arrow} ${after}`;
}

/** "5%", "0.4%": a small share is never shown as none. */
export function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(share >= 0.01 ? 3 : 1))}%`;
}
