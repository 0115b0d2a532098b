import type { RunContext } from '../../context.ts';
import type { RunResult } from '../../report/run-result.ts';
import type { Environment } from '../../topology/model.ts';
import { runResult } from '../result.ts';
import { checkSources } from './check-sources.ts';

/**
 * What can be said of a change without credentials: pull requests from forks and from Dependabot get none. The
 * configuration was read already; the templates are read here. Nothing of AWS is called.
 * @throws UserError for what is wrong with a template
 */
export async function checkOnly(environment: Environment, startedAt: number, context: RunContext): Promise<RunResult> {
  const checked = await checkSources(environment, context);
  const note = `${checked}; AWS was not asked what would change, because this run has no credentials (pull requests from forks and from Dependabot get none)`;
  return runResult(environment, { command: 'plan', startedAt, instances: [], planned: true, notes: [note] }, context);
}
