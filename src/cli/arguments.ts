import { parseArgs } from 'node:util';
import { UserError } from '../errors.ts';
import { definitions } from '../options/definitions.ts';
import type { CommandName, OptionDefinition } from '../options/model.ts';
import { type Options, parseCommand, parseOptions } from '../options/values.ts';

export type Invocation =
  | { readonly kind: 'run'; readonly command: CommandName; readonly options: Options }
  | { readonly kind: 'help'; readonly command?: CommandName }
  | { readonly kind: 'version' };

const naming = (name: string): string => `--${name}`;

/** The command line as a command and its options. `policy deploy` is short for `policy --for deploy`. */
export function parseCommandLine(args: readonly string[]): Invocation {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: flags(),
  });
  const raw = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help' || token.name === 'h') return help(words);
    if (token.name === 'version') return { kind: 'version' };
    if (isBoolean(token.name) && token.value !== undefined) raw.set(token.name, [token.value]);
    else if (isBoolean(token.name)) raw.set(token.name, ['true']);
    else raw.set(token.name, [...(raw.get(token.name) ?? []), requireValue(token.name, token.value)]);
  }
  const [first, ...rest] = words;
  if (first === undefined || first === 'help') return help(rest);
  const command = parseCommand(first, 'command');
  const subject = command === 'policy' ? rest.shift() : undefined;
  if (subject !== undefined) raw.set('for', [...(raw.get('for') ?? []), parseCommand(subject, 'command')]);
  // Options first: an unknown flag leaves its value behind as a word, and the flag is what is wrong.
  const options = parseOptions(command, raw, 'cli', naming);
  if (rest.length > 0) {
    throw new UserError('unexpected-word', `"${rest[0]}" is one word too many`, {
      fix: [`See sam-multi-region ${command} --help.`],
    });
  }
  return { kind: 'run', command, options };
}

function help(words: readonly string[]): Invocation {
  const [first] = words;
  return first === undefined ? { kind: 'help' } : { kind: 'help', command: parseCommand(first, 'command') };
}

function isBoolean(name: string): boolean {
  const all: Readonly<Record<string, OptionDefinition>> = definitions;
  return all[name]?.kind.type === 'boolean';
}

function requireValue(name: string, value: string | undefined): string {
  if (value !== undefined) return value;
  const known: Readonly<Record<string, OptionDefinition>> = definitions;
  // An unknown flag is reported as such by `parseOptions`, with the nearest name.
  if (known[name] === undefined) return 'true';
  throw new UserError('flag-without-value', `--${name} needs a value`, { fix: [`Write --${name}=VALUE.`] });
}

function flags(): Record<string, { type: 'string' | 'boolean'; multiple?: boolean; short?: string }> {
  const entries = Object.entries(definitions).map(([name, { kind }]) =>
    kind.type === 'boolean'
      ? ([name, { type: 'boolean' as const }] as const)
      : ([name, { type: 'string' as const, multiple: true }] as const),
  );
  return { ...Object.fromEntries(entries), help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } };
}
