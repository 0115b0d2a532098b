import type { Context } from './context.ts';
import { type Layer, mapValues } from './layers.ts';
import type { Target } from './model.ts';
import { escapeReferences } from './references.ts';
import type { SamConfig } from './samconfig.ts';

/**
 * What SAM's own configuration says of a stack, as the second lowest level; each thing taken is noted. Its bucket is
 * one region's, so only a single target there gets it. Texts are literal: SAM knows no `${…}` references.
 */
export function samConfigLayer(samConfig: SamConfig, target: Target, targetCount: number, context: Context): Layer {
  const { source, file, parameters, tags, bucket, region } = samConfig;
  const { capabilities, serviceRole, notificationArns, disableRollback, prefix } = samConfig;
  const ownBucket = bucket !== undefined && targetCount === 1 && region === target.region;
  const taken: readonly (readonly [string, string | undefined])[] = [
    ['parameters', Object.keys(parameters).join(', ')],
    ['tags', Object.keys(tags).join(', ')],
    ['capabilities', capabilities?.join(', ')],
    ['service role', serviceRole],
    ['notification ARNs', notificationArns?.join(', ')],
    ['disable-rollback', disableRollback === undefined ? undefined : String(disableRollback)],
    ['artifact prefix', prefix],
    ['artifact bucket', ownBucket ? bucket : undefined],
  ];
  for (const [what, value] of taken) if (value) context.note(`${what} ${value} taken from ${source}`);
  if (bucket !== undefined && !ownBucket)
    context.note(`artifact bucket ${bucket} of ${source} is not used: every region needs a bucket of its own`);
  if (region !== undefined) context.note(`region ${region} of ${source} is not used: the targets say where`);
  return {
    parameters: mapValues(parameters, (value) => ({ text: escapeReferences(value), source, location: { file } })),
    tags: mapValues(tags, escapeReferences),
    rest: {
      ...(capabilities && { capabilities }),
      ...(serviceRole !== undefined && { serviceRole }),
      ...(notificationArns && { notificationArns }),
      ...(disableRollback !== undefined && { disableRollback }),
      ...(ownBucket && { artifactBucket: bucket }),
      ...(prefix !== undefined && { artifactPrefix: prefix }),
    },
  };
}
