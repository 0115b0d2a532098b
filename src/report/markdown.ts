import { cleanText, oneLine } from './text.ts';

const encoder = new TextEncoder();

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '*': '&#42;',
  _: '&#95;',
  '[': '&#91;',
  ']': '&#93;',
  '|': '&#124;',
  '~': '&#126;',
  '\\': '&#92;',
  $: '&#36;',
};

/**
 * Any text as one line that Markdown shows as it is, in paragraphs and table cells: character references never form
 * structure (CommonMark, "Entity and numeric character references"). A mention of a user does not ring, and a number does
 * not refer to an issue.
 */
export function escapeMarkdown(text: string): string {
  return (
    oneLine(text)
      .replace(
        /[&<>"'`*[\]|~\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
        (character) => entities[character] ?? character,
      )
      // No automatic links: they would take references for a part of the address.
      .replaceAll('://', ':&#47;/')
      .replace(/www\./gi, (text) => `${text.slice(0, 3)}&#46;`)
      // GitHub looks for these in the text that references have become: something invisible must part them.
      .replaceAll('@', '@&#8203;')
      .replace(/(?<!&)#(?=\d)/g, '#&#8203;')
      .replace(/\bGH-(?=\d)/gi, '$&&#8203;')
      // Headings, lists and rules begin a line, which only the first character can do.
      .replace(/^[#+=-]/, (character) => `&#${character.charCodeAt(0)};`)
      .replace(/^(\d+)([.)])/, (_, number, mark: string) => `${number}&#${mark.charCodeAt(0)};`)
  );
}

/** Any text as inline code; usable in table cells, where backticks and pipes would need each other's escapes. */
export function code(text: string): string {
  return text.trim() ? `<code>${escapeMarkdown(text).replaceAll('&#8203;', '')}</code>` : '';
}

export function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Any text as a code block: the fence is longer than any run of backticks in it. */
export function codeBlock(text: string, language = ''): string {
  const body = cleanText(text).replace(/\n+$/, '');
  const longest = Math.max(2, ...(body.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${body}\n${fence}`;
}

/** A link when the value is an http(s) URL, else the value as code. */
export function linkOrCode(value: string, label = value): string {
  const url = /^https?:\/\/[^\s<>"'`\\|]+$/i.test(value) && URL.canParse(value) ? new URL(value).href : undefined;
  return url === undefined
    ? code(label)
    : `[${escapeMarkdown(label)}](<${url.replace(/[()[\]*_~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}>)`;
}

/** A GitHub-flavoured table of cells that are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A part that is folded away until somebody wants it. `summary` is Markdown already. */
export function folded(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/**
 * Text for Mermaid, which has no quoting in Gantt charts: what its lexer could take for syntax becomes `_`. Callers
 * put a sign of their own in front, since words such as `section` or a date at the start would be read as keywords
 * (mermaid-js/mermaid#2886).
 */
export function mermaidText(text: string): string {
  return oneLine(text).replace(/[^\p{L}\p{M}\p{N} @./()+-]/gu, '_');
}

export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** Cuts to at most `limit` bytes of UTF-8, never inside a character, with `mark` at the end of what was cut. */
export function truncateBytes(text: string, limit: number, mark = '…'): string {
  if (byteLength(text) <= limit) return text;
  const room = limit - byteLength(mark);
  if (room <= 0) return '';
  const bytes = encoder.encode(text).subarray(0, room + 1);
  let end = room;
  // 10xxxxxx continues a character.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return new TextDecoder().decode(bytes.subarray(0, end)) + mark;
}

/** A part of a document, from its full form to its shortest (which may be empty). */
export interface Section {
  readonly forms: readonly [string, ...string[]];
  /** Lower is shortened first. */
  readonly importance: number;
}

/** The sections that have text, in order, shortened until they fit: a long plan must not cost the list of failures. */
export function fitSections(sections: readonly Section[], limit: number): string {
  const chosen = sections.map((section) => section.forms[0]);
  const document = () => `${chosen.filter(Boolean).join('\n\n')}\n`;
  const order = [...sections.keys()].sort((a, b) => (sections[a]?.importance ?? 0) - (sections[b]?.importance ?? 0));
  for (const index of order) {
    for (const form of sections[index]?.forms ?? []) {
      chosen[index] = form;
      if (byteLength(document()) <= limit) return document();
    }
  }
  return truncateBytes(document(), limit, '\n\n… cut: too long\n');
}
