import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { targetEnvironment } from '../../process/environment.ts';
import { samFinder } from '../../release/stack-groups.ts';
import { validateTemplate } from '../../release/validate-template.ts';
import type { Environment } from '../../topology/model.ts';
import { checkTemplates } from './check-templates.ts';

/**
 * Checks the templates as far as that takes no credentials: they are read, and SAM validates them. Returns what was found
 * out, as the end of a sentence.
 * @throws UserError for what is wrong with a template
 */
export async function checkSources(environment: Environment, context: RunContext): Promise<string> {
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
