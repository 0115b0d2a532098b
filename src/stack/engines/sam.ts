import type { Stack } from '../../aws/cloudformation-port.ts';
import type { TargetSession } from '../../aws/ports.ts';
import { UserError } from '../../errors.ts';
import type { Spawn } from '../../process/spawn.ts';
import { refusalOf, refusedOutcome } from '../failed.ts';
import type { StackOutcome, StackRequest } from '../model.ts';
import type { StackPorts } from '../ports.ts';
import { setStackPolicy, setTerminationProtection, warnOnFailure } from '../settings.ts';
import { deployArguments, packageArguments, parameterFile, type SamBucket } from './sam-arguments.ts';
import { nestedUrlsOfAws } from './sam-nested-urls.ts';
import { type StackBefore, samOutcome, stackBefore } from './sam-outcome.ts';

/** One stack for `sam package` and `sam deploy`. */
export interface SamDeployment extends SamBucket {
  readonly request: StackRequest;
  /** What `sam build` made (or the source template where nothing is built), absolute. */
  readonly template: string;
  /** Absolute path of an existing empty folder for this stack in this target alone. */
  readonly folder: string;
  /** Text and environment of the samconfig.toml that SAM is given; absent: an empty one. */
  readonly configuration?: { readonly text: string; readonly environment: string };
  /** Path of the SAM CLI. */
  readonly sam: string;
}

export interface SamPorts extends StackPorts {
  readonly spawn: Spawn;
  readonly session: Pick<TargetSession, 'region' | 'partition'>;
  /** Of the SAM CLI, with credentials of the target: asked for anew before each command. */
  readonly environment: () => Promise<Readonly<Record<string, string>>>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
  readonly readFile: (path: string) => string | undefined;
}

/** Deploys one stack exactly as the SAM CLI does. The CLI packages, plans and executes by itself: nothing can be shown before. */
export async function deployWithSam(deployment: SamDeployment, ports: SamPorts): Promise<StackOutcome> {
  const { request } = deployment;
  let before: StackBefore | undefined;
  try {
    refuseWhatSamCannot(request);
    before = await stackBefore(request.stackName, ports.cloudformation);
    const run = await runSam(deployment, ports);
    const after = await ports.cloudformation.describeStack(request.stackName);
    if (after !== undefined && run.exitCode === 0) await alignSettings(request, after, ports);
    return await samOutcome({ request, before, after, run }, ports);
  } catch (error) {
    const refusal = refusalOf(error, ports.signal);
    if (refusal === undefined) throw error;
    return refusedOutcome(refusal, before?.stack === undefined ? {} : { stackId: before.stack.stackId });
  }
}

/** How the two commands ended. */
export interface SamRun {
  readonly command: 'sam package' | 'sam deploy';
  readonly exitCode: number;
  readonly tail: readonly string[];
  /** The time limit passed, or the run was cancelled. */
  readonly stopped?: 'timed-out' | 'cancelled';
}

async function runSam(deployment: SamDeployment, ports: SamPorts): Promise<SamRun> {
  const { request, folder, template } = deployment;
  const { region } = ports.session;
  const paths = { template, packaged: `${folder}/packaged.yaml`, parameters: `${folder}/parameters.yaml` };
  const { text, environment } = deployment.configuration ?? { text: 'version = 0.1\n', environment: 'default' };
  const configuration = { file: `${folder}/samconfig.toml`, environment };
  await ports.writeFile(configuration.file, text);
  await ports.writeFile(paths.parameters, parameterFile(request.parameters));

  const limit = new AbortController();
  const finished = new AbortController();
  const limited = ports.clock.sleep(request.timeoutMs, finished.signal).then(
    () => limit.abort(),
    () => undefined,
  );
  const signal = AbortSignal.any([ports.signal, limit.signal]);
  const sam = async (command: SamRun['command'], args: readonly string[]): Promise<SamRun> => {
    await ports.beforeWrite();
    ports.report({ type: 'instance.state', ...subject(deployment, ports), state: 'executing', text: command });
    const env = await ports.environment();
    const { exitCode, tail, aborted } = await ports.spawn(deployment.sam, args, {
      cwd: folder,
      env,
      signal,
      onLine: (line) => ports.report({ type: 'tool.output', tool: `${command} ${request.instance}`, line }),
    });
    const stopped = limit.signal.aborted ? 'timed-out' : 'cancelled';
    return { command, exitCode, tail, ...(aborted && { stopped }) };
  };

  try {
    const packaged = await sam('sam package', packageArguments(paths, region, configuration, deployment));
    if (packaged.exitCode !== 0) return packaged;
    await nestedUrlsOfAws(paths.packaged, ports);
    return await sam('sam deploy', deployArguments(paths, region, configuration, deployment, request));
  } finally {
    finished.abort();
    await limited;
  }
}

function subject({ request }: SamDeployment, { target }: SamPorts) {
  return { instance: request.instance, target, stack: request.instance.split('@')[0] ?? request.instance };
}

/** Settings that `sam deploy` has no option for, and that lie outside its change set. */
async function alignSettings(request: StackRequest, stack: Stack, ports: SamPorts): Promise<void> {
  await warnOnFailure('Termination protection', ports, () => setTerminationProtection(stack, request, ports));
  await warnOnFailure('The stack policy', ports, () => setStackPolicy(stack.stackId, request, ports));
}

/** Better refused than left out: whoever configured it counts on it. */
function refuseWhatSamCannot(request: StackRequest): void {
  const unable = [
    request.rollbackTriggers !== undefined && 'rollback alarms',
    request.revertDrift && 'reverting drift',
    request.missingParameters === 'template-default' && 'missing-parameters: template-default',
  ].filter((what) => what !== false);
  if (unable.length === 0) return;
  throw new UserError(
    'not-for-sam',
    `"sam deploy" has no option for ${unable.join(', ')} (stack ${request.stackName}).`,
    {
      fix: ['Use the engine "changeset", or leave the setting out.'],
    },
  );
}
