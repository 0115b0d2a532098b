import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import type { Options } from '../../options/values.ts';
import { ANY_PREVIEW } from '../../preview/any.ts';
import type { Environment } from '../../topology/model.ts';
import { environmentOf } from '../environment.ts';

/** Where previews are looked for, with the settings that their deletion takes. */
export type CleanupPlaces = Environment & { readonly moreRegions: readonly string[] };

/**
 * The targets of `preview:` and the regions of the options; without a configuration the regions alone.
 * @throws UserError what is wrong with the configuration
 */
export async function placesOf(options: Options, context: RunContext): Promise<CleanupPlaces> {
  const { regions, ...others } = options;
  const hasFile = options.config !== undefined || context.readFile(join(context.cwd, 'multi-region.yml')) !== undefined;
  const chosen = await environmentOf(
    // Without a file a stack needs a name; nobody looks for that one.
    hasFile ? others : { 'stack-name': 'preview', ...options },
    context,
    { templates: false, preview: ANY_PREVIEW },
  );
  return { ...chosen.environment, moreRegions: hasFile ? (regions ?? []) : [] };
}
