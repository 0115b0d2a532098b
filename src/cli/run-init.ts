import { realpathSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { init } from '../commands/init.ts';
import { UserError } from '../errors.ts';
import type { Options } from '../options/values.ts';
import { spawnProcess } from '../process/spawn.ts';
import { readIfThere } from '../read-if-there.ts';
import { exitCodes } from '../report/exit-codes.ts';
import { initText } from '../report/render/init-text.ts';
import { version } from '../version.ts';
import type { Terminal } from './terminal.ts';

/**
 * `init` on the command line.
 * @returns 1 where a file was kept although it differs, as `diff` does
 */
export async function runInit(
  options: Options,
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const releaseFile = readIfThere(join(dirname(realpathSync(process.argv[1] ?? '.')), '..', 'release.json'));
  const result = await init(options, {
    cwd: realpath(resolve(options['working-directory'] ?? '.')),
    env,
    version,
    spawn: spawnProcess,
    ...(terminal.interactive && { ask: terminal.read }),
    readFile: readIfThere,
    createFile: async (path, text) => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: 'wx' });
    },
    ...(releaseFile !== undefined && { releaseFile }),
  });
  const { files, notes } = result;
  const config = options.config ?? 'multi-region.yml';
  terminal.out(
    options.output === undefined || options.output === 'text'
      ? initText(result, config)
      : `${JSON.stringify({ schema: 1, command: 'init', files, notes })}\n`,
  );
  return files.some(({ state }) => state === 'differs') ? exitCodes.failed : exitCodes.ok;
}

/** Git names folders by where they really are. */
function realpath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new UserError('folder-missing', `there is no folder ${path}`, {
      fix: ['Check --working-directory.'],
      cause: error,
    });
  }
}
