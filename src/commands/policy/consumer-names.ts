import { UserError } from '../../errors.ts';
import { SAM_MAPPING_TYPES, SAM_RULE_TYPES, SAM_SCHEDULE_TYPE } from '../../template/event-sources.ts';
import { isNestedStack } from '../../template/locate-nested.ts';
import type { Template, TemplateResource } from '../../template/model.ts';
import { parseTemplate } from '../../template/parse.ts';
import { asMap, asText } from '../../template/plain-data.ts';
import type { Environment } from '../../topology/model.ts';

/** What consumers that a failover switches are called, as patterns for the resources of a policy. */
export interface ConsumerNames {
  readonly mappings: boolean;
  /** `BUS/NAME` or `NAME`. */
  readonly rules: readonly string[];
  /** `GROUP/NAME`. */
  readonly schedules: readonly string[];
  /** Roles that schedules have: whoever changes a schedule passes its role. */
  readonly roles: readonly string[];
}

/** Event source mappings have no names: where any is meant, all are. */
export const ANY_MAPPING: ConsumerNames = { mappings: true, rules: [], schedules: [], roles: [] };

/** CloudFormation shortens the name of the stack in names that it makes, where they may have 64 characters. */
const SURE_LENGTH = 20;

/** From the templates as they are written; a template that cannot be read, or nests others, may hold anything of its stack. */
export function consumerNames(
  { instances }: Pick<Environment, 'instances'>,
  readFile: (path: string) => string | undefined,
): ConsumerNames {
  const found = instances.map(({ stack }) => namesIn(templateOf(stack.template, readFile), stack.stackName));
  const unique = (items: readonly string[]): readonly string[] => [...new Set(items)].sort();
  return {
    mappings: found.some(({ mappings }) => mappings),
    rules: unique(found.flatMap(({ rules }) => rules)),
    schedules: unique(found.flatMap(({ schedules }) => schedules)),
    roles: unique(found.flatMap(({ roles }) => roles)),
  };
}

function namesIn(template: Template | undefined, stackName: string): ConsumerNames {
  const made = `${stackName.slice(0, SURE_LENGTH)}*`;
  const any = { mappings: true, rules: [made, `*/${made}`], schedules: [`*/${made}`], roles: [made] };
  if (template === undefined || template.resources.some(({ type }) => isNestedStack(type))) return any;
  const events = template.resources.flatMap(eventsOf);
  const declared = template.resources.map(({ type, properties }) => ({ type, properties, id: undefined }));
  const all = [...declared, ...events];
  const rules = all.filter(({ type }) => type === 'AWS::Events::Rule' || SAM_RULE_TYPES.has(type));
  const schedules = all.filter(({ type }) => type === 'AWS::Scheduler::Schedule' || type === SAM_SCHEDULE_TYPE);
  return {
    mappings: all.some(({ type }) => type === 'AWS::Lambda::EventSourceMapping' || SAM_MAPPING_TYPES.has(type)),
    rules: rules.map(({ properties }) => {
      const name = pattern(properties['Name'] ?? properties['RuleName']) ?? made;
      return properties['EventBusName'] === undefined ? name : `*/${name}`;
    }),
    // SAM calls a schedule as its resource, unless it is told otherwise.
    schedules: schedules.map(({ properties, id }) => {
      const own = properties['OmitName'] === true ? undefined : id;
      return `${group(properties['GroupName'])}/${pattern(properties['Name']) ?? own ?? made}`;
    }),
    roles: schedules.flatMap(({ properties }) => {
      const role = pattern(properties['RoleArn'] ?? asMap(properties['Target'])['RoleArn']);
      return [role?.split(':role/').at(-1) ?? made];
    }),
  };
}

/** Events of SAM functions and state machines, with the logical id of what SAM makes of each. */
function eventsOf({ type, logicalId, properties }: TemplateResource) {
  if (type !== 'AWS::Serverless::Function' && type !== 'AWS::Serverless::StateMachine') return [];
  return Object.entries(asMap(properties['Events'])).map(([name, event]) => ({
    type: String(asMap(event)['Type']),
    properties: asMap(asMap(event)['Properties']),
    id: `${logicalId}${name}`,
  }));
}

/** A name as it is written, with `*` for what is put in; undefined where there is none or it is made by something else. */
export function pattern(value: unknown): string | undefined {
  const sub = asMap(value)['Fn::Sub'];
  const text = asText(value) ?? asText(sub) ?? (Array.isArray(sub) ? asText(sub[0]) : undefined);
  return text?.replaceAll(/\$\{[^}]*\}/g, '*');
}

function group(value: unknown): string {
  return value === undefined ? 'default' : (pattern(value) ?? '*');
}

/** Undefined: it cannot be read. */
export function templateOf(path: string, readFile: (path: string) => string | undefined): Template | undefined {
  const text = readFile(path);
  if (text === undefined) return undefined;
  try {
    return parseTemplate(text, path);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
