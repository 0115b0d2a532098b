import { DEFAULT_STACK } from './stacks.ts';
import { plainTree } from './tree/plain.ts';
import type { Tree } from './tree/tree.ts';

/**
 * The small case, without a file: what inputs and flags say. Texts are as the user gave them; they are checked by the
 * same schema as the file. With a file only the settings count (see `SETTINGS`), and they win over the file.
 */
export interface InlineSettings {
  readonly regions?: readonly string[];
  readonly account?: string;
  readonly roleToAssume?: string;
  readonly credentials?: {
    readonly source?: string;
    readonly profile?: string;
    readonly via?: readonly string[];
    readonly externalId?: string;
    readonly sessionTags?: Readonly<Record<string, string>>;
    /** JSON text or `file:PATH`. */
    readonly sessionPolicy?: string;
    readonly duration?: string;
    readonly audience?: string;
  };
  readonly stackName?: string;
  readonly template?: string;
  readonly waves?: 'sequential';
  readonly maxConcurrency?: string;
  readonly failureTolerance?: string;
  readonly home?: string;
  readonly engine?: string;
  readonly inRegion?: string;
  readonly configEnv?: string;
  /** With a file of several stacks the names are `KEY.Name`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** `file:PATH`s; they come before `parameters`. */
  readonly parameterFiles?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly capabilities?: readonly string[];
  readonly missingParameters?: string;
  readonly serviceRole?: string;
  readonly notificationArns?: readonly string[];
  readonly terminationProtection?: boolean;
  /** `file:PATH` or JSON text. */
  readonly stackPolicy?: string;
  readonly rollbackAlarms?: readonly string[];
  readonly monitoringMinutes?: number;
  readonly disableRollback?: boolean;
  readonly drift?: string;
  readonly timeout?: string;
  readonly artifactBucket?: string;
  readonly artifactPrefix?: string;
}

/** How a message calls an input; the command line gives its flags: `--role-to-assume`. */
export type NameInput = (key: string) => string;

const SETTINGS: readonly (keyof InlineSettings)[] = [
  'tags',
  'capabilities',
  'missingParameters',
  'serviceRole',
  'notificationArns',
  'terminationProtection',
  'stackPolicy',
  'disableRollback',
  'drift',
  'timeout',
  'artifactBucket',
  'artifactPrefix',
];

const ENVIRONMENT: readonly (keyof InlineSettings)[] = [
  'account',
  'roleToAssume',
  'credentials',
  'waves',
  'maxConcurrency',
  'failureTolerance',
  'home',
  'engine',
  'inRegion',
  'configEnv',
];

/** Inputs that say the same as the file; together with a file they would be two answers to one question. */
export const NOT_WITH_FILE: readonly (keyof InlineSettings)[] = ['regions', 'stackName', 'template', ...ENVIRONMENT];

/** `roleToAssume` is written `role-to-assume`. */
export const kebab = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The settings among the inputs, as they would stand in a file. */
export function settingsTree(
  inline: InlineSettings,
  nameInput: NameInput,
  parameters: Readonly<Record<string, string>> | undefined,
): Tree {
  const files = (inline.parameterFiles ?? []).map((file) => (file.startsWith('file:') ? file : `file:${file}`));
  const both = [...files, ...(parameters ? [parameters] : [])];
  const alarms = inline.rollbackAlarms && {
    alarms: inline.rollbackAlarms,
    'monitoring-minutes': inline.monitoringMinutes,
  };
  return mapping([
    ...pick(inline, SETTINGS, nameInput),
    ...(both.length > 0 ? [entry('parameters', plainTree(both, nameInput('parameters')))] : []),
    ...(alarms ? [entry('rollback-alarms', plainTree(alarms, nameInput('rollback-alarms')))] : []),
  ]);
}

/** The small case as a configuration of one stack and one environment; the caller names the application after the stack. */
export function inlineTree(inline: InlineSettings, environment: string, nameInput: NameInput): Tree {
  const settings = settingsTree(inline, nameInput, inline.parameters);
  const stack = mapping([
    ...pick(inline, ['template', 'stackName'], nameInput),
    ...(settings.kind === 'map' ? settings.entries : []),
  ]);
  const body = mapping([
    entry('targets', plainTree(inline.regions ?? [], nameInput('regions'))),
    ...pick(inline, ENVIRONMENT, nameInput),
  ]);
  return mapping([
    entry('application', plainTree(DEFAULT_STACK)),
    entry('stacks', mapping([entry(DEFAULT_STACK, stack)])),
    entry('environments', mapping([entry(environment, body)])),
  ]);
}

const entry = (key: string, value: Tree) => ({ key, value });
const mapping = (entries: readonly { readonly key: string; readonly value: Tree }[]): Tree => ({
  kind: 'map',
  entries,
});

function pick(inline: InlineSettings, keys: readonly (keyof InlineSettings)[], nameInput: NameInput) {
  return keys.flatMap((key) => {
    const value = inline[key];
    if (value === undefined) return [];
    const name = kebab(key);
    if (key === 'credentials') return [entry(name, credentialsTree(inline.credentials ?? {}, nameInput))];
    return [entry(name, plainTree(parsed(key, value), nameInput(name)))];
  });
}

/** Keys of `credentials` whose inputs have a longer name. */
const INPUTS: Readonly<Record<string, string>> = { via: 'role-via', duration: 'role-duration' };

function credentialsTree(credentials: object, nameInput: NameInput): Tree {
  const members = Object.entries(credentials).filter(([, value]) => value !== undefined);
  return mapping(
    members.map(([key, value]) =>
      entry(kebab(key), plainTree(parsed(key, value), nameInput(INPUTS[key] ?? kebab(key)))),
    ),
  );
}

/** A policy given as JSON text becomes the mapping that the schema wants; a `file:` stays a text. */
function parsed(key: string, value: unknown): unknown {
  if (!['stackPolicy', 'sessionPolicy'].includes(key) || typeof value !== 'string' || value.startsWith('file:'))
    return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
