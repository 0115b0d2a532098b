import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { jsonObject } from '../../json.ts';
import type { Options } from '../../options/values.ts';

/**
 * Name of the application of the configuration that is there. Nothing else of it is looked at: what else is wrong with
 * it must not keep anybody from leaving a region.
 * @returns undefined where there is no configuration, or it does not say
 */
export async function applicationOf(
  { config = 'multi-region.yml' }: Pick<Options, 'config'>,
  { cwd, readFile }: Pick<RunContext, 'cwd' | 'readFile'>,
): Promise<string | undefined> {
  try {
    const text = readFile(join(cwd, config));
    if (text === undefined) return undefined;
    const { parse } = await import('yaml');
    const name = jsonObject(parse(text))?.['application'];
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}
