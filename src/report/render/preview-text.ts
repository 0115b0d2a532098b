import { code, escapeMarkdown, markdownTable } from '../markdown.ts';
import type { PreviewReport } from '../preview-report.ts';
import type { Style } from '../style.ts';
import { columns, oneLine } from '../text.ts';

const HEAD = ['TARGET', 'STACK', 'STATUS', 'PULL REQUEST', 'EXPIRES', 'DECISION', 'REASON'];

/** What `cleanup` found, one line a stack. */
export function previewLines(previews: readonly PreviewReport[], style: Style): readonly string[] {
  if (previews.length === 0) return ['no previews'];
  const rows = previews.map((preview) => [
    oneLine(preview.target),
    oneLine(preview.stackName),
    oneLine(preview.status),
    pullText(preview),
    dayOf(preview.expiresAt),
    style.paint(preview.decision === 'delete' ? 'warn' : 'dim', preview.decision),
    oneLine(preview.reason),
  ]);
  return [...columns([HEAD.map((name) => style.paint('dim', name)), ...rows], style.measure), ''];
}

/** The same as a table. */
export function previewMarkdown(previews: readonly PreviewReport[] | undefined): string {
  if (previews === undefined || previews.length === 0) return '';
  const rows = previews.map((preview) => [
    escapeMarkdown(preview.target),
    code(preview.stackName),
    escapeMarkdown(preview.status),
    escapeMarkdown(pullText(preview)),
    dayOf(preview.expiresAt),
    preview.decision === 'delete' ? '🧹 delete' : '▫️ keep',
    escapeMarkdown(preview.reason),
  ]);
  return markdownTable(['target', 'stack', 'status', 'pull request', 'expires', 'decision', 'reason'], rows);
}

/** "2 of 5 previews can go". */
export function previewTally(previews: readonly PreviewReport[]): string {
  if (previews.length === 0) return 'no previews';
  return `${previews.filter(({ decision }) => decision === 'delete').length} of ${previews.length} preview stacks can go`;
}

function pullText({ pullRequest, pullRequestState }: PreviewReport): string {
  return pullRequest === undefined ? '' : `${pullRequest} (${pullRequestState})`;
}

function dayOf(iso: string | undefined): string {
  return iso?.slice(0, 10) ?? '';
}
