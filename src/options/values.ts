import { UserError } from '../errors.ts';
import { parseDuration } from '../topology/duration.ts';
import { didYouMean } from '../topology/nearest.ts';
import { definitions, type OptionName } from './definitions.ts';
import { type CommandName, commands, type OptionDefinition, type OptionKind } from './model.ts';
import { type Pairs, parsePairs } from './pairs.ts';

type ValueOf<K extends OptionKind> = K extends { readonly type: 'choice'; readonly choices: readonly (infer C)[] }
  ? C
  : K extends { readonly type: 'boolean' }
    ? boolean
    : K extends { readonly type: 'list' }
      ? readonly string[]
      : K extends { readonly type: 'pairs' }
        ? Pairs
        : K extends { readonly type: 'duration' }
          ? number
          : string;

/** What the user asked for, typed and checked. Absent: not given. Durations are milliseconds. */
export type Options = { readonly [N in OptionName]?: ValueOf<(typeof definitions)[N]['kind']> };

/** Values as they came: a flag or input may be given several times. */
export type RawOptions = ReadonlyMap<string, readonly string[]>;

/** How the shell calls an option, for sentences: `input regions`, `--regions`. */
export type Naming = (name: string) => string;

/** The command by its name; an unknown one is refused with the nearest. */
export function parseCommand(name: string, naming: string): CommandName {
  const found = commands.find((command) => command === name);
  if (found !== undefined) return found;
  throw new UserError('unknown-command', name === '' ? `${naming} is missing` : `${naming} "${name}" does not exist`, {
    fix: [didYouMean(name, commands)],
  });
}

/**
 * Checks raw values against the definitions. Unknown options, and options that the command does not use, are refused:
 * a typo must never deploy production.
 */
export function parseOptions(command: CommandName, raw: RawOptions, shell: 'cli' | 'action', naming: Naming): Options {
  const values: Record<string, unknown> = {};
  for (const [name, texts] of raw) {
    const given = texts.filter((text) => text !== '');
    const definition = lookUp(name, shell, naming);
    if (given.length === 0) continue;
    if (!definition.commands.includes(command)) {
      throw new UserError('option-not-used', `${naming(name)} has no effect on ${command}`, {
        fix: [`Remove it; it is for ${definition.commands.join(', ')}.`],
      });
    }
    values[name] = parseValue(definition.kind, given, naming(name));
  }
  return values as Options;
}

function lookUp(name: string, shell: 'cli' | 'action', naming: Naming): OptionDefinition {
  const all: Readonly<Record<string, OptionDefinition>> = definitions;
  const usable = Object.keys(all).filter((key) => all[key]?.only === undefined || all[key]?.only === shell);
  const definition = usable.includes(name) ? all[name] : undefined;
  if (definition !== undefined) return definition;
  throw new UserError('unknown-option', `${naming(name)} does not exist`, {
    fix: [didYouMean(name, usable)],
  });
}

function parseValue(kind: OptionKind, texts: readonly string[], called: string): unknown {
  switch (kind.type) {
    case 'list':
      return texts
        .flatMap((text) => text.split(/[\n,]/))
        .map((item) => item.trim())
        .filter((item) => item !== '' && !item.startsWith('#'));
    case 'pairs':
      return parsePairs(texts, called);
    default:
      return parseSingle(kind, texts, called);
  }
}

function parseSingle(kind: OptionKind, texts: readonly string[], called: string): unknown {
  const [text = ''] = texts;
  if (texts.length > 1)
    throw new UserError('option-repeated', `${called} is given ${texts.length} times`, { fix: ['Give it once.'] });
  switch (kind.type) {
    case 'boolean':
      return parseBoolean(text, called);
    case 'choice':
      return parseChoice(kind.choices, text, called);
    case 'duration':
      return parseDurationText(text, called);
    default:
      return text;
  }
}

/** YAML 1.2's booleans, as `core.getBooleanInput` takes them; anything else is a mistake, never `false`. */
function parseBoolean(text: string, called: string): boolean {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  throw new UserError('not-a-boolean', `${called} is "${text}"`, { fix: ['Write true or false.'] });
}

function parseChoice(choices: readonly string[], text: string, called: string): string {
  if (choices.includes(text)) return text;
  throw new UserError('not-a-choice', `${called} is "${text}"`, {
    fix: [`Choose one of ${choices.join(', ')}.`],
  });
}

/** `1h30m` as milliseconds. Every number needs its unit. */
function parseDurationText(text: string, called: string): number {
  const ms = parseDuration(text);
  if (ms !== undefined) return ms;
  throw new UserError('not-a-duration', `${called} is "${text}"`, {
    fix: ['Write a number with its unit, such as 90s, 5m or 1h30m.'],
  });
}
