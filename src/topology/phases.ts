import type { SourceLocation } from '../errors.ts';
import type { Context } from './context.ts';
import type { Phase, StackDefinition, StackInstance, Wave } from './model.ts';

/**
 * The order of a rollout: stacks that exist once go before the waves, unless they need (also indirectly) a regional
 * stack, then they go after. Phases without an instance are left out.
 * @param stacks in dependency order.
 */
export function toPhases(
  stacks: readonly StackDefinition[],
  instances: readonly StackInstance[],
  waves: readonly Wave[],
  context: Context,
): readonly Phase[] {
  for (const { key, scope, location } of stacks)
    if (scope === 'regional') checkRegional(key, stacks, location, context);
  const afterwards = needingRegional(stacks);
  const rank = new Map(stacks.map(({ key }, index) => [key, index] as const));
  const ordered = instances.toSorted((a, b) => (rank.get(a.stack.key) ?? 0) - (rank.get(b.stack.key) ?? 0));
  const once = ordered.filter(({ stack }) => stack.scope !== 'regional');
  const regional = ordered.filter(({ stack }) => stack.scope === 'regional');
  const phases: readonly Phase[] = [
    ...layered(
      'before',
      once.filter(({ stack }) => !afterwards.has(stack.key)),
    ),
    ...waves.map((wave) => wavePhase(wave, regional)),
    ...layered(
      'after',
      once.filter(({ stack }) => afterwards.has(stack.key)),
    ),
  ];
  return phases.filter((phase) => phase.instances.length > 0);
}

/** @param regional instances of regional stacks, in dependency order. */
export function wavePhase(
  { name, targets, maxConcurrency, failureTolerance }: Wave,
  regional: readonly StackInstance[],
): Phase {
  return {
    name,
    kind: 'wave',
    // Target by target as in the wave; within a target in dependency order.
    instances: targets.flatMap((wanted) => regional.filter(({ target }) => target.name === wanted)),
    maxConcurrency,
    failureTolerance,
    targets,
    gates: [],
    bakeMs: 0,
  };
}

function needingRegional(stacks: readonly StackDefinition[]): ReadonlySet<string> {
  const regional = new Set(stacks.filter(({ scope }) => scope === 'regional').map(({ key }) => key));
  const found = new Set<string>();
  for (const stack of stacks) {
    if (stack.needs.some((need) => regional.has(need) || found.has(need)) && !regional.has(stack.key))
      found.add(stack.key);
  }
  return found;
}

/** Waves deploy all regional stacks of a target together, so nothing that comes after the waves can go before one of them. */
function checkRegional(
  key: string,
  stacks: readonly StackDefinition[],
  location: SourceLocation | undefined,
  context: Context,
): void {
  const afterwards = needingRegional(stacks);
  const late = stacks.find((stack) => stack.key === key)?.needs.find((need) => afterwards.has(need));
  if (late === undefined) return;
  const message = `the regional stack ${key} needs ${late}, which itself needs a regional stack and so comes after all waves`;
  context.findings.add('needs', message, location, 'Split the stack, or pass the value another way.');
}

/** Stacks that exist once, in as many phases as the longest chain of `needs` among them: `before`, `before-2` … */
function layered(kind: 'before' | 'after', instances: readonly StackInstance[]): readonly Phase[] {
  const depths = new Map<string, number>();
  for (const { stack } of instances) {
    const below = stack.needs.flatMap((need) => depths.get(need) ?? []);
    depths.set(stack.key, 1 + Math.max(-1, ...below));
  }
  const layers = Object.values(Object.groupBy(instances, ({ stack }) => depths.get(stack.key) ?? 0));
  return layers.flatMap((layer = [], index) => ({
    name: index === 0 ? kind : `${kind}-${index + 1}`,
    kind,
    instances: layer,
    maxConcurrency: { percent: 100 },
    failureTolerance: { count: 0 },
    targets: [...new Set(layer.map(({ target }) => target.name))],
    gates: [],
    bakeMs: 0,
  }));
}
