import { UserError, UserErrors } from '../errors.ts';
import { type ArtifactReference, artifactReferences } from '../template/artifact-references.ts';
import type { Template } from '../template/model.ts';
import { readTemplate } from '../template/read.ts';

export interface ArtifactFiles {
  /** Text of a file. */
  readonly readFile: (file: string) => Promise<string>;
  /** How messages call a path. */
  readonly show: (path: string) => string;
}

/**
 * Refuses local paths that are not there, as they are written and before anything is started: SAM would name the path
 * that it made of them, and after some work. Templates that are nested locally are looked through as well.
 *
 * @param template what SAM will package, or build first
 * @param path where it lies, absolute: its paths count from there
 * @throws UserError `artifact-missing`; UserErrors `artifacts-missing` when there are several
 */
export async function refuseMissingArtifacts(template: Template, path: string, files: ArtifactFiles): Promise<void> {
  const missing = await missingIn(template, path, files, new Set([path]));
  const [first] = missing;
  if (first === undefined) return;
  if (missing.length === 1) throw first;
  throw new UserErrors(
    'artifacts-missing',
    `${missing.length} files or folders that the templates name do not exist`,
    missing,
  );
}

async function missingIn(
  template: Template,
  path: string,
  files: ArtifactFiles,
  seen: Set<string>,
): Promise<readonly UserError[]> {
  const [{ access }, { dirname, resolve }] = await Promise.all([import('node:fs/promises'), import('node:path')]);
  const found = await Promise.all(
    artifactReferences(template).map(async (reference): Promise<readonly UserError[]> => {
      const { value, kind } = reference;
      if (value.form !== 'local' || !isPackaged(reference, template)) return [];
      const file = resolve(dirname(path), value.text);
      const there = await access(file).then(
        () => true,
        () => false,
      );
      if (!there) return [missing(reference, value.text, template)];
      if (kind !== 'template' || seen.has(file)) return [];
      seen.add(file);
      const nested = await readTemplate(file, files.readFile, files.show(file));
      return missingIn(nested, file, files, seen);
    }),
  );
  return found.flat();
}

/** Inside a loop a path holds the loop's variable. */
function isPackaged(reference: ArtifactReference, template: Template): boolean {
  const { value } = reference;
  return !(value.form === 'local' && value.text.includes('${')) && isTaken(reference, template);
}

/** A global code location counts where a function has none of its own. */
export function isTaken(
  { path }: Pick<ArtifactReference, 'path'>,
  { resources }: Pick<Template, 'resources'>,
): boolean {
  if (path[0] !== 'Globals') return true;
  return (
    path[1] === 'Function' &&
    resources.some(
      ({ type, properties }) =>
        type === 'AWS::Serverless::Function' && !properties['CodeUri'] && !properties['InlineCode'],
    )
  );
}

function missing({ path, logicalId }: ArtifactReference, text: string, template: Template): UserError {
  const [section, ...rest] = path;
  const name = section === 'Resources' ? rest.join('.') : path.join('.');
  const location = template.locate(name) ?? template.locate(logicalId ?? '');
  const property = path.at(-1) ?? '';
  return new UserError(
    'artifact-missing',
    `${template.file}: ${property} of ${logicalId ?? path.slice(0, -1).join('.')} is ${text}, which does not exist.`,
    {
      fix: [
        'Correct the path: it counts from the folder of the template. What another step makes must be there first.',
      ],
      ...(location && { location }),
    },
  );
}
