import type { ConsumerKind } from '../template/consumer-kinds.ts';
import { type Context, member } from './context.ts';
import type { StackDefinition, StackInstance } from './model.ts';
import type { ConfigEnvironment, ConfigSettings, ConfigStack } from './schema/file.ts';
import { NO_SHIFT } from './schema/in-region.ts';

/** What the sam engine does not do: it runs `sam deploy` as it is. */
export function refusePauseWithSam(
  environment: string,
  config: ConfigEnvironment,
  instances: readonly StackInstance[],
  context: Context,
): void {
  if (config.engine !== 'sam' || !instances.some(({ settings }) => (settings.pauseConsumers ?? []).length > 0)) return;
  context.findings.add(
    'pause-consumers-engine',
    'the sam engine runs sam deploy as it is, so that pause-consumers has no effect',
    context.at('environments', environment, 'engine'),
    'Leave pause-consumers out, or use the changeset engine.',
  );
}

const KINDS = { mappings: 'mapping', rules: 'rule', schedules: 'schedule' } as const;

/** `true` stands for what loses nothing: queues and streams keep what arrives. */
export function pausedKinds(said: ConfigSettings['pause-consumers']): readonly ConsumerKind[] | undefined {
  if (said === undefined) return undefined;
  if (typeof said === 'boolean') return said ? ['mapping'] : [];
  return [...new Set(said)].map((kind) => KINDS[kind]);
}

/** `in-region` of a stack: what the environment says of it counts before what it says of all, and that before the stack's own. */
export function inRegionOf(
  key: string,
  environment: string,
  stack: ConfigStack,
  config: ConfigEnvironment,
  context: Context,
): Pick<StackDefinition, 'inRegion'> {
  const levels = [
    { value: member(config.stacks, key)?.['in-region'], path: ['environments', environment, 'stacks', key] },
    { value: config['in-region'], path: ['environments', environment] },
    { value: stack['in-region'], path: ['stacks', key] },
  ];
  const said = levels.find(({ value }) => value !== undefined);
  if (said?.value === undefined || said.value === NO_SHIFT) return {};
  if (config.engine === 'sam') {
    context.findings.add(
      'in-region-engine',
      'the sam engine deploys templates as they are, so that in-region can add nothing to them',
      context.at(...said.path, 'in-region'),
      'Write the DeploymentPreference into the template, or use the changeset engine.',
    );
  }
  return { inRegion: said.value };
}
