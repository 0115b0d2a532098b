import type { SourceLocation } from '../errors.ts';
import type { Context } from './context.ts';
import { isFileReference, readReferenced, readReferencedTree } from './files.ts';
import type { ParameterText } from './model.ts';
import { escapeReferences } from './references.ts';
import type { ConfigSettings } from './schema/file.ts';
import { PARAMETER_NAME } from './schema/patterns.ts';
import { matches, refusal } from './schema/read.ts';
import { child, type Tree } from './tree/tree.ts';

type Parameters = Readonly<Record<string, ParameterText>>;
type ConfigParameters = NonNullable<ConfigSettings['parameters']>;
type Path = readonly (string | number)[];

/**
 * Template parameters of one level: its mappings and files put together.
 * @param path where they stand in the configuration.
 * @param source how a message calls this level.
 */
export async function readParameters(
  value: ConfigParameters,
  path: Path,
  source: string,
  context: Context,
): Promise<Parameters> {
  if (typeof value === 'string') return await readParameterFile(value, context.at(...path), context);
  if (!isList(value)) return mappingParameters(value, path, source, context);
  const merged: Record<string, ParameterText> = {};
  for (const [index, item] of value.entries()) {
    Object.assign(merged, await readParameters(item, [...path, index], source, context));
  }
  return merged;
}

type Mapping = Exclude<ConfigParameters, string | readonly unknown[]>;
const isList = (value: ConfigParameters): value is Extract<ConfigParameters, readonly unknown[]> =>
  Array.isArray(value);

function mappingParameters(mapping: Mapping, path: Path, source: string, context: Context): Parameters {
  const entries = Object.entries(mapping).flatMap(([name, value]): [string, ParameterText][] => {
    const location = context.at(...path, name);
    const text =
      typeof value === 'string' ? valueText(value, location, context) : joined(name, value, location, context);
    return text === undefined ? [] : [[name, { text, source, ...(location && { location }) }]];
  });
  return Object.fromEntries(entries);
}

/** CloudFormation splits a CommaDelimitedList at every comma; there is no way to write one inside an item. */
function joined(
  name: string,
  items: readonly string[],
  location: SourceLocation | undefined,
  context: Context,
): string | undefined {
  const bad = items.find((item) => item.includes(','));
  if (bad === undefined) return items.join(',');
  const fix = 'CloudFormation splits a list at every comma; write the whole value as one text.';
  context.findings.add('bad-value', `an item of the list ${name} holds a comma: "${bad}"`, location, fix);
  return undefined;
}

function valueText(value: string, location: SourceLocation | undefined, context: Context): string | undefined {
  if (!isFileReference(value)) return value;
  const content = readReferenced(value, location, context)?.content;
  // A text file ends with a newline that nobody means as part of the value.
  return content === undefined ? undefined : escapeReferences(content.replace(/\r?\n$/, ''));
}

async function readParameterFile(
  reference: string,
  location: SourceLocation | undefined,
  context: Context,
): Promise<Parameters> {
  const found = await readReferencedTree(reference, location, context);
  if (found === undefined) return {};
  const entries = found.tree.kind === 'list' ? listForm(found.tree.items) : mappingForm(found.tree);
  if (entries === undefined) {
    const fix = 'Write a mapping of values, or a list of {ParameterKey, ParameterValue}.';
    context.findings.add('bad-value', `${found.file} holds no parameters`, found.tree.location, fix);
    return {};
  }
  const parameters: Record<string, ParameterText> = {};
  for (const [name, tree] of entries) {
    const text = treeText(name, tree, context);
    if (!matches(PARAMETER_NAME, name)) {
      context.findings.add('bad-value', `a name in ${found.file} ${refusal(PARAMETER_NAME, name)}`, tree.location);
    } else if (text !== undefined) {
      parameters[name] = { text, source: found.file, ...(tree.location && { location: tree.location }) };
    }
  }
  return parameters;
}

function treeText(name: string, tree: Tree, context: Context): string | undefined {
  if (tree.kind === 'scalar' && tree.value !== null) {
    if (typeof tree.value === 'string') return valueText(tree.value, tree.location, context);
    return typeof tree.value === 'boolean' ? String(tree.value) : tree.source;
  }
  if (tree.kind === 'list' && tree.items.every((item) => item.kind === 'scalar')) {
    const items = tree.items.map((item) => (typeof item.value === 'string' ? item.value : item.source));
    return joined(name, items, tree.location, context);
  }
  const message = `the parameter ${name} must be a text, a number, a boolean or a list of these`;
  context.findings.add('wrong-type', message, tree.location, 'Write "" for an empty text.');
  return undefined;
}

type Entries = readonly (readonly [string, Tree])[];

function mappingForm(tree: Tree): Entries | undefined {
  // `{"Parameters": {…}}` is what CodePipeline and `sam deploy --parameter-overrides file://` call a configuration file.
  const inner = child(tree, 'Parameters')?.value;
  const mapping = inner?.kind === 'map' ? inner : tree;
  return mapping.kind === 'map' ? mapping.entries.map(({ key, value }) => [key, value] as const) : undefined;
}

function listForm(items: readonly Tree[]): Entries | undefined {
  const entries = items.map((item) => {
    const key = child(item, 'ParameterKey')?.value;
    const value = child(item, 'ParameterValue')?.value;
    return key?.kind === 'scalar' && value ? ([key.source, value] as const) : undefined;
  });
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}
