import { dirname, isAbsolute, join, relative } from 'node:path';
import type { Context } from './context.ts';
import { parseSamFile } from './sam-file.ts';
import { parseParameterOverrides, unquote } from './sam-values.ts';

const FILE = 'file://';
/** Its value is another file, or several. */
const INCLUDE = '$include';

interface Place {
  readonly file: string;
  /** How findings call what is being read. */
  readonly source: string;
  /** Folder that relative paths count from, absolute. */
  readonly folder: string;
  /** Files that lead here, absolute. */
  readonly from: readonly string[];
}

/**
 * `parameter_overrides` as SAM reads it (`CfnParameterOverridesType` in samcli/cli/types.py): `Key=Value` texts, tables,
 * lists of them, and `file://PATH` of a TOML or YAML file with any of these. Later ones win. Paths of samconfig count from
 * its folder.
 */
export async function samOverrides(
  value: unknown,
  { path, file, source }: { readonly path: string; readonly file: string; readonly source: string },
  context: Context,
): Promise<Readonly<Record<string, string>>> {
  return read(value, { file, source, folder: dirname(path), from: [] }, context);
}

async function read(value: unknown, place: Place, context: Context): Promise<Readonly<Record<string, string>>> {
  const merged: Record<string, string> = {};
  for (const item of [value].flat(Infinity)) Object.assign(merged, await readOne(item, place, context));
  return merged;
}

async function readOne(value: unknown, place: Place, context: Context): Promise<Readonly<Record<string, string>>> {
  if (value === undefined || value === null || value === '') return {};
  if (typeof value === 'string') {
    if (value.startsWith(FILE)) return readFile(value.slice(FILE.length), place, context);
    const pairs = parseParameterOverrides(value);
    if (pairs !== undefined) return pairs;
  } else if (typeof value === 'object' && !(value instanceof Date)) return readTable(value, place, context);
  const what = 'Key=Value pairs, a table, file://PATH or a list of them';
  context.findings.add('samconfig', `parameter_overrides in ${place.source} must be ${what}`, { file: place.file });
  return {};
}

async function readTable(table: object, place: Place, context: Context): Promise<Readonly<Record<string, string>>> {
  const merged: Record<string, string> = {};
  for (const [key, member] of Object.entries(table)) {
    if (key === INCLUDE) Object.assign(merged, await read(member, place, context));
    else merged[unquote(key)] = unquote(text(member));
  }
  return merged;
}

/** As Python writes it. */
function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (!Array.isArray(value)) return String(value);
  return value
    .filter((item) => item !== null && item !== '')
    .map((item) => text(item).trim())
    .join(',');
}

async function readFile(name: string, place: Place, context: Context): Promise<Readonly<Record<string, string>>> {
  const path = isAbsolute(name) ? name : join(place.folder, name);
  const file = relative(context.directory, path);
  const refuse = (why: string): Readonly<Record<string, string>> => {
    context.findings.add('samconfig', `parameter_overrides in ${place.source} names ${file}, ${why}`, {
      file: place.file,
    });
    return {};
  };
  if (place.from.includes(path)) return refuse('which leads back to itself');
  if (!/\.(?:toml|ya?ml)$/.test(path)) return refuse('which is neither TOML nor YAML by its name');
  const content = context.readFile(path);
  if (content === undefined) return refuse('which is not there');
  const document = await parseSamFile(content, file, context);
  return read(document, { file, source: file, folder: dirname(path), from: [...place.from, path] }, context);
}
