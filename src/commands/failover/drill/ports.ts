import { assertOpen, isEnded, keepDrill } from '../../../failover/drill/keep.ts';
import type { DrillPorts } from '../../../failover/drill/ports.ts';
import { assertStillHeld } from '../still-held.ts';
import { cancelReturns, schedulesOf } from './cancel-returns.ts';
import { type DrillFacts, uncancelled } from './facts.ts';
import { faultOf } from './fault.ts';
import { problemsOf } from './fitness.ts';
import { createMoves, type DrillMoves, type MovesRequest } from './moves.ts';
import type { WayBack } from './way-back.ts';

export interface DrillParts {
  readonly ports: DrillPorts;
  readonly moves: DrillMoves;
}

/** The effects of a drill on real AWS. */
export function portsOf(
  request: Omit<MovesRequest, 'injectedAt'> & { readonly way: Pick<WayBack, 'arrange'> },
  facts: DrillFacts,
): DrillParts {
  const { states, record, probes, way } = request;
  const { context, settings, plan, reachable } = facts;
  const { inject } = settings.drill;
  let injectedAt: number | undefined;
  let mendedAt: number | undefined;
  const moves = createMoves({ ...request, injectedAt: () => injectedAt }, facts);
  const fault = inject && faultOf(inject, record.from, plan, context);
  const ports: DrillPorts = {
    clock: context.clock,
    report: context.report,
    signal: context.signal,
    keep: (drill) => keepDrill(drill, record, states),
    isEnded: () => isEnded(record, states),
    assertHeld: () => assertStillHeld(reachable),
    async problems(targets) {
      const state = await states.read();
      return (await Promise.all(targets.map((target) => problemsOf(target, state, facts, mendedAt)))).flat();
    },
    returns: {
      arrange: way.arrange,
      async cancel() {
        const schedules = await schedulesOf(record.returns, plan, uncancelled(context));
        await cancelReturns(record.returns, schedules, context.clock.now());
      },
    },
    ...(fault !== undefined &&
      record.kind === 'outage' && {
        fault: {
          async mend() {
            await fault.mend();
            mendedAt = context.clock.now();
          },
          async inject() {
            await assertOpen(record, states);
            injectedAt = context.clock.now();
            await fault.inject();
          },
        },
      }),
    away: moves.away,
    back: moves.back,
    stay: moves.stay,
    settle: moves.settle,
    ...(probes !== undefined && { probes }),
  };
  return { ports, moves };
}
