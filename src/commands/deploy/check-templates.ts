import { relative } from 'node:path';
import type { RunContext } from '../../context.ts';
import { refuseImageFunctions } from '../../template/image-functions.ts';
import { parseTemplate } from '../../template/parse.ts';
import type { Environment } from '../../topology/model.ts';

/**
 * Refuses templates that cannot be read before the first lease is taken or bucket made.
 * @throws UserError `template-not-yaml`, `template-not-cloudformation`, `image-function`
 */
export function checkTemplates({ stacks }: Environment, context: Pick<RunContext, 'cwd' | 'readFile'>): void {
  for (const file of new Set(stacks.map(({ template }) => template))) {
    const text = context.readFile(file);
    if (text !== undefined) refuseImageFunctions(parseTemplate(text, relative(context.cwd, file)));
  }
}
