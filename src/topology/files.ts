import type { SourceLocation } from '../errors.ts';
import { absolute, type Context } from './context.ts';
import type { Findings } from './findings.ts';
import { plain } from './schema/read.ts';
import type { Tree } from './tree/tree.ts';
import { parseYaml } from './tree/yaml.ts';

/** A configuration of this size was not written by a person; it is refused before it is parsed. */
export const MAX_BYTES = 256 * 1024;

/** True when the text can be configuration; otherwise there is a finding. Not UTF-8 shows as replacement characters. */
export function checkText(content: string, file: string, findings: Findings): boolean {
  const bytes = Buffer.byteLength(content);
  if (bytes > MAX_BYTES) {
    const message = `${file} has ${bytes} bytes; a configuration may have ${MAX_BYTES}`;
    findings.add('file-too-large', message, { file }, 'Move values to files and refer to them by file:PATH.');
    return false;
  }
  const broken = /[\uFFFD\0]/.exec(content);
  if (broken) {
    const line = content.slice(0, broken.index).split('\n').length;
    findings.add('not-utf8', `${file} is not UTF-8 text`, { file, line }, 'Save the file with the encoding UTF-8.');
    return false;
  }
  return true;
}

const FILE_PREFIX = 'file:';

export const isFileReference = (text: string): boolean => text.startsWith(FILE_PREFIX);

/** Content of `file:PATH`; a finding at `location` and undefined when it cannot be read. */
export function readReferenced(
  reference: string,
  location: SourceLocation | undefined,
  context: Context,
): { readonly file: string; readonly content: string } | undefined {
  const file = reference.slice(FILE_PREFIX.length).trim();
  const content = context.readFile(absolute(context.directory, file));
  if (content === undefined) {
    const fix = `Paths are taken from ${context.directory}.`;
    context.findings.add('file-missing', `there is no file ${file}`, location, fix);
    return undefined;
  }
  return checkText(content, file, context.findings) ? { file, content } : undefined;
}

/** `file:PATH` of a YAML or JSON file, as a tree. */
export async function readReferencedTree(
  reference: string,
  location: SourceLocation | undefined,
  context: Context,
): Promise<{ readonly file: string; readonly tree: Tree } | undefined> {
  const found = readReferenced(reference, location, context);
  const tree = found && (await parseYaml(found.content, found.file, context.findings));
  return found && tree && { file: found.file, tree };
}

/** A policy as JSON text, from `file:PATH` or as it stands in the configuration. */
export async function readPolicy(
  value: unknown,
  location: SourceLocation | undefined,
  context: Context,
): Promise<string | undefined> {
  if (typeof value !== 'string') return JSON.stringify(value);
  const found = await readReferencedTree(value, location, context);
  if (found === undefined) return undefined;
  if (found.tree.kind === 'map') return JSON.stringify(plain(found.tree));
  context.findings.add('not-a-mapping', `${found.file} must be a policy, a JSON object`, found.tree.location);
  return undefined;
}
