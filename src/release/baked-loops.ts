import { UserError } from '../errors.ts';
import type { Template } from '../template/model.ts';
import { asList, asMap, asText } from '../template/plain-data.ts';
import { type ForEachLoop, forEachLoops } from '../template/sections.ts';
import type { StackInstance } from '../topology/model.ts';
import type { BakedLoop } from './model.ts';

/**
 * Loops over something that only CloudFormation knows at deployment (a parameter) for which `sam package` wrote a
 * mapping from the values it knew to artifacts: `SAM{Property}{Loop}`, in `language_extensions_packaging.py`.
 */
export function bakedLoops(packaged: Template): readonly BakedLoop[] {
  const mappings = asMap(packaged.data['Mappings']);
  return forEachLoops(packaged.data)
    .filter(({ collection }) => !Array.isArray(collection))
    .flatMap((loop) => lookups(loop).map((mapping) => bakedLoop(loop, mapping, Object.keys(asMap(mappings[mapping])))));
}

/** Generated mappings that are looked up by the variable of the loop. */
function lookups({ body, variable }: ForEachLoop): readonly string[] {
  const found = new Set<string>();
  const search = (value: unknown): void => {
    const [name, key] = asList(asMap(value)['Fn::FindInMap']);
    if (typeof name === 'string' && name.startsWith('SAM') && mentions(key, variable)) found.add(name);
    else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) search(item);
  };
  search(body);
  return [...found];
}

/** `{Ref: Name}`, or joined with the variables of outer loops. */
function mentions(key: unknown, variable: string): boolean {
  return JSON.stringify(key ?? null).includes(JSON.stringify({ Ref: variable }));
}

function bakedLoop({ key, collection }: ForEachLoop, mapping: string, values: readonly string[]): BakedLoop {
  const parameter = asText(asMap(collection)['Ref']);
  return { loop: key, mapping, values, ...(parameter !== undefined && { parameter }) };
}

/** Keys of nested loops are the values of all of them, joined by hyphens. */
function isPackaged(value: string, keys: readonly string[]): boolean {
  return keys.some((key) => `-${key}-`.includes(`-${value}-`));
}

/**
 * Refuses values that the packaged mapping does not have. Values that are not given keep the template's default, which
 * was packaged, or what is deployed, which CloudFormation checks when the change set is made.
 *
 * @throws UserError `parameters-baked-in`
 */
export function refuseBakedValues(
  loops: readonly BakedLoop[],
  source: Template,
  instances: readonly StackInstance[],
): void {
  for (const { loop, parameter, mapping, values } of loops) {
    const location = source.locate(loop);
    const at = location && { location };
    if (parameter === undefined) {
      throw new UserError(
        'parameters-baked-in',
        `${source.file}: ${loop} loops over what a function gives, and "sam package" fixed it to ${values.join(', ')} (mapping ${mapping}); in another region it may give something else.`,
        { fix: ['Loop over a literal list, or over a parameter whose Default lists every value.'], ...at },
      );
    }
    for (const { id, settings } of instances) {
      const text = settings.parameters[parameter]?.text;
      if (text === undefined || text.includes('${')) continue;
      const missing = text
        .split(',')
        .map((value) => value.trim())
        .filter((value) => !isPackaged(value, values));
      if (missing.length === 0) continue;
      throw new UserError(
        'parameters-baked-in',
        `${source.file}: ${id} sets ${parameter} to "${text}", but "sam package" packaged ${loop} only for ${values.join(', ')} (mapping ${mapping}): there is no artifact for ${missing.join(', ')}.`,
        { fix: [`Let the Default of the parameter ${parameter} list every value that any target uses.`], ...at },
      );
    }
  }
}
