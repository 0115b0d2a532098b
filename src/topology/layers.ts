import type { Context } from './context.ts';
import { readPolicy } from './files.ts';
import { pausedKinds } from './in-region.ts';
import type { ParameterText, StackSettings } from './model.ts';
import { readParameters } from './parameters.ts';
import type { ConfigSettings } from './schema/file.ts';

/** What one level (all, a stack, an environment, a region group, a target, a stack in these) says of a stack. */
export interface Layer {
  readonly parameters: Readonly<Record<string, ParameterText>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly rest: Partial<Omit<StackSettings, 'parameters' | 'tags'>>;
}

const DEFAULTS: StackSettings = {
  parameters: {},
  tags: {},
  // A SAM template always makes roles, and nested stacks with transforms need the second one.
  capabilities: ['CAPABILITY_IAM', 'CAPABILITY_AUTO_EXPAND'],
  missingParameters: 'keep',
  notificationArns: [],
  disableRollback: false,
  revertDrift: false,
  timeoutMs: 3_600_000,
};

/**
 * @param shared the level speaks to all stacks of several: a parameter counts only for the templates that declare it.
 */
export async function readLayer(
  settings: ConfigSettings,
  path: readonly string[],
  shared: boolean,
  context: Context,
): Promise<Layer> {
  const source = [context.subject, path.join('.')].filter(Boolean).join(' ');
  const parameters =
    settings.parameters === undefined
      ? {}
      : await readParameters(settings.parameters, [...path, 'parameters'], source, context);
  const policy = settings['stack-policy'];
  const alarms = settings['rollback-alarms'];
  const all: { readonly [K in keyof Layer['rest']]: Layer['rest'][K] | undefined } = {
    capabilities: settings.capabilities,
    missingParameters: settings['missing-parameters'],
    serviceRole: settings['service-role'],
    notificationArns: settings['notification-arns'],
    terminationProtection: settings['termination-protection'],
    stackPolicy:
      policy === undefined ? undefined : await readPolicy(policy, context.at(...path, 'stack-policy'), context),
    rollbackTriggers: alarms && { alarms: alarms.alarms, monitoringMinutes: alarms['monitoring-minutes'] ?? 0 },
    disableRollback: settings['disable-rollback'],
    revertDrift: settings.drift === undefined ? undefined : settings.drift === 'revert',
    pauseConsumers: pausedKinds(settings['pause-consumers']),
    timeoutMs: settings.timeout,
    artifactBucket: settings['artifact-bucket'],
    artifactPrefix: settings['artifact-prefix'],
  };
  return {
    parameters: shared ? mapValues(parameters, (value) => ({ ...value, shared })) : parameters,
    tags: settings.tags ?? {},
    // Only members that are set remain, so that a spread of layers keeps what an earlier one said.
    rest: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Layer['rest'],
  };
}

/** Later layers win: parameters and tags name by name, everything else as a whole. */
export function mergeLayers(layers: readonly Layer[]): StackSettings {
  let merged = DEFAULTS;
  for (const { parameters, tags, rest } of layers) {
    const both = { parameters: { ...merged.parameters, ...parameters }, tags: { ...merged.tags, ...tags } };
    merged = { ...merged, ...rest, ...both };
  }
  return merged;
}

export const mapValues = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
