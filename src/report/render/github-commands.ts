import { stripVTControlCharacters } from 'node:util';
import { cleanText, oneLine } from '../text.ts';

/**
 * The runner's language of workflow commands. It reads every line of a step's log: one that starts with `::` after
 * white space is a command, and so is `##[name]` anywhere in a line (actions/runner, `ActionCommand.cs`).
 */
export interface CommandProperties {
  readonly [name: string]: string | number | undefined;
}

export function workflowCommand(name: string, properties: CommandProperties, message: string): string {
  const list = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}=${escapeProperty(String(value))}`,
  );
  return `::${name}${list.length > 0 ? ` ${list.join(',')}` : ''}::${escapeData(message.replaceAll('##[', '## ['))}`;
}

/** Tells the runner to hide a value from now on, line by line as it matches lines. */
export function maskCommands(secret: string): readonly string[] {
  const lines = secret.split(/\r?\n/).filter((line) => line.trim().length > 0);
  return lines.map((line) => `::add-mask::${escapeData(line)}`);
}

/** Text that is not ours as lines of a log in which nothing can be read as a command. */
export function logLines(text: string): readonly string[] {
  return cleanKeepingColor(text).split('\n').map(harmless);
}

/** Judged without colours, so that a line stays harmless wherever colours are taken out. */
function harmless(line: string): string {
  const seen = stripVTControlCharacters(line);
  const plain = seen.includes('##[') ? seen.replaceAll('##[', '## [') : line;
  return /^[\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}]*:/u.test(seen) ? `| ${plain}` : plain;
}

const colors = new RegExp(`(${String.fromCharCode(27)}\\[[0-9;]{1,8}m)`);

/** Our own colours are the only escape sequences in lines that renderers made; everything else was cleaned before. */
function cleanKeepingColor(text: string): string {
  return text
    .split(colors)
    .map((part, index) => (index % 2 === 1 ? part : cleanText(part)))
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(oneLine(text).replaceAll('##[', '## [')).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
