#!/usr/bin/env node
import process from 'node:process';
import { nodeProblem } from './process/node-version.ts';

// Everything else is loaded afterwards: an older Node would stumble over it with a message that says nothing.
const problem = nodeProblem(process.versions.node);
if (problem !== undefined) {
  process.stderr.write(`error: ${problem}\n`);
  process.exit(2);
}

// With arguments the command line, without them the action.
const args = process.argv.slice(2);
if (args.length === 0 && process.env['GITHUB_ACTIONS'] === 'true') {
  const { runAction } = await import('./action/run.ts');
  process.exitCode = await runAction(process.env);
} else {
  const { runCli } = await import('./cli/run.ts');
  process.exitCode = await runCli(args, process.env);
}

// After a cancel nothing is waited for: a call to a silent region would hold the process until the runner kills it.
if (process.exitCode === 130) process.stdout.write('', () => process.exit());
