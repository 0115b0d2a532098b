import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const root = join(import.meta.dirname, '../..');
export const OURS = 'sam-multi-region/sam-multi-region';

const FATAL = 1;

/**
 * What GitHub's own parser and language service find wrong with a workflow: errors as `LINE: message`. Inputs of our
 * action and of our reusable workflows are held against the files of this repository, whatever their reference.
 */
export async function findings(name: string, text: string): Promise<readonly string[]> {
  const [{ validate }, { TextDocument }] = await Promise.all([
    import('@actions/languageservice/validate'),
    import('vscode-languageserver-textdocument'),
  ]);
  const document = TextDocument.create(`file:///${name}`, 'yaml', 1, text.replaceAll('$default-branch', 'main'));
  const diagnostics = await validate(document, {
    fileProvider: {
      getFileContent: async (reference) => ({ name: reference.path, content: readOwn(reference.path) }),
    },
    actionsMetadataProvider: {
      // Of others nothing is known here: their inputs are not checked.
      fetchActionMetadata: async ({ owner, name: repository, path }) =>
        `${owner}/${repository}` === OURS
          ? parse(readOwn(join(path ?? '', 'action.yml')))
          : { name: repository, description: '' },
    },
  });
  return diagnostics
    .filter(({ severity }) => (severity ?? FATAL) === FATAL)
    .map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

function readOwn(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
