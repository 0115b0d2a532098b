import type { RunContext } from '../context.ts';
import type { GatePorts } from '../gates/check.ts';

/** What gates may use of the outside world. */
export function gatePorts({ aws, clock, env, http, spawn }: RunContext): GatePorts {
  return { clock, env, http, spawn, session: (target) => aws.session(target) };
}
