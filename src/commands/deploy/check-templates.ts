import { relative } from 'node:path';
import type { RunContext } from '../../context.ts';
import { buildsOf, sharesFolder } from '../../release/build-template.ts';
import { refuseMissingArtifacts } from '../../release/missing-artifacts.ts';
import { refuseImageFunctions } from '../../template/image-functions.ts';
import type { Template } from '../../template/model.ts';
import { readTemplate } from '../../template/read.ts';
import type { StackDefinition } from '../../topology/model.ts';

/**
 * The templates of the stacks by path, refused if they cannot be read, name files that are not there or hold what
 * cannot be deployed: before the first lease is taken or bucket made. Messages name them from the working directory.
 *
 * @param built what `sam build` made before is deployed, where there is any
 * @throws UserError `template-missing`, `template-not-yaml`, `template-not-cloudformation`, `image-function`,
 * `artifact-missing`
 */
export async function checkTemplates(
  stacks: readonly StackDefinition[],
  built: boolean,
  context: Pick<RunContext, 'cwd' | 'readFile'>,
): Promise<ReadonlyMap<string, Template>> {
  const readFile = async (path: string): Promise<string> => {
    const text = context.readFile(path);
    if (text === undefined) throw Object.assign(new Error('it does not exist'), { code: 'ENOENT' });
    return text;
  };
  const show = (path: string): string => relative(context.cwd, path);
  const files = [...new Set(stacks.map(({ template }) => template))];
  const templates = await Promise.all(
    files.map(async (file) => {
      const source = await readTemplate(file, readFile, show(file));
      refuseImageFunctions(source);
      // What SAM built names the files in its own folder, and those it has put there itself.
      const builds = built ? buildsOf(file, sharesFolder(file, files)) : [];
      if (!builds.some((build) => context.readFile(build) !== undefined))
        await refuseMissingArtifacts(source, file, { readFile, show });
      return [file, source] as const;
    }),
  );
  return new Map(templates);
}
