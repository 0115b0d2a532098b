import type { CommandName } from '../options/model.ts';
import { type Options, parseCommand, parseOptions } from '../options/values.ts';

const naming = (name: string): string => `input "${name}"`;

/**
 * The action's inputs as options. The runner hands over every key under `with:` as `INPUT_<NAME>` (upper case, hyphens
 * kept), unknown ones too and with no more than a warning, so that refusing them is up to us.
 */
export function readInputs(env: Readonly<Record<string, string | undefined>>): {
  readonly command: CommandName;
  readonly options: Options;
} {
  const raw = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(env)) {
    if (!key.startsWith('INPUT_') || value === undefined) continue;
    raw.set(key.slice('INPUT_'.length).toLowerCase(), [value.trim()]);
  }
  const command = parseCommand(raw.get('command')?.[0] ?? '', 'input "command"');
  raw.delete('command');
  return { command, options: parseOptions(command, raw, 'action', naming) };
}
