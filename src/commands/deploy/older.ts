import type { RunContext } from '../../context.ts';
import type { OpenRollout } from '../../rollout/open-rollout.ts';

/** Asking git must not hold a deployment up. Milliseconds. */
const GIT_MS = 5_000;

/**
 * Why a release is older than the one of the last rollout, as far as that can be told: its workflow run began earlier, or
 * its commit is an ancestor. Undefined where it is not, or nobody knows (a checkout of depth 1 has no history).
 */
export async function whyOlder(
  release: OpenRollout['release'],
  last: OpenRollout | undefined,
  context: Pick<RunContext, 'cwd' | 'env' | 'spawn'>,
): Promise<string | undefined> {
  if (last === undefined || last.release.id === release.id) return undefined;
  const [mine, theirs] = [runNumber(context.env['GITHUB_RUN_ID']), runNumber(last.owner.run)];
  // Ids of workflow runs grow with time, over all workflows; a re-run keeps its id.
  if (mine !== undefined && theirs !== undefined && mine < theirs) {
    return `this workflow run (${mine}) began before the one that deployed last (${theirs})`;
  }
  if (await isAncestor(release.commit, last.release.commit, context)) {
    return `its commit ${release.commit} is an ancestor of ${last.release.commit}, which was deployed last`;
  }
  return undefined;
}

function runNumber(id: string | undefined): number | undefined {
  return id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}

const COMMIT = /^[0-9a-f]{40}$/;

async function isAncestor(
  mine: string | undefined,
  theirs: string | undefined,
  { cwd, env, spawn }: Pick<RunContext, 'cwd' | 'env' | 'spawn'>,
): Promise<boolean> {
  if (mine === undefined || theirs === undefined || mine === theirs) return false;
  if (!COMMIT.test(mine) || !COMMIT.test(theirs)) return false;
  try {
    const args = ['merge-base', '--is-ancestor', mine, theirs];
    const options = {
      cwd,
      env: { PATH: env['PATH'] ?? '', HOME: env['HOME'] ?? '' },
      signal: AbortSignal.timeout(GIT_MS),
    };
    const { exitCode } = await spawn('git', args, options);
    return exitCode === 0;
  } catch {
    return false;
  }
}
