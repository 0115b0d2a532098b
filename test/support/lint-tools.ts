import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { provision } from '../../scripts/provision.ts';

/** Runs a tool of the environment `lint`; its output is empty when it found nothing. */
export async function lint(
  tool: 'zizmor' | 'actionlint' | 'cfn-lint',
  args: readonly string[],
  cwd: string,
): Promise<string> {
  const { bin } = await provision('lint');
  const { status, stdout, stderr } = spawnSync(join(bin, tool), args, { cwd, encoding: 'utf8' });
  return status === 0 ? '' : `${tool} ended with ${status}\n${stdout}\n${stderr}`;
}
