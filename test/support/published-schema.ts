import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';

type Published = 'dr-plan' | 'failover-report' | 'drill-report';

/** What is wrong with a document by its schema, as that is published; empty: nothing. As it would be read: from its JSON text. */
export function schemaErrors(name: Published, document: unknown): readonly ErrorObject[] {
  const schema = JSON.parse(readFileSync(new URL(`../../${name}.schema.json`, import.meta.url), 'utf8'));
  const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
  validate(JSON.parse(JSON.stringify(document ?? null)));
  return validate.errors ?? [];
}
