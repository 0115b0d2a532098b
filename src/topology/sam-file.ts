import type { Context } from './context.ts';
import { checkText } from './files.ts';
import { plain } from './schema/read.ts';
import { parseYaml } from './tree/yaml.ts';

/** A file as SAM reads it: TOML or YAML by its name. Undefined, with a finding, when it is neither. */
export async function parseSamFile(content: string, file: string, context: Context): Promise<unknown> {
  if (!checkText(content, file, context.findings)) return undefined;
  if (!file.endsWith('.toml')) {
    const tree = await parseYaml(content, file, context.findings);
    return tree && plain(tree);
  }
  const { parse: parseToml, TomlError } = await import('smol-toml');
  try {
    return parseToml(content);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const sentence = error.message.split('\n')[0] ?? '';
    context.findings.add('toml-syntax', `not valid TOML: ${sentence}`, {
      file,
      line: error.line,
      column: error.column,
    });
    return undefined;
  }
}
