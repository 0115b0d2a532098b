import type { RunContext } from '../../context.ts';
import type { Options } from '../../options/values.ts';
import type { RunResult } from '../../report/run-result.ts';
import { checkSources } from '../deploy/check-sources.ts';
import { environmentOf } from '../environment.ts';
import { runResult } from '../result.ts';
import { tellStart } from '../tell-start.ts';
import type { PreviewSubject } from './request.ts';

const FROM = { fork: 'a fork', dependabot: 'Dependabot' } as const;

/**
 * What can be said of a pull request whose run gets no credentials: its configuration and its templates are checked.
 * Nothing is deployed, and that is no failure.
 */
export async function checkWithoutCredentials(
  { pull, request }: PreviewSubject,
  startedAt: number,
  options: Options,
  context: RunContext,
): Promise<RunResult> {
  const from = FROM[pull.untrusted ?? 'fork'];
  const chosen = await environmentOf(options, context, { templates: !pull.closed, preview: request });
  const { environment } = chosen;
  tellStart('preview', environment, true, context);
  const checked = pull.closed ? 'nothing was deployed for it' : await checkSources(environment, context);
  const text = `pull request ${pull.number} comes from ${from}: its runs get no credentials, so it has no preview; ${checked}`;
  context.report({ type: 'note', level: 'info', text });
  return runResult(
    environment,
    { command: 'preview', startedAt, instances: [], status: 'no-change', notes: [text] },
    context,
  );
}
