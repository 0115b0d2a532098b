import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import { targetEnvironment } from '../../process/environment.ts';
import { samFinder } from '../../release/stack-groups.ts';
import { validateTemplate } from '../../release/validate-template.ts';
import type { RunResult } from '../../report/events.ts';
import type { Environment } from '../../topology/model.ts';
import { checkTemplates } from '../deploy/check-templates.ts';
import { environmentOf } from '../environment.ts';
import { runResult } from '../result.ts';
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
  const chosen = await environmentOf(options, context, { templates: true, preview: request });
  const { environment } = chosen;
  context.report({
    type: 'run.started',
    command: 'preview',
    version: context.version,
    application: environment.application,
    environment: environment.name,
    targets: environment.targets.map(({ name }) => name),
    dryRun: true,
  });
  const checked = pull.closed ? 'nothing was deployed for it' : await check(environment, context);
  const text = `pull request ${pull.number} comes from ${from}: its runs get no credentials, so it has no preview; ${checked}`;
  context.report({ type: 'note', level: 'info', text });
  return runResult(
    environment,
    { command: 'preview', startedAt, instances: [], status: 'no-change', notes: [text] },
    context,
  );
}

async function check(environment: Environment, context: RunContext): Promise<string> {
  const sources = await checkTemplates(environment.stacks, false, context);
  const folder = await mkdtemp(join(tmpdir(), 'sam-multi-region-'));
  try {
    const { command: sam } = await samFinder({ environment, env: context.env }, context.spawn)();
    const region = environment.targets[0]?.region ?? 'us-east-1';
    // Keys that are no keys: SAM must not look for real ones, and asks nobody where it can do without.
    const env = targetEnvironment(context.env, {
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      SAM_CLI_TELEMETRY: '0',
      __SAM_CLI_APP_DIR: folder,
    });
    for (const [template, source] of sources)
      await validateTemplate({ template, source, sam, region, cwd: environment.directory, env }, context);
    return 'its configuration and templates are valid';
  } catch (error) {
    if (!(error instanceof UserError) || !error.code.startsWith('sam-')) throw error;
    return `its configuration and templates can be read, and were not validated: ${error.message}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
