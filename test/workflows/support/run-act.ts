import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { provision } from '../../../scripts/provision.ts';
import { provisionAct } from '../../../scripts/provision-act.ts';
import type { Claims, Cloud } from '../../cloud/index.ts';
import { type Account, actionsBot, type LocalGitHub } from '../../github/index.ts';
import { localRepositories, makeLibrary, OURS } from './library.ts';
import { type ActRun, readLog } from './log.ts';
import type { Repository } from './repository.ts';
import { type Permissions, rewriteWorkflow } from './rewrite.ts';
import { startTokens } from './tokens.ts';

export interface ActRequest {
  readonly cloud: Cloud;
  readonly repository: Repository;
  /** File in `.github/workflows/` of the repository. */
  readonly workflow: string;
  readonly event: 'push' | 'pull_request' | 'workflow_dispatch' | 'schedule';
  /** Merged into the event's payload. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Id of the workflow run: higher ones are later. */
  readonly runId: number;
  readonly attempt?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Folders with programs that come before those of the machine. */
  readonly programs?: readonly string[];
  /** Folder for the artifacts of the run, which its attempts have in common; otherwise they are gone with the attempt. */
  readonly artifacts?: string;
  /** Where the jobs' own tokens lead; a token may what the `permissions` of its job say. */
  readonly gitHub?: LocalGitHub;
  /** Reference of this project that the workflow names. */
  readonly reference?: string;
  /** Gets each line of the log; may stop the run, as a cancelled one is. */
  readonly onLine?: (line: string, cancel: () => void) => void;
}

/** After this something hangs. Milliseconds. */
const TOO_LONG = 900_000;

/** Runs a workflow of the repository, with this project's workflows and action in place of the published ones. */
export async function runAct(request: ActRequest): Promise<ActRun> {
  const { cloud, repository, event, runId, attempt = 1, reference = 'v1' } = request;
  const [act, sam] = await Promise.all([provisionAct(), provision('sam')]);
  const room = mkdtempSync(join(tmpdir(), 'act-'));
  const place = (name: string): string => join(room, name);
  for (const name of ['home', 'library', 'caller']) mkdirSync(place(name));
  const { artifacts = place('artifacts') } = request;
  mkdirSync(artifacts, { recursive: true });
  await using tokens = await startTokens(cloud.oidc, claimsOf(request));
  const { gitHub } = request;
  const surroundings = {
    repository: OURS,
    reference,
    tokenUrl: tokens.url,
    ...(gitHub !== undefined && { jobToken: (permissions: Permissions) => jobToken(gitHub, permissions) }),
  };
  try {
    await makeLibrary(place('library'), surroundings);
    // The checkout must be what was committed, so the rewritten copy of the workflow lies elsewhere.
    const workflows = join(repository.folder, '.github/workflows');
    for (const file of readdirSync(workflows)) {
      const text = rewriteWorkflow(readFileSync(join(workflows, file), 'utf8'), { ...surroundings, file });
      writeFileSync(join(place('caller'), file), text);
    }
    writeFileSync(place('event.json'), JSON.stringify(request.payload ?? {}));
    const all = [place('caller'), join(place('library'), '.github/workflows')];
    const args = [
      event,
      ...['--directory', repository.folder],
      ...['--workflows', join(place('caller'), request.workflow)],
      ...['--eventpath', place('event.json')],
      ...['--action-cache-path', place('cache'), '--no-cache-server', '--json', '--pull=false'],
      ...['--platform', 'ubuntu-24.04=-self-hosted'],
      ...localRepositories(all, place('library')).flatMap((item) => ['--local-repository', item]),
      ...[
        '--env-file',
        '/dev/null',
        '--secret-file',
        '/dev/null',
        '--var-file',
        '/dev/null',
        '--input-file',
        '/dev/null',
      ],
    ];
    const env = {
      ...cloud.env('111111111111'),
      ...noKeys,
      ...request.env,
      ...(gitHub !== undefined && { GITHUB_API_URL: gitHub.url, GITHUB_GRAPHQL_URL: `${gitHub.url}/graphql` }),
      HOME: place('home'),
      LOCAL_ARTIFACTS: artifacts,
      GITHUB_RUN_ID: String(runId),
      GITHUB_RUN_ATTEMPT: String(attempt),
      PATH: [
        ...(request.programs ?? []),
        dirname(process.execPath),
        sam.bin,
        '/usr/local/bin',
        '/usr/bin',
        '/bin',
      ].join(':'),
    };
    const { exitCode, output } = await execute(act, [...args, ...passed(env)], env, request);
    return { ...readLog(output, exitCode, tokens.asked), artifacts: artifactsIn(artifacts) };
  } finally {
    if (process.env['KEEP_ACT'] === undefined) rmSync(room, { recursive: true, force: true });
    else cpSync(place('caller'), join(room, 'kept'), { recursive: true });
  }
}

/** The stand-in of `actions/upload-artifact` makes a folder `ID NAME` of each. */
function artifactsIn(store: string): ActRun['artifacts'] {
  return Object.fromEntries(
    readdirSync(store).map((entry) => [entry.slice(entry.indexOf(' ') + 1), join(store, entry)]),
  );
}

/** A token of GitHub's own app that may what a job asks for, and nothing else. */
function jobToken({ world }: LocalGitHub, permissions: Permissions): string {
  const token = `ghs_${createHash('sha256').update(JSON.stringify(permissions)).digest('hex').slice(0, 36)}`;
  const all = typeof permissions === 'string' ? {} : permissions;
  world.tokens.set(token, { ...actionsBot, permissions: all as NonNullable<Account['permissions']> });
  return token;
}

/** Jobs have no keys: they get theirs by their ID tokens. */
const noKeys = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };

/** Variables that act sets itself, unless it is told. */
function passed(env: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(env)
    .filter(([name]) => name !== 'PATH' && name !== 'HOME')
    .flatMap(([name, value]) => ['--env', `${name}=${value}`]);
}

/** What GitHub would say of the run in its tokens. */
function claimsOf({ event, runId, attempt = 1, payload }: ActRequest): Claims {
  const ref = event === 'pull_request' ? `refs/pull/${String(payload?.['number'] ?? 1)}/merge` : 'refs/heads/main';
  return {
    repository: 'octo/orders',
    repository_owner: 'octo',
    event_name: event,
    ref,
    run_id: String(runId),
    run_attempt: String(attempt),
    job_workflow_repository: OURS,
  };
}

function execute(
  act: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { onLine }: ActRequest,
): Promise<{ readonly exitCode: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(act, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: TOO_LONG });
    let output = '';
    let errors = '';
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line, () => child.kill('SIGINT'));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 137, output: `${output}${errors}` }));
  });
}
