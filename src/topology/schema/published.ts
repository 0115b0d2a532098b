import { access } from './credentials.ts';
import { configFile } from './file.ts';
import { toJsonSchema } from './json-schema.ts';
import { toReference } from './reference.ts';
import { settings } from './settings.ts';

/** Text of `multi-region.schema.json`. */
export function schemaText(): string {
  return `${JSON.stringify(toJsonSchema(configFile), null, 2)}\n`;
}

/** The reference tables of `docs/configuration.md`. */
export function referenceText(): string {
  return toReference(configFile, 'multi-region.yml', [
    {
      title: 'Account and credentials',
      description:
        'At the top of the file, in an environment, a region group or a target; the more specific wins, key by key.',
      fields: access,
    },
    {
      title: 'Stack settings',
      description:
        'At every level. Later ones in this list win: the top of the file, samconfig.toml, the stack, the environment, ' +
        'the stack in the environment, a region group, the stack there, the target, the stack there, inputs and flags. ' +
        'Parameters and tags are merged name by name, everything else as a whole.',
      fields: settings,
    },
  ]);
}
