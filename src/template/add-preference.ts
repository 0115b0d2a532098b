import { preferenceOf } from './deployment-preference.ts';
import type { Template, TemplateResource } from './model.ts';
import { asMap, isMap, type PlainMap } from './plain-data.ts';
import type { ShiftType } from './shift-types.ts';

const FUNCTION = 'AWS::Serverless::Function';
const KEY = 'DeploymentPreference';

/** A template in which functions got a `DeploymentPreference`. */
export interface PreferenceAdded {
  readonly text: string;
  /** Logical ids of the functions; inside `Fn::ForEach` they hold the loop variable. */
  readonly functions: readonly string[];
}

/**
 * Adds `DeploymentPreference: {Type: …}` to every SAM function that publishes an alias and says nothing of it, neither
 * itself nor by `Globals`. Left as they are: functions that switched it off (`Enabled: false`), and the hooks of others,
 * which CodeDeploy must not move while it asks them. The text stays as it is but for what is put in; it becomes JSON where
 * the properties of a function are written elsewhere (a YAML alias).
 */
export function addPreference(template: Template, type: ShiftType): PreferenceAdded {
  const defaults = asMap(template.globals['Function']);
  if (KEY in defaults) return { text: template.text, functions: [] };
  const hooks = hooksIn(template.resources, defaults);
  const without = template.resources.filter(
    ({ type: kind, logicalId, properties }) =>
      kind === FUNCTION &&
      (properties['AutoPublishAlias'] ?? defaults['AutoPublishAlias']) !== undefined &&
      !(KEY in properties) &&
      !hooks.has(logicalId),
  );
  if (without.length === 0) return { text: template.text, functions: [] };
  return { text: inText(template, without, type) ?? inData(template, without, type), functions: without.map(idOf) };
}

const idOf = ({ logicalId }: TemplateResource): string => logicalId;

/** Functions that other functions name as hooks, by `Ref`. */
function hooksIn(resources: readonly TemplateResource[], defaults: PlainMap): ReadonlySet<string> {
  const hooks = resources.flatMap(({ properties }) =>
    Object.values(asMap(preferenceOf(properties, defaults)?.['Hooks'])),
  );
  return new Set(hooks.map((hook) => asMap(hook)['Ref']).filter((name) => typeof name === 'string'));
}

/** Undefined where one of them has no beginning of its own in the text. */
function inText(template: Template, functions: readonly TemplateResource[], type: ShiftType): string | undefined {
  const insertions: { readonly offset: number; readonly text: string }[] = [];
  for (const { path } of functions) {
    const properties = template.mapStart([...path, 'Properties']);
    const start = properties ?? template.mapStart(path);
    if (start === undefined) return undefined;
    const { offset, flow } = start;
    const indent = ' '.repeat(offset - template.text.lastIndexOf('\n', offset - 1) - 1);
    const entry = flow ? `"${KEY}": {"Type": "${type}"}` : `${KEY}: { Type: ${type} }`;
    // Globals may say everything of a function, which then has no properties.
    const text = properties !== undefined ? entry : flow ? `"Properties": {${entry}}` : `Properties: { ${entry} }`;
    insertions.push({ offset, text: flow ? `${text}, ` : `${text}\n${indent}` });
  }
  insertions.sort((a, b) => a.offset - b.offset);
  let done = 0;
  const pieces = insertions.flatMap(({ offset, text }) => {
    const kept = template.text.slice(done, offset);
    done = offset;
    return [kept, text];
  });
  return [...pieces, template.text.slice(done)].join('');
}

function inData({ data }: Template, functions: readonly TemplateResource[], type: ShiftType): string {
  const added = new Set(functions.map(({ path }) => path.join('\0')));
  const walk = (value: unknown, path: readonly (string | number)[]): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index]));
    if (!isMap(value)) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, [...path, key])]));
    if (!added.has(path.join('\0'))) return copy;
    return { ...copy, Properties: { ...asMap(copy['Properties']), [KEY]: { Type: type } } };
  };
  return JSON.stringify(walk(data, []));
}
