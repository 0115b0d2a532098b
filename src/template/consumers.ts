import { CONSUMER_KINDS, type ConsumerKind } from './consumer-kinds.ts';
import { collectReferences } from './event-driven.ts';
import { CALLERS } from './event-sources.ts';
import type { Template, TemplateResource } from './model.ts';
import { asMap } from './plain-data.ts';

/** What stands between a consumer and its function. */
const VERSIONS: ReadonlySet<string> = new Set(['AWS::Lambda::Alias', 'AWS::Lambda::Version']);

export interface Marks {
  /** Absent value: any. */
  readonly tag?: { readonly key: string; readonly value?: string };
  /** Logical ids, or patterns of them with `*`. */
  readonly names: readonly string[];
  /** Of rules and schedules those alone that call a function of the template. */
  readonly ofFunctions?: boolean;
}

export interface MarkedResource {
  readonly logicalId: string;
  readonly kind: ConsumerKind;
  /** As the template has it. */
  readonly group?: unknown;
}

/**
 * Consumers of a template after its transforms that are marked: by name, by a tag of their own or of the function that
 * they call, or a schedule by a tag of its group, because schedules have none (AWS::Scheduler::Schedule).
 *
 * @param prefix of its names: logical ids of the stacks around it, each with a slash
 */
export function markedConsumers(
  { resources }: Pick<Template, 'resources'>,
  marks: Marks,
  prefix = '',
): readonly MarkedResource[] {
  const byId = new Map(resources.map((resource) => [resource.logicalId, resource]));
  const tagged = (resource: TemplateResource): boolean =>
    hasTag(resource, marks) ||
    calledBy(resource, byId).some((called) => hasTag(called, marks)) ||
    groupOf(resource, byId).some((group) => hasTag(group, marks));
  return resources.flatMap((resource) => {
    const { logicalId, type, properties } = resource;
    const kind = CONSUMER_KINDS[type];
    if (kind === undefined) return [];
    if (marks.ofFunctions && kind !== 'mapping' && !calledBy(resource, byId).some(isFunction)) return [];
    const isNamed = marks.names.some((pattern) => matches(pattern, prefix + logicalId));
    if (!isNamed && !tagged(resource)) return [];
    const group = kind === 'schedule' ? properties['GroupName'] : undefined;
    return [{ logicalId, kind, ...(group !== undefined && { group }) }];
  });
}

/** Whether a name is meant by a pattern in which `*` stands for anything. */
export function matches(pattern: string, name: string): boolean {
  const source = pattern.split('*').map((part) => part.replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`).test(name);
}

function isFunction({ type }: TemplateResource): boolean {
  return type === 'AWS::Lambda::Function' || type === 'AWS::Serverless::Function';
}

function calledBy(
  { type, properties }: TemplateResource,
  byId: ReadonlyMap<string, TemplateResource>,
): readonly TemplateResource[] {
  const named = new Set<string>();
  for (const name of CALLERS[type] ?? []) collectReferences(properties[name], named);
  return [...named].flatMap((id) => {
    const found = byId.get(id);
    if (found === undefined) return [];
    if (!VERSIONS.has(found.type)) return [found];
    const functions = new Set<string>();
    collectReferences(found.properties['FunctionName'], functions);
    return [found, ...[...functions].flatMap((name) => byId.get(name) ?? [])];
  });
}

function groupOf(
  { properties }: TemplateResource,
  byId: ReadonlyMap<string, TemplateResource>,
): readonly TemplateResource[] {
  const ref = asMap(properties['GroupName'])['Ref'];
  const found = typeof ref === 'string' ? byId.get(ref) : undefined;
  return found === undefined ? [] : [found];
}

/** As a list of keys and values, or as a map (SAM, AWS::Lambda::*). */
function hasTag({ properties }: TemplateResource, { tag }: Marks): boolean {
  if (tag === undefined) return false;
  const { Tags: tags } = properties as { readonly Tags?: unknown };
  const pairs = Array.isArray(tags)
    ? tags.map((item) => [asMap(item)['Key'], asMap(item)['Value']])
    : Object.entries(asMap(tags));
  return pairs.some(([key, value]) => key === tag.key && (tag.value === undefined || String(value) === tag.value));
}
