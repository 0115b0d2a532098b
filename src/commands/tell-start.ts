import type { RunContext } from '../context.ts';
import type { Environment } from '../topology/model.ts';

/** Tells what a run is about, before it changes anything. */
export function tellStart(
  command: string,
  { application, name, targets }: Pick<Environment, 'application' | 'name' | 'targets'>,
  dryRun: boolean,
  { report, version }: Pick<RunContext, 'report' | 'version'>,
): void {
  const names = targets.map((target) => target.name);
  report({ type: 'run.started', command, version, application, environment: name, targets: names, dryRun });
}
