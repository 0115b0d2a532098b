import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import type { Options } from '../../options/values.ts';
import { ANY_PREVIEW } from '../../preview/any.ts';
import type { Environment } from '../../topology/model.ts';
import { environmentOf } from '../environment.ts';

/** Where previews are looked for, with the settings that their deletion takes. */
export type CleanupPlaces = Environment & {
  readonly moreRegions: readonly string[];
  /** Only its previews are deleted; absent: those of all applications of the repository. */
  readonly only?: string;
};

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
  const { environment } = chosen;
  const named = hasFile || options['stack-name'] !== undefined;
  return {
    ...environment,
    moreRegions: hasFile ? (regions ?? []) : [],
    ...(named && { only: environment.application }),
  };
}
