import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createAws } from './aws/index.ts';
import type { RunContext } from './context.ts';
import { gitHubIdToken } from './github/id-token.ts';
import type { OutcomePorts } from './github/outcome-file.ts';
import type { ReportPorts } from './github/reports.ts';
import { findOrigin } from './origin.ts';
import { createContactLog } from './process/contact-log.ts';
import { isProcessGone } from './process/machine.ts';
import { recordMethods, recordPorts } from './process/recorded-ports.ts';
import { spawnProcess } from './process/spawn.ts';
import { readIfThere } from './read-if-there.ts';
import { realClock } from './real-clock.ts';
import { createRedactor } from './report/redactor.ts';
import { createReporter, type Renderer } from './report/reporter.ts';
import { version } from './version.ts';

/** What differs between the action and the command line. */
export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  readonly renderers: readonly Renderer[];
  /** Renderers that need more than a place to write to. */
  readonly reports?: (
    ports: Pick<ReportPorts, 'clock' | 'signal' | 'connect'> & Pick<OutcomePorts, 'save'>,
  ) => Promise<readonly Renderer[]>;
  readonly signal: AbortSignal;
  readonly nameOption: (name: string) => string;
  readonly confirm: (question: string) => Promise<boolean>;
  readonly prompt: (question: string) => Promise<string | undefined>;
  /** Told when something that people look at is broken: what is shown never ends a run. */
  readonly warn: (text: string) => void;
  /** Told of each secret before any line can hold it. */
  readonly onSecret?: (value: string) => void;
}

export interface Composition {
  readonly context: RunContext;
  /** Lets the renderers finish and closes connections. */
  close(): Promise<void>;
}

/**
 * What every process of a job can read. The runner masks them in its log alone, and what a build prints of them may come into a
 * comment or an artifact. Credentials of AWS are masked when they are used.
 */
const RUNNER_SECRETS = [
  'GITHUB_TOKEN',
  'INPUT_GITHUB-TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
] as const;

/** Wires the ports to real parts. The only place that does. */
export async function compose(shell: Shell): Promise<Composition> {
  const clock = realClock;
  const redactor = createRedactor(shell.onSecret === undefined ? {} : { onAdd: shell.onSecret });
  for (const name of RUNNER_SECRETS) redactor.add(shell.env[name] ?? '');
  const log = createContactLog(clock);
  let userAgent = `sam-multi-region/${version}`;
  const connect: ReportPorts['connect'] = async (token, { repository, mostWaitMs, afterCancel }) => {
    const [{ createGitHub }, { redactedGitHub }, { gitHubSettings }] = await Promise.all([
      import('./github/create.ts'),
      import('./github/redacted.ts'),
      import('./github/settings.ts'),
    ]);
    const env = { ...shell.env, ...(repository !== undefined && { GITHUB_REPOSITORY: repository }) };
    const settings = gitHubSettings(env, token, shell.nameOption);
    redactor.add(settings.token);
    const { signal } = shell;
    const github = await createGitHub(settings, userAgent, {
      clock,
      ...(!afterCancel && { signal }),
      ...(mostWaitMs !== undefined && { mostWaitMs }),
    });
    const place = { service: 'GitHub', region: '', endpoint: new URL(settings.apiUrl).host } as const;
    return recordMethods(redactedGitHub(github, redactor.redact), place, log);
  };
  const writeFileAt = async (path: string, text: string) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };
  const save = (path: string, text: string) => writeFileAt(resolve(shell.cwd, path), text);
  const reports = (await shell.reports?.({ clock, signal: shell.signal, connect, save })) ?? [];
  const reporter = createReporter({
    clock,
    renderers: [...shell.renderers, ...reports],
    redactor,
    onRendererFailure: (text) => shell.warn(`a part of the output is missing: ${redactor.redact(text)}`),
  });
  const origin = await findOrigin({
    ...shell,
    spawn: spawnProcess,
    random: () => clock.random(),
    pid: process.pid,
    platform: process.platform,
  });
  userAgent += ` run/${origin.runId}`;
  const idToken = gitHubIdToken(shell.env, log);
  const aws = createAws({
    env: shell.env,
    clock,
    report: reporter.report,
    maskSecret: (value) => redactor.add(value),
    userAgent,
    sessionName: `sam-multi-region-${origin.runId}`,
    ...(idToken !== undefined && { idToken }),
  });
  const ports = recordPorts(
    {
      spawn: spawnProcess,
      http: async (request) => {
        const { createHttpPort } = await import('./gates/http-client.ts');
        const file = shell.env['AWS_CA_BUNDLE'];
        return createHttpPort(file ? readIfThere(file) : undefined)(request);
      },
      names: {
        servers: async (zone, resolver) => (await import('./process/names.ts')).serversOf(zone, resolver),
        addresses: async (name, server) => (await import('./process/names.ts')).answerOf(name, server),
      },
    },
    log,
    clock,
  );
  const context: RunContext = {
    ...ports,
    contacted: log.contacts,
    cwd: shell.cwd,
    version,
    program: process.argv[1],
    env: shell.env,
    clock,
    report: reporter.report,
    signal: shell.signal,
    aws,
    gitHub: (token, more = {}) => connect(token, more),
    origin,
    processGone: isProcessGone,
    readFile: readIfThere,
    writeFile: writeFileAt,
    hide: (value) => void redactor.add(value),
    nameOption: shell.nameOption,
    confirm: shell.confirm,
    prompt: shell.prompt,
  };
  return {
    context,
    close: async () => {
      await reporter.close();
      aws.close();
    },
  };
}
