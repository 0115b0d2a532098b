import {
  ARTIFACT_PROPERTIES,
  type ArtifactProperty,
  GLOBAL_ARTIFACTS,
  METADATA_ARTIFACTS,
} from './artifact-properties.ts';
import type { DataPath, Template } from './model.ts';
import { asList, asMap, isMap, type PlainMap } from './plain-data.ts';
import { isRemote, parseS3Location, type S3Location } from './s3-location.ts';

/** A place in a template that names an artifact, or a local file that is to become one. */
export interface ArtifactReference {
  readonly kind: 'file' | 'template';
  /** The resource that takes it, wherever it is written; undefined for `Globals`, `Metadata` and includes. */
  readonly logicalId?: string;
  readonly path: DataPath;
  readonly value: /** One scalar with the whole location. */
    | { readonly form: 'url'; readonly text: string; readonly location: S3Location }
    /** `{S3Bucket, S3Key}` or `{Bucket, Key}`. */
    | { readonly form: 'pair'; readonly bucketKey: string; readonly objectKey: string; readonly location: S3Location }
    | { readonly form: 'local'; readonly text: string };
}

/** Every reference, in the order of the template. What functions compute (`!Sub`, `!FindInMap`) is not among them. */
export function artifactReferences(
  template: Pick<Template, 'data' | 'resources' | 'globals'>,
): readonly ArtifactReference[] {
  const found: ArtifactReference[] = [];
  const add = (reference: ArtifactReference | undefined) => {
    if (reference) found.push(reference);
  };
  for (const [section, names] of Object.entries(GLOBAL_ARTIFACTS)) {
    const values = asMap(template.globals[section]);
    for (const name of names) add(reference(values[name], ['Globals', section, name], 'file'));
  }
  for (const [type, names] of Object.entries(METADATA_ARTIFACTS)) {
    const values = asMap(asMap(template.data['Metadata'])[type]);
    for (const name of names) add(reference(values[name], ['Metadata', type, name], 'file'));
  }
  for (const resource of template.resources) {
    for (const property of ARTIFACT_PROPERTIES[resource.type] ?? []) {
      for (const { path, value } of select(resource.properties, property)) {
        add(reference(value, [...resource.path, 'Properties', ...path], property.kind, resource.logicalId));
        for (const mapped of mappedValues(value, template.data)) {
          add(reference(mapped.value, mapped.path, property.kind, resource.logicalId));
        }
      }
    }
  }
  collectIncludes(template.data, [], add);
  return found;
}

/** A function or layer without code of its own: `sam package` uploads the folder of the template for it. */
export function packagesOwnFolder(template: Pick<Template, 'resources' | 'globals'>): boolean {
  return template.resources.some(({ type, properties }) =>
    (ARTIFACT_PROPERTIES[type] ?? []).some(({ path: [name = ''], folderWhenAbsent }) => {
      if (!folderWhenAbsent || properties[name]) return false;
      if (type !== 'AWS::Serverless::Function') return true;
      return properties['InlineCode'] === undefined && !asMap(template.globals['Function'])[name];
    }),
  );
}

function reference(
  value: unknown,
  path: DataPath,
  kind: ArtifactReference['kind'],
  logicalId?: string,
): ArtifactReference | undefined {
  const about = { kind, path, ...(logicalId !== undefined && { logicalId }) };
  if (typeof value === 'string') {
    const location = parseS3Location(value);
    if (location) return { ...about, value: { form: 'url', text: value, location } };
    return isRemote(value) ? undefined : { ...about, value: { form: 'local', text: value } };
  }
  if (!isMap(value)) return undefined;
  for (const [bucketKey, objectKey, versionKey] of PAIRS) {
    const bucket = value[bucketKey];
    const key = value[objectKey];
    if (typeof bucket !== 'string' || typeof key !== 'string') continue;
    const version = value[versionKey];
    const location = { bucket, key, ...(version !== undefined && version !== null && { version: String(version) }) };
    return { ...about, value: { form: 'pair', bucketKey, objectKey, location } };
  }
  return undefined;
}

const PAIRS = [
  ['S3Bucket', 'S3Key', 'S3ObjectVersion'],
  ['Bucket', 'Key', 'Version'],
] as const;

interface Selected {
  readonly path: DataPath;
  readonly value: unknown;
}

function select(properties: PlainMap, { path }: ArtifactProperty): readonly Selected[] {
  const last = path.at(-1) ?? '';
  if (path.includes('**')) return deep(asMap(properties[path[0] ?? '']), path.slice(0, 1), last);
  const value = path.reduce<unknown>((map, key) => asMap(map)[key], properties);
  return value === undefined ? [] : [{ path, value }];
}

function deep(map: PlainMap, path: DataPath, name: string): readonly Selected[] {
  return Object.entries(map).flatMap(([key, value]): readonly Selected[] => {
    if (key === name) return [{ path: [...path, key], value }];
    return isMap(value) ? deep(value, [...path, key], name) : [];
  });
}

/** All that `Fn::FindInMap` may give: SAM writes such mappings for `Fn::ForEach`, one artifact for each value of the loop. */
function mappedValues(value: unknown, data: PlainMap): readonly Selected[] {
  const [name, , leaf] = asList(asMap(value)['Fn::FindInMap']);
  if (typeof name !== 'string' || typeof leaf !== 'string') return [];
  return Object.entries(asMap(asMap(data['Mappings'])[name])).flatMap(([key, values]) => {
    const mapped = asMap(values)[leaf];
    return mapped === undefined ? [] : [{ path: ['Mappings', name, key, leaf], value: mapped }];
  });
}

/** `AWS::Include`, at any depth. */
function collectIncludes(value: unknown, path: DataPath, add: (found: ArtifactReference | undefined) => void): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collectIncludes(item, [...path, index], add);
    return;
  }
  if (!isMap(value)) return;
  for (const [key, item] of Object.entries(value)) {
    const here = [...path, key];
    if (key === 'Fn::Transform' && asMap(item)['Name'] === 'AWS::Include') {
      add(reference(asMap(asMap(item)['Parameters'])['Location'], [...here, 'Parameters', 'Location'], 'file'));
    } else collectIncludes(item, here, add);
  }
}
