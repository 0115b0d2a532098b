import { InternalError } from '../../errors.ts';
import type { Json, ObjectSchema, Pattern, Schema } from './dsl.ts';

type JsonObject = { readonly [key: string]: Json };

/**
 * The published JSON Schema (draft 7, which every editor's YAML support knows). It says less than the validation:
 * what depends on several keys is left to the program.
 */
export function toJsonSchema(root: ObjectSchema): JsonObject {
  const definitions = new Map<string, { readonly schema: Schema; readonly json: JsonObject }>();

  function reference(schema: Schema): JsonObject {
    if (schema.name === undefined) return body(schema);
    const known = definitions.get(schema.name);
    if (known && known.schema !== schema) throw new InternalError(`two schemas have the name ${schema.name}`);
    // Entered before its members are visited, so that a schema may hold itself.
    if (!known) {
      definitions.set(schema.name, { schema, json: {} });
      definitions.set(schema.name, { schema, json: body(schema) });
    }
    return { $ref: `#/definitions/${schema.name}` };
  }

  function body(schema: Schema): JsonObject {
    const by = schema.default === undefined ? '' : ` Default: ${schema.default}.`;
    return { description: schema.description + by, ...shape(schema) };
  }

  function shape(schema: Schema): JsonObject {
    switch (schema.kind) {
      case 'text':
        return {
          type: schema.verbatim ? ['string', 'number', 'boolean'] : 'string',
          ...(schema.pattern && textRule(schema.pattern)),
        };
      case 'integer':
        return { type: 'integer', minimum: schema.minimum, maximum: schema.maximum };
      case 'boolean':
        return { type: 'boolean' };
      case 'duration':
        return { type: 'string', pattern: '^(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?$' };
      case 'amount':
        return {
          anyOf: [
            { type: 'integer', minimum: schema.minimum },
            { type: 'string', pattern: '^(\\d{1,2}|100)%$|^\\d+$' },
          ],
        };
      case 'choice':
        return { enum: schema.values };
      case 'any':
        return schema.scalars ? {} : { type: 'object' };
      case 'list':
        return { type: 'array', items: reference(schema.items), ...limit('minItems', schema.minItems) };
      case 'map':
        return {
          type: 'object',
          propertyNames: textRule(schema.keys),
          additionalProperties: reference(schema.values),
          ...limit('minProperties', schema.minItems),
        };
      case 'object':
        return objectShape(schema);
      case 'variant':
        return { anyOf: schema.forms.map(reference) };
      case 'reserved':
        throw new InternalError('a reserved key has no JSON Schema');
    }
  }

  function objectShape(schema: ObjectSchema): JsonObject {
    const fields = Object.entries(schema.fields).filter(([, field]) => field.kind !== 'reserved');
    return {
      type: schema.emptyAllowed ? ['object', 'null'] : 'object',
      properties: Object.fromEntries(fields.map(([key, field]) => [key, reference(field)])),
      ...(schema.required.length > 0 && { required: schema.required }),
      additionalProperties: false,
    };
  }

  const top = body(root);
  const named = [...definitions]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([name, { json }]) => [name, json]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'multi-region.yml',
    ...top,
    definitions: Object.fromEntries(named),
  };
}

const textRule = ({ source, maxLength }: Pattern): JsonObject => ({
  pattern: `^(?:${source})$`,
  ...limit('maxLength', maxLength),
});

const limit = (key: string, value: number | undefined): JsonObject => (value === undefined ? {} : { [key]: value });
