import type { MapStart, Template, TemplateResource } from './model.ts';

const KEY = 'SamResourceId';

/**
 * The template with `Metadata: {SamResourceId: …}` on each resource that lacks it. `sam package` and `sam deploy` write
 * it to every resource; without it the first update of a stack that SAM deployed would show all of them as changed.
 */
export function withResourceIds(template: Template): string {
  const insertions = template.resources.flatMap((resource) => insertion(template, resource) ?? []);
  insertions.sort((a, b) => a.offset - b.offset);
  const pieces: string[] = [];
  let done = 0;
  for (const { offset, text } of insertions) {
    pieces.push(template.text.slice(done, offset), text);
    done = offset;
  }
  return pieces.join('') + template.text.slice(done);
}

function insertion(
  template: Template,
  { path, logicalId, metadata }: TemplateResource,
): { readonly offset: number; readonly text: string } | undefined {
  // Inside Fn::ForEach and for the CDK, SAM names resources otherwise or not at all.
  if (path.length !== 2 || KEY in metadata || 'aws:cdk:path' in metadata) return undefined;
  const inMetadata = template.mapStart([...path, 'Metadata']);
  const start = inMetadata ?? template.mapStart(path);
  if (!start || (!inMetadata && Object.keys(metadata).length > 0)) return undefined;
  return { offset: start.offset, text: written(start, logicalId, inMetadata !== undefined, template.text) };
}

function written({ offset, flow }: MapStart, id: string, inMetadata: boolean, text: string): string {
  if (flow) return inMetadata ? `"${KEY}": "${id}", ` : `"Metadata": {"${KEY}": "${id}"}, `;
  const indent = ' '.repeat(offset - text.lastIndexOf('\n', offset - 1) - 1);
  return inMetadata ? `${KEY}: ${id}\n${indent}` : `Metadata:\n${indent}  ${KEY}: ${id}\n${indent}`;
}
