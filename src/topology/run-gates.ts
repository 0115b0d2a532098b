import { absolute, type Context } from './context.ts';
import { readExpectation } from './gate-expectation.ts';
import type { CommandCheck, LambdaCheck } from './gate-model.ts';
import type { ConfigGate } from './schema/gates.ts';

type Path = readonly (string | number)[];

/** A gate that runs a program. */
export async function commandCheck(
  { command }: ConfigGate,
  path: Path,
  context: Context,
): Promise<CommandCheck | undefined> {
  if (command === undefined) return undefined;
  const written = typeof command === 'string' || isList(command) ? { run: command } : command;
  const { run, directory = '.', environment = {}, credentials = 'read-only' } = written;
  const words = typeof run === 'string' ? ['sh', '-c', run] : run;
  if (words.some((word) => word.trim() === '') && words.length < 2)
    context.findings.add('gate', 'the command of a gate is empty', context.at(...path, 'command'));
  // A value that an output brings along would be read by the shell as if it were part of the line.
  if (typeof run === 'string' && run.replaceAll('$${', '').includes('${')) {
    const at = typeof command === 'string' || isList(command) ? ['command'] : ['command', 'run'];
    context.findings.add(
      'gate',
      'references cannot stand in a line for the shell',
      context.at(...path, ...at),
      'Use its environment, such as "$SMR_OUTPUT_API_URL" or "$SMR_RELEASE", or write program and arguments as a list.',
    );
  }
  return { kind: 'command', run: words, directory: absolute(context.directory, directory), environment, credentials };
}

/** A gate that invokes a function. */
export async function lambdaCheck(config: ConfigGate, path: Path, context: Context): Promise<LambdaCheck | undefined> {
  const { lambda, expect = {} } = config;
  if (lambda === undefined) return undefined;
  const written = typeof lambda === 'string' ? { function: lambda } : lambda;
  for (const key of ['status', 'headers'] as const) {
    if (expect[key] === undefined) continue;
    const message = `the answer of a function has no ${key}`;
    context.findings.add('gate', message, context.at(...path, 'expect', key), 'Look into it with `json`.');
  }
  return {
    kind: 'lambda',
    function: written.function,
    ...(written.qualifier !== undefined && { qualifier: written.qualifier }),
    payload: written.payload ?? {},
    expect: await readExpectation(expect, [...path, 'expect'], [], context),
  };
}

const isList = (value: unknown): value is readonly string[] => Array.isArray(value);
