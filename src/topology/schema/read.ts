import type { SourceLocation } from '../../errors.ts';
import { formatAmount, parseAmount } from '../amount.ts';
import { formatDuration, parseDuration } from '../duration.ts';
import type { Findings } from '../findings.ts';
import { didYouMean } from '../nearest.ts';
import type { ScalarTree, Tree } from '../tree/tree.ts';
import type { Infer, MapSchema, ObjectSchema, Pattern, Schema } from './dsl.ts';

/**
 * Checks a tree against a schema and returns its value. Everything that is wrong becomes a finding, with its place;
 * the value is complete only when there are none.
 * @param path what to call the value in messages; empty for the file itself.
 */
export function read<S extends Schema>(schema: S, tree: Tree, findings: Findings, path = ''): Infer<S> | undefined {
  // The reader follows the schema node by node, so its result has the type that is inferred from the same schema.
  return new Reader(findings).read(schema, tree, path) as Infer<S> | undefined;
}

/** True when a pattern takes the whole text. */
export function matches(pattern: Pattern, text: string): boolean {
  return new RegExp(`^(?:${pattern.source})$`).test(text) && text.length <= (pattern.maxLength ?? Infinity);
}

/** "must be …, but is …" for a text that a pattern refuses; says so when it is only too long. */
export function refusal(pattern: Pattern, text: string): string {
  const tooLong = pattern.maxLength !== undefined && text.length > pattern.maxLength;
  if (tooLong) return `must be at most ${pattern.maxLength} characters long, but "${clip(text)}" has ${text.length}`;
  return `must be ${pattern.words}, but is "${clip(text)}"`;
}

const clip = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

class Reader {
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  read(schema: Schema, tree: Tree, path: string): unknown {
    const name = tree.place ?? (path || 'the file');
    switch (schema.kind) {
      case 'object':
        return this.#object(schema, tree, path, name);
      case 'map':
        return this.#map(schema, tree, path, name);
      case 'list':
        if (tree.kind !== 'list') return this.#wrongKind(schema, tree, name);
        if (tree.items.length < (schema.minItems ?? 0)) this.#bad(`${name} must not be empty`, tree.location);
        return tree.items.map((item, index) => this.read(schema.items, item, `${path}[${index}]`));
      case 'variant': {
        const form = schema.forms.find((candidate) => kindOf(candidate) === tree.kind);
        return form ? this.read(form, tree, path) : this.#wrongKind(schema, tree, name);
      }
      case 'any':
        return plain(tree);
      case 'reserved':
        return undefined;
      default:
        if (tree.kind !== 'scalar') return this.#wrongKind(schema, tree, name);
        return this.#scalar(schema, tree, name);
    }
  }

  #object(schema: ObjectSchema, tree: Tree, path: string, name: string): unknown {
    if (schema.emptyAllowed && tree.kind === 'scalar' && tree.value === null) return {};
    if (tree.kind !== 'map') return this.#wrongKind(schema, tree, name);
    const known = Object.keys(schema.fields).filter((key) => schema.fields[key]?.kind !== 'reserved');
    const entries: [string, unknown][] = [];
    for (const { key, value, keyLocation } of tree.entries) {
      const field = Object.hasOwn(schema.fields, key) ? schema.fields[key] : undefined;
      if (field === undefined) {
        const where = path ? ` in ${path}` : '';
        this.#findings.add('unknown-key', `unknown key "${clip(key)}"${where}`, keyLocation, didYouMean(key, known));
      } else if (field.kind === 'reserved') {
        const message = `${join(path, key)}: this version does not support "${key}" yet`;
        this.#findings.add('not-supported-yet', message, keyLocation, `Remove "${key}": ${field.description}`);
      } else {
        entries.push([key, this.read(field, value, join(path, key))]);
      }
    }
    for (const key of schema.required) {
      if (entries.some(([present]) => present === key)) continue;
      this.#findings.add('missing-key', `${name} needs the key "${key}"`, tree.location);
    }
    return Object.fromEntries(entries);
  }

  #map(schema: MapSchema, tree: Tree, path: string, name: string): unknown {
    if (tree.kind !== 'map') return this.#wrongKind(schema, tree, name);
    if (tree.entries.length < (schema.minItems ?? 0)) this.#bad(`${name} must not be empty`, tree.location);
    const entries = tree.entries.map(({ key, value, keyLocation }): [string, unknown] => {
      if (!matches(schema.keys, key)) this.#bad(`a name in ${name} ${refusal(schema.keys, key)}`, keyLocation);
      return [key, this.read(schema.values, value, join(path, key))];
    });
    return Object.fromEntries(entries);
  }

  #scalar(schema: Schema, tree: ScalarTree, name: string): unknown {
    const { value, source, location } = tree;
    switch (schema.kind) {
      case 'text': {
        const text = typeof value === 'string' ? value : value !== null && schema.verbatim ? verbatim(tree) : undefined;
        if (text === undefined) return this.#wrongKind(schema, tree, name);
        if (schema.pattern && !matches(schema.pattern, text))
          return this.#bad(`${name} ${refusal(schema.pattern, text)}`, location);
        return text;
      }
      case 'boolean':
        if (typeof value === 'boolean') return value;
        return this.#bad(`${name} must be true or false, but is ${describe(tree)}`, location);
      case 'integer': {
        const { minimum, maximum } = schema;
        if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum) return value;
        return this.#bad(
          `${name} must be a whole number from ${minimum} to ${maximum}, but is ${describe(tree)}`,
          location,
        );
      }
      case 'duration': {
        const ms = typeof value === 'string' ? parseDuration(value) : undefined;
        if (ms !== undefined && ms >= schema.minimumMs && ms <= schema.maximumMs) return ms;
        const range = `from ${formatDuration(schema.minimumMs)} to ${formatDuration(schema.maximumMs)}`;
        const hint = typeof value === 'number' ? [`Give it a unit: ${source}s or ${source}m.`] : [];
        const message = `${name} must be a duration such as 90s, 5m or 1h30m, ${range}, but is ${describe(tree)}`;
        return this.#bad(message, location, ...hint);
      }
      case 'amount': {
        const parsed = parseAmount(source);
        if (parsed !== undefined && !(schema.minimum === 1 && ['0', '0%'].includes(formatAmount(parsed))))
          return parsed;
        const least = schema.minimum === 1 ? ', at least 1' : '';
        const message = `${name} must be a whole number or a percentage up to 100%${least}, but is ${describe(tree)}`;
        return this.#bad(message, location);
      }
      case 'choice': {
        if (typeof value === 'string' && schema.values.includes(value)) return value;
        if (typeof value === 'string' && schema.reserved?.includes(value)) {
          const known = `Use ${schema.values.join(' or ')}.`;
          this.#findings.add(
            'not-supported-yet',
            `${name}: this version does not support "${value}" yet`,
            location,
            known,
          );
          return undefined;
        }
        const message = `${name} must be ${schema.values.join(' or ')}, but is ${describe(tree)}`;
        return this.#bad(message, location, ...(schema.values.length > 1 ? [didYouMean(source, schema.values)] : []));
      }
      default:
        return undefined;
    }
  }

  #wrongKind(schema: Schema, tree: Tree, name: string): undefined {
    this.#findings.add('wrong-type', `${name} must be ${expected(schema)}, but is ${describe(tree)}`, tree.location);
    return undefined;
  }

  #bad(message: string, location: SourceLocation | undefined, ...fix: readonly string[]): undefined {
    this.#findings.add('bad-value', message, location, ...fix);
    return undefined;
  }
}

const join = (path: string, key: string): string => (path ? `${path}.${key}` : key);

/** What CloudFormation wants of a value: booleans in lower case, numbers as they were written. */
const verbatim = ({ value, source }: ScalarTree): string => (typeof value === 'boolean' ? String(value) : source);

function kindOf(schema: Schema): Tree['kind'] {
  if (schema.kind === 'list') return 'list';
  return schema.kind === 'map' || schema.kind === 'object' || schema.kind === 'any' ? 'map' : 'scalar';
}

function expected(schema: Schema): string {
  switch (schema.kind) {
    case 'variant':
      return schema.forms.map(expected).join(' or ');
    case 'list':
      return 'a list';
    case 'map':
    case 'object':
    case 'any':
      return 'a mapping';
    case 'choice':
      return schema.values.join(' or ');
    default:
      return 'a text';
  }
}

function describe(tree: Tree): string {
  if (tree.kind !== 'scalar') return tree.kind === 'list' ? 'a list' : 'a mapping';
  if (tree.value === null) return 'empty';
  return typeof tree.value === 'string' ? `"${clip(tree.value)}"` : clip(tree.source);
}

/** A tree as plain data. */
export function plain(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plain);
  return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plain(value)]));
}
