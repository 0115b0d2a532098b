import type { Consumers } from '../../../src/failover/consumers.ts';
import type { Hooks } from '../../../src/failover/hooks.ts';
import type { FailoverCalls } from './calls.ts';
import type { FailoverWorld } from './world.ts';

/** Whether a process moves consumers while everybody is there: then they are never on both sides. */
export type Together = () => boolean;

/** The marked consumers of the world as one process switches them; undefined where none are marked. */
export function consumersOf(world: FailoverWorld, calls: FailoverCalls, together: Together): Consumers | undefined {
  const { consumers: where, targets } = world.scenario;
  if (where === undefined) return undefined;
  return {
    where,
    async set(target, running) {
      const region = targets.find(({ name }) => name === target)?.region ?? '';
      const what = `${target} ${running ? 'on' : 'off'}`;
      await calls.call({ service: 'Lambda', region, action: 'UpdateEventSourceMapping', what }, () => {
        if (!running) return void world.consuming.delete(target);
        // Who is lost cannot be stopped: that is said, and fenced later.
        const others = [...world.consuming].filter((name) => name !== target && !world.isLost(`r${name.slice(1)}`));
        if (world.consuming.has(target)) return;
        if (where === 'one-active' && together() && others.length > 0)
          world.violate(`consumers of ${target} start while those of ${others.join(', ')} run`);
        world.consuming.add(target);
      });
    },
  };
}

/** Hooks that stop and resume writes of a target; undefined where the application has none. */
export function hooksOf(world: FailoverWorld, calls: FailoverCalls): Required<Hooks> | undefined {
  if (!world.scenario.hooks) return undefined;
  const regionOf = (target: string) => world.scenario.targets.find(({ name }) => name === target)?.region ?? '';
  const invoke = (target: string, what: string, effect: () => void): Promise<void> =>
    calls.call({ service: 'Lambda', region: regionOf(target), action: 'Invoke', what: `${what} ${target}` }, effect);
  return {
    quiesce: (target) => invoke(target, 'quiesce', () => void world.still.add(target)),
    resume: (target) => invoke(target, 'resume', () => void world.still.delete(target)),
    caughtUp: {
      timeoutMs: 60_000,
      intervalMs: 5_000,
      async ask(target) {
        await invoke(target, 'ask', () => {});
        return { passed: true, reason: '' };
      },
    },
  };
}

/** Nobody else is moving traffic, as far as any region remembers: two at once find out only when they write. */
export function isAlone(world: FailoverWorld, run: string): boolean {
  if ([...world.blind].some((other) => other !== run)) return false;
  return world.scenario.targets.every(({ name }) => {
    const { failover } = world.newest([name]);
    return failover === undefined || failover.id === run || failover.done;
  });
}
