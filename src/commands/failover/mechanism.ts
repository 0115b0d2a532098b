import type { RunContext } from '../../context.ts';
import { createRoutingControl } from '../../failover/mechanisms/arc-routing-control.ts';
import { createCommand } from '../../failover/mechanisms/command.ts';
import { createRegionSwitchMechanism } from '../../failover/mechanisms/region-switch.ts';
import { createStopSwitch } from '../../failover/mechanisms/stop-switch.ts';
import { createWeights } from '../../failover/mechanisms/weights.ts';
import { lostRegions, type Move } from '../../failover/move.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import type { Mechanism } from '../../failover/run.ts';
import { trafficDriverOf } from '../traffic-driver.ts';
import { plannedTarget, targetOf } from './survivors.ts';

/** What a person said of a run, for mechanisms that remember it or can be told. */
export interface Said {
  readonly reason: string;
  /** ARNs of safety rules that may be broken. */
  readonly override: readonly string[];
  /** What is left is there. */
  readonly graceful: boolean;
}

/**
 * The mechanism of the plan on real AWS. Contacts nobody.
 * @param since what a stop signal says of when, milliseconds since the epoch: a drill knows it before it is written
 */
export function mechanismOf(
  plan: StoredPlan,
  staying: readonly string[],
  { reason, override, graceful }: Said,
  context: RunContext,
  since?: number,
): Mechanism {
  const { mechanism } = plan;
  // A move that asks everybody has lost nobody.
  const everywhere = plan.targets.every(({ name }) => staying.includes(name));
  const mayAsk = (region: string, { leaving, active }: Move): boolean =>
    everywhere || !lostRegions(leaving, active, plan.targets).has(region);
  const session = (name: string) => context.aws.session(targetOf(plannedTarget(plan, name)));
  switch (mechanism.kind) {
    case 'stop-switch':
      return createStopSwitch({
        signals: mechanism.signals,
        clock: context.clock,
        ...(since !== undefined && { since }),
        storage: (name) => session(name).storage,
        mayAsk: (name, move) => mayAsk(plannedTarget(plan, name).region, move),
      });
    case 'arc-routing-control':
      return createRoutingControl({
        endpoints: mechanism.endpoints,
        controls: mechanism.controls,
        override,
        clock: context.clock,
        mayAsk,
        controlsOf: (name) => session(name).routingControls,
      });
    case 'region-switch':
      return createRegionSwitchMechanism({
        ...mechanism,
        reason,
        run: context.origin.runId,
        mode: graceful ? 'graceful' : 'ungraceful',
        clock: context.clock,
        note: (text) => context.report({ type: 'note', level: 'warning', text }),
        regionOf: (name) => plannedTarget(plan, name).region,
        switchOf: (name) => session(name).regionSwitch,
      });
    case 'weights': {
      const targets = plan.targets.filter(({ name }) => staying.includes(name)).map(targetOf);
      const { traffic } = mechanism;
      return createWeights(
        () =>
          trafficDriverOf(
            traffic,
            { targets, instances: [], name: plan.environment, application: plan.application },
            context,
          ),
        traffic.weights,
      );
    }
    case 'command':
      return createCommand({
        run: mechanism.run,
        spawn: context.spawn,
        directory: context.cwd,
        environment: async (name) => ({ ...inherited(context.env), ...(await session(name).environment()) }),
        onLine: (line) => context.report({ type: 'tool.output', tool: 'failover command', line }),
      });
  }
}

/** What every program needs to run at all. */
const INHERITED = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'SHELL', 'SYSTEMROOT'];

/** Those variables of the environment that every program needs. */
export function inherited(env: RunContext['env']): Readonly<Record<string, string>> {
  return Object.fromEntries(INHERITED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
