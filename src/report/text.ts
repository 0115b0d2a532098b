import { stripVTControlCharacters } from 'node:util';

/**
 * Text from elsewhere (AWS reasons, tool output, names) made safe to show: no terminal escape sequences, no control
 * or invisible format characters (bidirectional overrides could make a line read as something else), line ends as `\n`.
 */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text.toWellFormed())
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, '  ')
    .replace(/[^\P{Cc}\n]|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu, '');
}

/** {@link cleanText} on one line. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** At most so many UTF-16 code units, the last one an ellipsis where something was left out. */
export function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

const zeroWidth = /^[\p{M}\p{Cf}]$/u;
const wide =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])$/u;

/** Terminal cells that text without escape sequences takes; combining marks take none, East Asian wide characters two. */
export function cells(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let sum = 0;
  for (const character of text) sum += zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return sum;
}

/** Cuts to at most `limit` cells, with `mark` at the end of what was cut. */
export function clip(text: string, limit: number, mark = '…'): string {
  if (cells(text) <= limit) return text;
  const room = limit - cells(mark);
  if (room <= 0) return limit <= 0 ? '' : mark.slice(0, limit);
  let [kept, used] = ['', 0];
  for (const character of text) {
    used += cells(character);
    if (used > room) break;
    kept += character;
  }
  return kept + mark;
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

/** "0.4s", "12s", "3m 05s", "1h 02m". */
export function durationText(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)}s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}s`;
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}h ${two(minutes)}m` : `${minutes}m ${two(whole % 60)}s`;
}

/** "512 B", "1.2 MB" (powers of 1000, as AWS consoles show). */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** "1 target", "3 targets". */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${amount} ${amount === 1 ? noun : plural}`;
}

/** The first `limit` names and how many more: "eu-west-1, eu-central-1 (+6)". */
export function someOf(names: readonly string[], limit: number): string {
  const shown = names.slice(0, limit).join(', ');
  return names.length > limit ? `${shown} (+${names.length - limit})` : shown;
}

/** Rows as left-aligned columns two spaces apart; the last column is not padded. `measure` ignores styling. */
export function columns(
  rows: readonly (readonly string[])[],
  measure: (text: string) => number = cells,
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, measure(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - measure(cell)))
      .join('  ')
      .trimEnd(),
  );
}
