import type { RunContext } from '../../context.ts';
import type { SeenReturn } from '../../rollout/return-weights.ts';
import type { TrafficPorts } from '../../rollout/traffic-ports.ts';
import { readable } from '../visible-weights.ts';

/** Traffic as it is, for the plan of a rollback. What cannot be read is said, and then no moves are shown. */
export function seenReturn(traffic: TrafficPorts, context: RunContext): Promise<SeenReturn | undefined> {
  return readable(context, async () => {
    const [{ weights }, active, unfit] = await Promise.all([
      traffic.driver.read(context.signal),
      traffic.active(),
      traffic.unfit(),
    ]);
    return { weights, active, unfit: new Set([...unfit, ...traffic.leftOut]) };
  });
}
