import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Composition, compose } from '../compose.ts';
import { errorText, UserError } from '../errors.ts';
import { chosenReports, createReports, type Reports, workflowRun } from '../github/reports.ts';
import type { CommandName } from '../options/model.ts';
import type { Options } from '../options/values.ts';
import { surviveBrokenOutput, warnOn } from '../process/broken-output.ts';
import { readIfThere } from '../read-if-there.ts';
import { createGitHubRenderer } from '../report/render/github.ts';
import { logLines, maskCommands, workflowCommand } from '../report/render/github-commands.ts';
import { type RunEnd, refuse, runCommand } from '../run-command.ts';
import { watchSignals } from '../signals.ts';
import { readInputs } from './inputs.ts';
import { outputsOf } from './outputs.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The action: inputs in, step outputs and exit code out. */
export async function runAction(env: Env): Promise<number> {
  const warn = warnOn(process.stderr);
  surviveBrokenOutput(process, warn);
  // Outputs are there whatever happens: `if:` in later steps must not see an empty string for "failed".
  await setOutputs(outputsOf(undefined));
  const signals = watchSignals(process);
  const input = tryRead(env);
  const composition = await composeAction(env, input, signals.signal);
  const { context } = composition;
  signals.onSignal((name) => context.report({ type: 'cancel.requested', signal: name }));
  const end = await runInput(input, composition);
  try {
    await setOutputs(outputsOf(end.result));
  } catch (error) {
    // What was deployed is deployed: the rollout's own end decides.
    warn(`the outputs of the step could not be written: ${errorText(error)}`);
  }
  await composition.close();
  signals.stop();
  return end.exitCode;
}

interface Input {
  readonly command?: CommandName;
  readonly options: Options;
  readonly reports?: Reports;
  readonly error?: unknown;
}

function tryRead(env: Env): Input {
  try {
    const input = readInputs(env);
    return { ...input, reports: chosenReports(input.options, env, readIfThere, nameInput) };
  } catch (error) {
    return { options: {}, error };
  }
}

async function runInput({ command, options, error }: Input, { context }: Composition): Promise<RunEnd> {
  if (command === undefined || error !== undefined) return refuse('', error, context);
  if (command === 'init') {
    const fix = ['Run it in your clone: npx sam-multi-region init.'];
    return refuse(command, new UserError('command-line-only', 'init writes files into a repository', { fix }), context);
  }
  if (command !== 'policy') return runCommand(command, options, context);
  const { policyText } = await import('../commands/policy.ts');
  try {
    process.stdout.write(await policyText(options));
    return { exitCode: 0 };
  } catch (thrown) {
    return refuse(command, thrown, context);
  }
}

const nameInput = (name: string): string => `input "${name}"`;

function composeAction(env: Env, { command, options, reports }: Input, signal: AbortSignal): Promise<Composition> {
  const summaryFile = env['GITHUB_STEP_SUMMARY'];
  return compose({
    env,
    cwd: resolve(env['GITHUB_WORKSPACE'] ?? '.', options['working-directory'] ?? '.'),
    renderers: [
      createGitHubRenderer({
        write: (text) => void process.stdout.write(text),
        writeSummary: (markdown) => (summaryFile ? appendFile(summaryFile, markdown) : undefined),
        verbose: env['RUNNER_DEBUG'] === '1',
        ...(env['GITHUB_WORKSPACE'] && { workspace: env['GITHUB_WORKSPACE'] }),
      }),
    ],
    ...(reports !== undefined && {
      reports: (ports) =>
        createReports(command, reports, options, {
          ...ports,
          say: (text) => print(logLines(text)),
          warn: (text) => print([workflowCommand('warning', { title: 'GitHub' }, text)]),
          run: workflowRun(env, readIfThere),
        }),
    }),
    signal,
    warn: warnOn(process.stderr),
    nameOption: nameInput,
    // Who may run the workflow, and the GitHub environment's protection rules, have answered already.
    confirm: async () => true,
    prompt: async () => undefined,
    onSecret: (value) => print(maskCommands(value)),
  });
}

function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

async function setOutputs(outputs: Readonly<Record<string, string>>): Promise<void> {
  const { setOutput } = await import('@actions/core');
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
