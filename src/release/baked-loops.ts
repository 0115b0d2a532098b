import { UserError } from '../errors.ts';
import type { Template } from '../template/model.ts';
import { asMap, asText } from '../template/plain-data.ts';
import { type ForEachLoop, forEachLoops } from '../template/sections.ts';
import type { StackInstance } from '../topology/model.ts';
import type { BakedLoop } from './model.ts';

/**
 * Loops over something that only CloudFormation knows at deployment (a parameter) for which `sam package` wrote a
 * mapping from the values it knew to artifacts: `SAM{Property}{Loop}`, in `language_extensions_packaging.py`.
 */
export function bakedLoops(source: Template, packaged: Template): readonly BakedLoop[] {
  const before = asMap(source.data['Mappings']);
  const written = Object.entries(asMap(packaged.data['Mappings'])).filter(
    ([name]) => name.startsWith('SAM') && !(name in before),
  );
  if (written.length === 0) return [];
  return forEachLoops(source.data)
    .filter(({ collection }) => !Array.isArray(collection))
    .flatMap((loop) =>
      written
        .filter(([name]) => name.includes(loop.key.slice('Fn::ForEach::'.length)))
        .map(([mapping, entries]) => bakedLoop(loop, mapping, Object.keys(asMap(entries)))),
    );
}

function bakedLoop({ key, collection }: ForEachLoop, mapping: string, values: readonly string[]): BakedLoop {
  const parameter = asText(asMap(collection)['Ref']);
  return { loop: key, mapping, values, ...(parameter !== undefined && { parameter }) };
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
        .filter((value) => !values.includes(value));
      if (missing.length === 0) continue;
      throw new UserError(
        'parameters-baked-in',
        `${source.file}: ${id} sets ${parameter} to "${text}", but "sam package" packaged ${loop} only for ${values.join(', ')} (mapping ${mapping}): there is no artifact for ${missing.join(', ')}.`,
        { fix: [`Let the Default of the parameter ${parameter} list every value that any target uses.`], ...at },
      );
    }
  }
}
