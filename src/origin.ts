import { hostname, userInfo } from 'node:os';
import type { RunOrigin } from './context.ts';
import { machineOf } from './process/machine.ts';
import type { Spawn } from './process/spawn.ts';

export interface OriginPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly spawn: Spawn;
  readonly random: () => number;
  readonly pid: number;
  readonly platform: NodeJS.Platform;
}

/** Who runs this and from which commit: GitHub says so in its variables; elsewhere git is asked, and may be missing. */
export async function findOrigin(ports: OriginPorts): Promise<RunOrigin> {
  const { env } = ports;
  const suffix = Math.floor(ports.random() * 36 ** 6)
    .toString(36)
    .padStart(6, '0');
  if (env['GITHUB_ACTIONS'] === 'true' && env['GITHUB_RUN_ID']) {
    const {
      GITHUB_RUN_ID: id,
      GITHUB_RUN_ATTEMPT: attempt = '1',
      GITHUB_SHA: commit,
      GITHUB_REF_TYPE: kind,
      GITHUB_REF_NAME: name,
    } = env;
    const repository = `${env['GITHUB_SERVER_URL']}/${env['GITHUB_REPOSITORY']}`;
    return {
      runId: `gh-${id}-${attempt}-${suffix}`,
      who: `${repository}/actions/runs/${id}/attempts/${attempt}`,
      ...(Number(attempt) > 0 && { attempt: { run: `${repository} ${id}`, number: Number(attempt) } }),
      ...(commit && { commit }),
      ...(kind === 'tag' && name && { tag: name }),
    };
  }
  const [commit, machine] = await Promise.all([headCommit(ports), machineOf(ports)]);
  return {
    runId: machine === undefined ? `run-${suffix}` : `run-${machine.slice(0, MACHINE_DIGITS)}-${ports.pid}-${suffix}`,
    who: `${userName()}@${hostname()}, process ${ports.pid}`,
    ...(machine !== undefined && { process: { machine, id: ports.pid } }),
    ...(commit !== undefined && { commit }),
  };
}

const MACHINE_DIGITS = 8;

/**
 * Whether the id of a run tells that it is over: an earlier attempt of this GitHub run, or a process of this machine that
 * is not there any more (`records/dead-holder.ts` says why that is certain).
 */
export function isDeadRun(
  runId: string,
  own: Pick<RunOrigin, 'runId' | 'process'>,
  processGone: (id: number) => boolean,
): boolean {
  const gitHub = /^gh-(\d+)-(\d+)-/;
  const [, run, attempt] = gitHub.exec(runId) ?? [];
  if (run !== undefined) {
    const [, ownRun, ownAttempt] = gitHub.exec(own.runId) ?? [];
    return run === ownRun && Number(attempt) < Number(ownAttempt);
  }
  const [, machine, pid] = /^run-([0-9a-f]+)-([1-9]\d*)-/.exec(runId) ?? [];
  if (machine?.length !== MACHINE_DIGITS || !own.process?.machine.startsWith(machine)) return false;
  return Number(pid) === own.process.id ? runId !== own.runId : processGone(Number(pid));
}

async function headCommit({ spawn, cwd, env }: OriginPorts): Promise<string | undefined> {
  try {
    const { exitCode, tail } = await spawn('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], {
      cwd,
      env: { PATH: env['PATH'] ?? '', HOME: env['HOME'] ?? '' },
    });
    return exitCode === 0 ? tail.find((line) => /^[0-9a-f]{40,64}$/.test(line)) : undefined;
  } catch {
    // Without git there is no commit to show; the release has its id all the same.
    return undefined;
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container without a passwd entry.
    return 'unknown';
  }
}
