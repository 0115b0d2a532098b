export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A schema of OpenAPI 3.0 as JSON Schema, which is what it nearly is (OpenAPI Specification 3.0.3, "Schema Object"):
 * `nullable` widens the type, `example` and its like say nothing to a validator, references point into one document.
 */
export function jsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonSchema);
  if (!isObject(value)) return value;
  const { $ref } = value;
  if (typeof $ref === 'string') return { $ref: `https://github.test/${$ref}` };
  const rest: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    // A property may be named like a keyword; only where a schema stands is it one.
    if (key === 'properties' && isObject(item)) {
      rest[key] = Object.fromEntries(Object.entries(item).map(([name, schema]) => [name, jsonSchema(schema)]));
    } else if (key === 'enum' || key === 'default' || key === 'required') rest[key] = item;
    else if (!IGNORED.has(key)) rest[key] = jsonSchema(item);
  }
  // GitHub's default for an address that is not there is no address.
  if (rest['format'] === 'uri' && rest['default'] === '') delete rest['format'];
  return value['nullable'] === true ? { anyOf: [{ type: 'null' }, rest] } : rest;
}

const IGNORED: ReadonlySet<string> = new Set([
  'nullable',
  'example',
  'examples',
  'title',
  'description',
  'deprecated',
  'discriminator',
  'externalDocs',
  'xml',
  'readOnly',
  'writeOnly',
]);
