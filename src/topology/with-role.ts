import type { Environment, StackInstance } from './model.ts';

/** Whether nothing but edge and global stacks is among them: what they make serves all regions, and takes over from none. */
export function isShared(instances: readonly Pick<StackInstance, 'stack'>[]): boolean {
  return instances.length > 0 && instances.every(({ stack: { scope } }) => scope === 'edge' || scope === 'global');
}

/**
 * The same environment with the targets alone that can be active. The one that is made for edge stacks is nobody's to move
 * traffic to, or away from.
 */
export function withRoles<T extends Pick<Environment, 'targets' | 'instances'>>(environment: T): T {
  const { targets, instances } = environment;
  const own = (name: string) => instances.filter(({ target }) => target.name === name);
  return { ...environment, targets: targets.filter(({ name }) => !isShared(own(name))) };
}
