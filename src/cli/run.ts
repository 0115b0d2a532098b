import { resolve } from 'node:path';
import { compose } from '../compose.ts';
import { UserError } from '../errors.ts';
import { chosenReports, createReports, type Reports, workflowRun } from '../github/reports.ts';
import type { Options } from '../options/values.ts';
import { surviveBrokenOutput, warnOn } from '../process/broken-output.ts';
import { readIfThere } from '../read-if-there.ts';
import { realClock } from '../real-clock.ts';
import { createReporter } from '../report/reporter.ts';
import { oneLine } from '../report/text.ts';
import { refuse, runCommand } from '../run-command.ts';
import { watchSignals } from '../signals.ts';
import { version } from '../version.ts';
import { type Invocation, parseCommandLine } from './arguments.ts';
import { helpText } from './help.ts';
import { chooseView, type View } from './renderers.ts';
import type { Terminal } from './terminal.ts';
import { terminalOf } from './terminal.ts';

/** The command line: arguments in, exit code out. */
export async function runCli(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const terminal = terminalOf(process, env);
  surviveBrokenOutput(process, warnOn(process.stderr));
  let invocation: Invocation;
  try {
    invocation = parseCommandLine(args);
  } catch (error) {
    return refuseEarly(error, terminal);
  }
  switch (invocation.kind) {
    case 'help':
      terminal.out(helpText(invocation.command));
      return 0;
    case 'version':
      terminal.out(`${version}\n`);
      return 0;
    case 'run':
      return run(invocation, terminal, env);
  }
}

async function run(
  { command, options }: Extract<Invocation, { kind: 'run' }>,
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  if (command === 'policy') {
    const { policyText } = await import('../commands/policy.ts');
    try {
      terminal.out(await policyText(options));
      return 0;
    } catch (error) {
      return refuseEarly(error, terminal);
    }
  }
  if (command === 'init') {
    const { runInit } = await import('./run-init.ts');
    try {
      return await runInit(options, terminal, env);
    } catch (error) {
      return refuseEarly(error, terminal);
    }
  }
  const nameFlag = (name: string): string => `--${name}`;
  let reports: Reports;
  try {
    reports = chosenReports(options, env, readIfThere, nameFlag);
  } catch (error) {
    return refuseEarly(error, terminal, options);
  }
  const signals = watchSignals(process);
  const view = await chooseView(options, terminal);
  const { context, close } = await compose({
    env,
    cwd: resolve(options['working-directory'] ?? '.'),
    renderers: view.renderers,
    reports: (ports) =>
      createReports(command, reports, options, {
        ...ports,
        say: (text) => terminal.err(`${oneLine(text)}\n`),
        warn: warnOn(process.stderr),
        run: workflowRun(env, readIfThere),
      }),
    signal: signals.signal,
    warn: warnOn(process.stderr),
    nameOption: nameFlag,
    confirm: (question) => confirm(question, options, terminal, view),
    prompt: (question) => prompt(question, terminal, view),
  });
  signals.onSignal((name) => context.report({ type: 'cancel.requested', signal: name }));
  const { exitCode } = await runCommand(command, options, context);
  await close();
  signals.stop();
  return exitCode;
}

/** Asks on a terminal; `--yes` answers. Without a terminal there is nobody to ask, and nothing is done. */
async function confirm(question: string, options: Options, terminal: Terminal, view: View): Promise<boolean> {
  if (options.yes) return true;
  if (!terminal.interactive) {
    throw new UserError('not-confirmed', 'there is no terminal to ask on', {
      fix: ['Add --yes to go on without being asked.'],
    });
  }
  const resume = view.pause();
  try {
    return await terminal.ask(question);
  } finally {
    resume();
  }
}

/** What is typed on a terminal; `--yes` is no answer to it. */
async function prompt(question: string, terminal: Terminal, view: View): Promise<string | undefined> {
  if (!terminal.interactive) return undefined;
  const resume = view.pause();
  try {
    return await terminal.read(question, '');
  } finally {
    resume();
  }
}

async function refuseEarly(error: unknown, terminal: Terminal, options: Options = {}): Promise<number> {
  const reporter = createReporter({ clock: realClock, ...(await chooseView(options, terminal)) });
  const { exitCode } = refuse('', error, { report: reporter.report, signal: new AbortController().signal });
  await reporter.close();
  return exitCode;
}
