import { code, escapeMarkdown, fitSections, linkOrCode, markdownTable } from '../report/markdown.ts';
import type { InstanceResult } from '../report/run-result.ts';
import { clipped } from '../report/text.ts';
import { urlsOf } from './urls.ts';

/** What the comment of a pull request says of its preview. */
export interface CommentFacts {
  readonly application: string;
  readonly commit?: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number;
  /** Of the workflow run. */
  readonly logUrl?: string;
  readonly instances: readonly InstanceResult[];
  readonly kind: 'deployed' | 'deleted';
}

/** GitHub counts 65,536 characters; a character has at least one byte. */
const LIMIT = 60_000;
const MOST_URLS = 5;

/** The comment as Markdown: nothing that comes from a stack, a branch or AWS is markup in it. */
export function commentText(facts: CommentFacts): string {
  const { instances } = facts;
  const bad = instances.filter(({ state }) => state !== 'succeeded' && state !== 'no-change');
  return fitSections(
    [
      { forms: [heading(facts, bad.length)], importance: 9 },
      { forms: [table(facts, instances), table(facts, bad), table(facts, bad.slice(0, 20))], importance: 7 },
      { forms: [reasons(bad), reasons(bad.slice(0, 5)), ''], importance: 6 },
      { forms: [footer(facts)], importance: 8 },
    ],
    LIMIT,
  );
}

function heading({ application, kind, instances }: CommentFacts, bad: number): string {
  const name = `Preview of ${code(application)}`;
  if (bad === 0) return kind === 'deleted' ? `### 🧹 ${name} deleted` : `### ✅ ${name} ready`;
  const what = kind === 'deleted' ? 'could not be deleted' : 'failed';
  return `### ❌ ${name} ${what}: ${bad} of ${instances.length} stacks`;
}

function table({ kind }: CommentFacts, instances: readonly InstanceResult[]): string {
  if (instances.length === 0 || (kind === 'deleted' && instances.every(({ state }) => state === 'no-change')))
    return '';
  const rows = instances.map(({ target, region, stack, stackName, state, outputs }) => [
    escapeMarkdown(target === region ? region : `${target} (${region})`),
    escapeMarkdown(stack),
    state,
    kind === 'deleted'
      ? code(stackName)
      : urlsOf(outputs)
          .slice(0, MOST_URLS)
          .map(({ name, url }) => linkOrCode(url, name))
          .join(' '),
  ]);
  return markdownTable(['region', 'stack', 'state', kind === 'deleted' ? 'name' : 'URLs'], rows);
}

function reasons(bad: readonly InstanceResult[]): string {
  return bad
    .map(({ target, stack, reason, fix }) => {
      const next = fix.map((sentence) => ` → ${escapeMarkdown(sentence)}`).join('');
      return `- **${escapeMarkdown(stack)} in ${escapeMarkdown(target)}**: ${escapeMarkdown(clipped(reason ?? '', 1_000))}${next}`;
    })
    .join('\n');
}

function footer({ commit, expiresAt, logUrl, kind }: CommentFacts): string {
  const expires =
    expiresAt !== undefined && kind === 'deployed' && `stays until ${new Date(expiresAt).toISOString().slice(0, 10)}`;
  const parts = [
    commit !== undefined && `commit ${code(commit.slice(0, 7))}`,
    expires,
    logUrl !== undefined && linkOrCode(logUrl, 'log'),
  ];
  return parts.filter(Boolean).join(' · ');
}
