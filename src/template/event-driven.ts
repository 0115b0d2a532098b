import { CONSUMER_KINDS, type ConsumerKind } from './consumer-kinds.ts';
import { preferenceOf } from './deployment-preference.ts';
import { CALLERS, SAM_EVENT_TYPES, SAM_MAPPING_TYPES, SAM_RULE_TYPES, SAM_SCHEDULE_TYPE } from './event-sources.ts';
import type { Template, TemplateResource } from './model.ts';
import { asMap, isMap, type PlainMap } from './plain-data.ts';

const FUNCTIONS: ReadonlySet<string> = new Set(['AWS::Serverless::Function', 'AWS::Lambda::Function']);

/**
 * Logical ids of functions that events call and that switch to new code all at once, without steps or a way back by
 * traffic. A SAM alias (`AutoPublishAlias`) alone changes nothing, it is moved at once; with an enabled
 * `DeploymentPreference` other than `AllAtOnce` CodeDeploy moves it in steps, and the events follow it, but not those of a rule,
 * a schedule or a mapping beside it that names the function itself and not its alias.
 */
export function switchesAtOnce(template: Pick<Template, 'resources' | 'globals'>): readonly string[] {
  const defaults = asMap(template.globals['Function']);
  const shifted = new Set<string>();
  const called = new Set<string>();
  const past = new Set<string>();
  for (const resource of template.resources) {
    if (!FUNCTIONS.has(resource.type)) continue;
    if (shiftsGradually(resource.properties, defaults)) shifted.add(resource.logicalId);
    if (hasEvents(resource)) called.add(resource.logicalId);
  }
  for (const { type, properties } of template.resources) {
    for (const name of CALLERS[type] ?? []) collectReferences(properties[name], past, ITSELF);
  }
  return template.resources
    .filter(({ type }) => FUNCTIONS.has(type))
    .map(({ logicalId }) => logicalId)
    .filter((name) => past.has(name) || (called.has(name) && !shifted.has(name)));
}

/** What a stack of the template has that calls functions by itself and can be switched off; nested stacks not counted. */
export function consumerKinds({ resources }: Pick<Template, 'resources'>): ReadonlySet<ConsumerKind> {
  const written = resources.flatMap(({ type }) => CONSUMER_KINDS[type] ?? []);
  const made = resources.flatMap((resource) => [
    ...(hasEvents(resource, SAM_MAPPING_TYPES) ? (['mapping'] as const) : []),
    ...(hasEvents(resource, SAM_RULE_TYPES) ? (['rule'] as const) : []),
    ...(hasEvents(resource, SCHEDULES) ? (['schedule'] as const) : []),
  ]);
  return new Set([...written, ...made]);
}
const SCHEDULES: ReadonlySet<string> = new Set([SAM_SCHEDULE_TYPE]);

function shiftsGradually(properties: PlainMap, defaults: PlainMap): boolean {
  const type = preferenceOf(properties, defaults)?.['Type'];
  return type !== undefined && type !== 'AllAtOnce';
}

function hasEvents({ type, properties }: TemplateResource, types = SAM_EVENT_TYPES): boolean {
  if (type !== 'AWS::Serverless::Function') return false;
  return Object.values(asMap(properties['Events'])).some((event) => types.has(String(asMap(event)['Type'])));
}

const REFERENCE = /\$\{([A-Za-z0-9]+)(?:\.[A-Za-z0-9.]+)?\}/g;
/** Not those of whose alias or version SAM lets a template speak. */
const ITSELF = /\$\{([A-Za-z0-9]+)(?:\.(?!Alias\}|Version\})[A-Za-z0-9.]+)?\}/g;

/** Logical ids that a value refers to by `Ref`, `Fn::GetAtt` or inside `Fn::Sub`. */
export function collectReferences(value: unknown, into: Set<string>, inText: RegExp = REFERENCE): void {
  if (Array.isArray(value)) {
    for (const item of value) collectReferences(item, into, inText);
    return;
  }
  if (!isMap(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'Ref' && typeof item === 'string') into.add(item);
    else if (key === 'Fn::GetAtt') into.add(String(Array.isArray(item) ? item[0] : item).split('.')[0] ?? '');
    else if (key === 'Fn::Sub') {
      const text = String(Array.isArray(item) ? item[0] : item);
      for (const match of text.matchAll(inText)) into.add(match[1] ?? '');
      if (Array.isArray(item)) collectReferences(item[1], into, inText);
    } else collectReferences(item, into, inText);
  }
}
