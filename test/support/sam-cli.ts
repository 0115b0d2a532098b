import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { provision } from '../../scripts/provision.ts';
import { spawnProcess } from '../../src/process/spawn.ts';

/** Path of the provisioned `sam`, and an environment's PATH with it in front. */
export async function provisionedSam(): Promise<{ readonly sam: string; readonly path: string }> {
  const { bin } = await provision('sam');
  return { sam: join(bin, 'sam'), path: [bin, process.env['PATH'] ?? ''].join(delimiter) };
}

/** A temporary folder that is removed at the end of the block. Outside the repository: tools look for files above. */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'smr-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Runs a command to its end. @throws with its last lines when it fails. */
export async function mustRun(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<readonly string[]> {
  const { exitCode, tail } = await spawnProcess(command, args, { tailLines: 400, ...options });
  if (exitCode !== 0)
    throw new Error(`${command} ${args.join(' ')}: exit code ${exitCode}\n${tail.slice(-40).join('\n')}`);
  return tail;
}
