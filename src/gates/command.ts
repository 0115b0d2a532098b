import { devNull } from 'node:os';
import { UserError } from '../errors.ts';
import type { CommandCheck } from '../topology/gate-model.ts';
import type { Check, CheckRequest, Finding, GatePorts } from './check.ts';
import { readOnlySession } from './read-only.ts';

/** BSD sysexits: EX_TEMPFAIL, "the user is invited to retry". */
const INCONCLUSIVE = 75;

/** What every program needs to run at all. Everything else of this process's environment stays away from it. */
const INHERITED = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'SHELL', 'SYSTEMROOT'];

/** Runs a program: 0 passes, 75 is inconclusive, any other status fails. */
export const command: Check<CommandCheck> = async (request, ports) => {
  const { check, signal } = request;
  const [program = '', ...args] = check.run;
  const env = await environmentOf(request, ports);
  try {
    const { exitCode, tail } = await ports.spawn(program, args, { cwd: check.directory, env, signal, tailLines: 20 });
    return found(exitCode, tail.findLast((line) => line.trim() !== '') ?? '');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { verdict: 'fail', reason: error.message, evidence: { error: error.code } };
  }
};

function found(exitCode: number, lastLine: string): Finding {
  const said = lastLine === '' ? '' : `: ${lastLine.trim().slice(0, 300)}`;
  const reason = `the command ended with ${exitCode}${said}`;
  const verdict = exitCode === 0 ? 'pass' : exitCode === INCONCLUSIVE ? 'inconclusive' : 'fail';
  return { verdict, reason, evidence: { exitCode } };
}

async function environmentOf(request: CheckRequest<CommandCheck>, ports: GatePorts): Promise<Record<string, string>> {
  const { check, target, moment, about, outputs } = request;
  const inherited = INHERITED.flatMap((name) => {
    const value = ports.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const stacks = await Promise.all(
    about.stacks.map(async (key) => [key, await outputs.of(key, undefined, target)] as const),
  );
  const known = stacks.flatMap(([key, values]) => (values === undefined ? [] : [[key, values] as const]));
  const single = known.flatMap(([key, values]) =>
    Object.entries(values).map(([name, value]) => [variable('OUTPUT', key, name), value] as const),
  );
  return {
    ...Object.fromEntries(inherited),
    // Without these a program would fall back on whatever the machine has: another account, perhaps.
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_CONFIG_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...(await credentialsOf(request, ports)),
    SMR_APPLICATION: about.application,
    SMR_ENVIRONMENT: about.environment,
    SMR_TARGET: target.name,
    SMR_REGION: target.region,
    SMR_RELEASE: about.release,
    SMR_MOMENT: moment,
    SMR_OUTPUTS: JSON.stringify(Object.fromEntries(known)),
    ...Object.fromEntries(single),
    ...check.environment,
  };
}

async function credentialsOf(
  { check, target }: CheckRequest<CommandCheck>,
  { session }: GatePorts,
): Promise<Readonly<Record<string, string>>> {
  switch (check.credentials) {
    case 'none':
      return { AWS_REGION: target.region, AWS_DEFAULT_REGION: target.region };
    case 'full':
      return session(target).environment();
    case 'read-only':
      return session(readOnlySession(target)).environment();
  }
}

/** `SMR_OUTPUT_API_FUNCTION_NAME` for FunctionName of `api`. */
function variable(...parts: readonly string[]): string {
  const words = parts.map((part) =>
    part
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
      .replaceAll('-', '_')
      .toUpperCase(),
  );
  return ['SMR', ...words].join('_');
}
