import { SAM_MAPPING_TYPES } from '../../template/event-sources.ts';
import { isNestedStack } from '../../template/locate-nested.ts';
import type { Template, TemplateResource } from '../../template/model.ts';
import { asList, asMap, asText } from '../../template/plain-data.ts';
import type { Environment } from '../../topology/model.ts';
import { pattern, templateOf } from './consumer-names.ts';

/** What functions of the stacks read by event source mappings. */
export interface MappedSources {
  readonly mappings: boolean;
  /** Name patterns of queues. */
  readonly queues: readonly string[];
  readonly streams: boolean;
  /** A stack nests others. */
  readonly nests: boolean;
}

export const ANY_SOURCES: MappedSources = { mappings: true, queues: ['*'], streams: true, nests: true };

/** From the templates as they are written; one that cannot be read, or nests others, may read anything. */
export function mappedSourcesOf(
  { instances }: Pick<Environment, 'instances'>,
  readFile: (path: string) => string | undefined,
): MappedSources {
  const found = instances.map(({ stack }) => sourcesIn(templateOf(stack.template, readFile), stack.stackName));
  return {
    mappings: found.some(({ mappings }) => mappings),
    queues: [...new Set(found.flatMap(({ queues }) => queues))].sort(),
    streams: found.some(({ streams }) => streams),
    nests: found.some(({ nests }) => nests),
  };
}

function sourcesIn(template: Template | undefined, stackName: string): MappedSources {
  if (template === undefined || template.resources.some(({ type }) => isNestedStack(type))) return ANY_SOURCES;
  const byId = new Map(template.resources.map((resource) => [resource.logicalId, resource]));
  const sources = template.resources.flatMap(sourceOf).map((source) => byId.get(attributeOf(source) ?? '') ?? source);
  return {
    mappings: sources.length > 0,
    queues: sources.flatMap((source) => queueName(source, stackName)),
    streams: sources.some(isStream),
    nests: false,
  };
}

/** ARNs, or what they come from, of all that is read; undefined for what has none. */
function sourceOf({ type, properties }: TemplateResource): readonly unknown[] {
  if (type === 'AWS::Lambda::EventSourceMapping') return [properties['EventSourceArn']];
  if (type !== 'AWS::Serverless::Function') return [];
  return Object.values(asMap(properties['Events']))
    .map(asMap)
    .filter((event) => SAM_MAPPING_TYPES.has(String(event['Type'])))
    .map((event) => asMap(event['Properties'])[event['Type'] === 'SQS' ? 'Queue' : 'Stream']);
}

/** Logical id in `Fn::GetAtt`, in both of its forms. */
function attributeOf(value: unknown): string | undefined {
  const attribute = asMap(value)['Fn::GetAtt'];
  return asText(attribute)?.split('.')[0] ?? asText(asList(attribute)[0]);
}

/** A resource of the template, or a value that is none. */
function queueName(source: unknown, stackName: string): readonly string[] {
  const { type, properties } = asMap(source);
  if (type === 'AWS::SQS::Queue') return [pattern(asMap(properties)['QueueName']) ?? `${stackName}-*`];
  if (type !== undefined || source === undefined) return [];
  const arn = pattern(source);
  if (arn === undefined) return ['*'];
  return arn.includes(':sqs:') || arn.startsWith('*') ? [arn.split(':').at(-1) ?? '*'] : [];
}

function isStream(source: unknown): boolean {
  const type = asText(asMap(source)['type']);
  if (type !== undefined) return type !== 'AWS::SQS::Queue';
  const arn = pattern(source);
  return source !== undefined && (arn === undefined || !arn.includes(':sqs:'));
}
