import type { DataPath, TemplateParameter, TemplateResource } from './model.ts';
import { asMap, asText, isMap, type PlainMap } from './plain-data.ts';

/** A loop of `AWS::LanguageExtensions` in the Resources section. */
export interface ForEachLoop {
  /** `Fn::ForEach::Functions`. */
  readonly key: string;
  readonly variable: string;
  /** A list, or a function that CloudFormation evaluates per stack (`{Ref: Names}`). */
  readonly collection: unknown;
  /** Resources and loops inside, by key. */
  readonly body: PlainMap;
  readonly path: DataPath;
}

export function parametersOf(data: PlainMap): readonly Omit<TemplateParameter, 'location'>[] {
  return Object.entries(asMap(data['Parameters'])).map(([name, value]) => {
    const declared = asMap(value);
    const defaultText = scalarText(declared['Default']);
    return {
      name,
      type: asText(declared['Type']) ?? 'String',
      hasDefault: 'Default' in declared,
      noEcho: declared['NoEcho'] === true || String(declared['NoEcho']).toLowerCase() === 'true',
      ...(defaultText !== undefined && { defaultText }),
    };
  });
}

export function transformsOf(data: PlainMap): readonly string[] {
  const value = data['Transform'];
  return (Array.isArray(value) ? value : [value])
    .map((item) => asText(item) ?? asText(asMap(item)['Name']))
    .filter((name) => name !== undefined);
}

export function resourcesOf(data: PlainMap): readonly TemplateResource[] {
  const found: TemplateResource[] = [];
  walk(asMap(data['Resources']), ['Resources'], (logicalId, value, path) => {
    const deletionPolicy = asText(value['DeletionPolicy']);
    const updateReplacePolicy = asText(value['UpdateReplacePolicy']);
    const condition = asText(value['Condition']);
    const updatePolicy = value['UpdatePolicy'];
    found.push({
      logicalId,
      type: asText(value['Type']) ?? '',
      properties: asMap(value['Properties']),
      metadata: asMap(value['Metadata']),
      ...(deletionPolicy !== undefined && { deletionPolicy }),
      ...(updateReplacePolicy !== undefined && { updateReplacePolicy }),
      ...(condition !== undefined && { condition }),
      ...(isMap(updatePolicy) && { updatePolicy }),
      path,
    });
  });
  return found;
}

/** Every loop of the Resources section, outer ones first. */
export function forEachLoops(data: PlainMap): readonly ForEachLoop[] {
  const loops: ForEachLoop[] = [];
  walk(
    asMap(data['Resources']),
    ['Resources'],
    () => {},
    (loop) => loops.push(loop),
  );
  return loops;
}

function walk(
  resources: PlainMap,
  path: DataPath,
  onResource: (logicalId: string, value: PlainMap, path: DataPath) => void,
  onLoop: (loop: ForEachLoop) => void = () => {},
): void {
  for (const [key, value] of Object.entries(resources)) {
    if (!key.startsWith('Fn::ForEach::')) {
      if (isMap(value)) onResource(key, value, [...path, key]);
    } else if (Array.isArray(value) && isMap(value[2])) {
      onLoop({ key, variable: String(value[0]), collection: value[1], body: value[2], path: [...path, key] });
      walk(value[2], [...path, key, 2], onResource, onLoop);
    }
  }
}

function scalarText(value: unknown): string | undefined {
  if (value === undefined || value === null || isMap(value)) return undefined;
  return Array.isArray(value) ? value.join(',') : String(value);
}
