import { formatDuration } from '../duration.ts';
import type { Fields, ObjectSchema, Schema } from './dsl.ts';

/** Sections of the reference page: one for each mapping with fixed keys, and one for the keys that several of them share. */
export interface SharedFields {
  readonly title: string;
  readonly description: string;
  readonly fields: Fields;
}

/**
 * The reference of a configuration file as Markdown: a table a section, from the top of the file down.
 * @param shared keys that stand in several mappings: they get a section of their own and one row in the others.
 */
export function toReference(root: ObjectSchema, title: string, shared: readonly SharedFields[]): string {
  const sections: string[] = [];
  const seen = new Set<Schema>();

  function visit(schema: ObjectSchema, heading: string, prefix: string): void {
    if (seen.has(schema)) return;
    seen.add(schema);
    const used = shared.filter(({ fields }) =>
      Object.entries(fields).every(([key, field]) => schema.fields[key] === field),
    );
    const own = Object.entries(schema.fields).filter(
      ([key, field]) => field.kind !== 'reserved' && !used.some(({ fields }) => fields[key] === field),
    );
    const rows = own.map(([key, field]) => row(key, field, schema.required.includes(key)));
    const links = used.map((group) => `${group.title} ([below](#${anchor(group.title)}))`);
    const also = links.length > 0 ? `\n\nAlso: ${links.join('; ')}.` : '';
    sections.push(`### ${heading}\n\n${schema.description}\n\n${table(rows)}${also}`);
    for (const [key, field] of own) visitInside(field, `${prefix}${key}`);
  }

  function visitInside(schema: Schema, path: string): void {
    if (schema.kind === 'object') visit(schema, `\`${path}\``, `${path}.`);
    else if (schema.kind === 'map') visitInside(schema.values, `${path}.NAME`);
    else if (schema.kind === 'list') visitInside(schema.items, `${path}[]`);
    else if (schema.kind === 'variant') for (const form of schema.forms) visitInside(form, path);
  }

  visit(root, title, '');
  for (const group of shared) {
    const rows = Object.entries(group.fields).map(([key, field]) => row(key, field, false));
    sections.push(`### ${group.title}\n\n${group.description}\n\n${table(rows)}`);
    for (const [key, field] of Object.entries(group.fields)) visitInside(field, key);
  }
  return `${sections.join('\n\n')}\n`;
}

const table = (rows: readonly string[]): string =>
  ['| key | value | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');

function row(key: string, schema: Schema, required: boolean): string {
  const cells = [`\`${key}\``, form(schema), required ? '**required**' : (schema.default ?? ''), schema.description];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function form(schema: Schema): string {
  switch (schema.kind) {
    case 'text':
      return schema.pattern?.short ?? 'text';
    case 'integer':
      return `whole number, ${schema.minimum} to ${schema.maximum}`;
    case 'boolean':
      return '`true` or `false`';
    case 'duration':
      return `duration (\`90s\`, \`5m\`, \`1h30m\`), ${formatDuration(schema.minimumMs)} to ${formatDuration(schema.maximumMs)}`;
    case 'amount':
      return 'whole number or percentage';
    case 'choice':
      return schema.values.map((value) => `\`${value}\``).join(' or ');
    case 'any':
      return schema.scalars ? 'any value' : 'mapping';
    case 'object':
      return 'mapping';
    case 'map':
      return 'mapping by name';
    case 'list':
      return `list of ${schema.items.kind === 'object' ? 'mappings' : form(schema.items)}`;
    case 'variant':
      return schema.forms.map(form).join(', or ');
    case 'reserved':
      return '';
  }
}

const anchor = (title: string): string => title.toLowerCase().replaceAll(' ', '-');
