import { code, escapeMarkdown, linkOrCode, markdownTable } from '../markdown.ts';
import type { StackReport } from '../status-report.ts';
import type { Style, Tone } from '../style.ts';
import { columns, oneLine } from '../text.ts';

/** What `status` found, one line a stack, with its URLs. */
export function statusLines(stacks: readonly StackReport[], style: Style): readonly string[] {
  if (stacks.length === 0) return ['no stacks'];
  const head = ['TARGET', 'STACK', 'REGION', 'ACCOUNT', 'STATUS', 'RELEASE', 'CHANGED', 'NOTE'].map((name) =>
    style.paint('dim', name),
  );
  const rows = stacks.map((stack) => [
    oneLine(stack.target),
    oneLine(stack.stackName),
    oneLine(stack.region),
    oneLine(stack.account ?? ''),
    style.paint(toneOfReport(stack), oneLine(statusOf(stack))),
    oneLine(releaseText(stack)),
    timeText(stack.changedAt),
    remarkOf(stack),
  ]);
  const urls = stacks.flatMap((stack) =>
    urlsOf(stack).map(([name, value]) => [oneLine(stack.target), oneLine(name), oneLine(value)]),
  );
  return [...columns([head, ...rows], style.measure), '', ...(urls.length > 0 ? [...columns(urls), ''] : [])];
}

export function statusMarkdown(stacks: readonly StackReport[]): string {
  if (stacks.length === 0) return '';
  const rows = stacks.map((stack) => [
    escapeMarkdown(stack.target),
    code(stack.stackName),
    `${marks[toneOfReport(stack)]} ${escapeMarkdown(statusOf(stack))}`,
    escapeMarkdown(releaseText(stack)),
    timeText(stack.changedAt),
    urlsOf(stack)
      .slice(0, 5)
      .map(([name, value]) => linkOrCode(value, name))
      .join(' '),
    escapeMarkdown(remarkOf(stack)),
  ]);
  return markdownTable(['target', 'stack', 'status', 'release', 'changed', 'URLs', ''], rows);
}

const marks: Readonly<Partial<Record<Tone, string>>> = { good: '✅', bad: '❌', warn: '⚠️', dim: '▫️' };

/** "3 deployed, 1 orphan". */
export function statusTally(stacks: readonly StackReport[]): string {
  const kinds = ['unreachable', 'refused', 'orphan', 'absent', 'deployed'] as const;
  const sums = kinds.map((kind) => [stacks.filter((stack) => stack.kind === kind).length, kind] as const);
  return sums.flatMap(([amount, kind]) => (amount > 0 ? [`${amount} ${kind}`] : [])).join(', ') || 'no stacks';
}

function statusOf({ kind, status }: StackReport): string {
  if (kind === 'deployed') return status ?? kind;
  return kind === 'orphan' && status !== undefined ? `orphan, ${status}` : kind;
}

function toneOfReport({ kind, good }: StackReport): Tone {
  switch (kind) {
    case 'deployed':
      return good ? 'good' : 'bad';
    case 'unreachable':
    case 'refused':
      return 'bad';
    case 'orphan':
      return 'warn';
    case 'absent':
      return 'dim';
  }
}

/** "41ba127b62f83fd9 (4f2d9c1a0b3c)": always with its commit, where that is known. */
function releaseText({ release }: StackReport): string {
  if (release === undefined) return '';
  return release.commit === undefined ? release.id : `${release.id} (${release.commit.slice(0, 12)})`;
}

function remarkOf({ kind, heldBy, difference, reason, fix = [] }: StackReport): string {
  const orphan = kind === 'orphan' && 'no longer configured (remove --targets takes it out)';
  const next = fix.length > 0 && `→ ${fix.join(' ')}`;
  return oneLine([orphan, heldBy && `held by ${heldBy}`, difference, reason, next].filter(Boolean).join('; '));
}

function urlsOf({ outputs }: StackReport): readonly (readonly [string, string])[] {
  return Object.entries(outputs).filter(([, value]) => /^https?:\/\//i.test(value));
}

/** "2026-11-24 10:00 UTC". */
function timeText(iso: string | undefined): string {
  const time = Date.parse(iso ?? '');
  return Number.isFinite(time) ? `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC` : '';
}
