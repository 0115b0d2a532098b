import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * The folder of the bundle that a process runs: all of it is the bundle.
 * @param program file that the process was started with: a link to it, as `npx` makes them, is followed
 * @returns undefined when it is not the bundle: its sources, a test
 */
export function bundleFolder(program: string | undefined): string | undefined {
  if (program === undefined || !existsSync(program)) return undefined;
  const file = realpathSync(program);
  const folder = dirname(file);
  // `package.json` is what the bundler writes beside it; sources have none in their folder.
  return basename(file) === 'index.js' && existsSync(join(folder, 'package.json')) ? folder : undefined;
}
