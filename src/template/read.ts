import { errorText, UserError } from '../errors.ts';
import type { Template } from './model.ts';
import { parseTemplate } from './parse.ts';

/**
 * Reads and parses a template file.
 *
 * @param shown how messages call it; its path unless given
 * @throws UserError `template-missing`, and those of {@link parseTemplate}
 */
export async function readTemplate(
  file: string,
  readFile: (file: string) => Promise<string>,
  shown = file,
): Promise<Template> {
  let text: string;
  try {
    text = await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${errorText(error)}`;
    throw new UserError('template-missing', `The template ${shown} ${reason}.`, {
      location: { file: shown },
      fix: ['Give the path of the template, from the folder of the configuration file.'],
      cause: error,
    });
  }
  return parseTemplate(text.startsWith('\uFEFF') ? text.slice(1) : text, shown);
}
