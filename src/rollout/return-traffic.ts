import { errorText } from '../errors.ts';
import { moveWeights } from './move-weights.ts';
import type { RolloutPorts } from './ports.ts';
import type { Progress } from './progress.ts';
import { weightOf } from './weights.ts';

/**
 * Takes traffic from targets on a bad release, where others that are good, active and strong enough can have it
 * (issue 4, 3). Never to a standby: the guard sees to that.
 * @returns false when they keep their traffic, which is said
 */
export async function leaveTargets(
  targets: readonly string[],
  progress: Progress,
  ports: RolloutPorts,
): Promise<boolean> {
  const { traffic } = ports;
  if (traffic === undefined) return false;
  try {
    const without = (current: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(current).map(([name, weight]) => [name, targets.includes(name) ? 0 : weight]));
    await moveWeights(without, new Set(targets), traffic, progress, ports);
    return true;
  } catch (error) {
    if (ports.signal.aborted) return false;
    const text = `${targets.join(', ')} ${targets.length > 1 ? 'keep their' : 'keeps its'} traffic while the release before returns: ${errorText(error)}`;
    ports.report({ type: 'note', level: 'warning', text });
    return false;
  }
}

/**
 * Gives targets that have returned the weights they had before the rollout.
 * @param returned targets that serve their recorded release again
 * @returns false when that could not be done, which is said
 */
export async function restoreWeights(
  returned: ReadonlySet<string>,
  bad: ReadonlySet<string>,
  progress: Progress,
  ports: RolloutPorts,
): Promise<boolean> {
  const { traffic } = ports;
  const { weightsBefore } = progress.current;
  if (traffic === undefined || weightsBefore === undefined || returned.size === 0) return true;
  try {
    await moveWeights(
      (current, active) =>
        Object.fromEntries(
          Object.entries(current).map(([name, weight]) => {
            const restored = returned.has(name) && active.has(name) ? weightOf(weightsBefore, name) : weight;
            return [name, restored];
          }),
        ),
      bad,
      // What they carried before they can carry again, whatever the configuration says now.
      { ...traffic, settings: { ...traffic.settings, floorPercent: 0 } },
      progress,
      ports,
    );
    return true;
  } catch (error) {
    if (ports.signal.aborted) return false;
    const text = `the weights of ${[...returned].join(', ')} were not restored: ${errorText(error)}`;
    ports.report({ type: 'note', level: 'warning', text });
    return false;
  }
}
