import type { RunContext } from '../../context.ts';
import { contactRule } from '../../failover/contact-rules.ts';
import { keptTargets, lostRegions, type Move, type Request } from '../../failover/move.ts';
import { partitionOf } from '../../failover/partitions.ts';
import { patienceOf } from '../../failover/patience.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import type { FailoverPorts } from '../../failover/run.ts';
import { createActiveStates } from '../../records/active-state.ts';
import { activeStateKey } from '../../records/active-state-document.ts';
import { createFailoverStates } from '../../records/failover-states.ts';
import { createStateCopies } from '../../records/state-copies.ts';
import { sameNames } from '../../same-names.ts';
import { consumersOfPlan } from './consumers.ts';
import { endedReturns } from './drill/ended-returns.ts';
import type { Fences } from './fencing.ts';
import { hooksOfPlan } from './hooks.ts';
import { mechanismOf, type Said } from './mechanism.ts';
import { placesOf, type SeizedLeases } from './survivors.ts';

/** One region that is slow must not hide what the others know: less than a failover waits for all of them. */
const PLACE_PATIENCE_MS = 1_500;

export interface PortParts {
  readonly request: Request;
  /** Targets that are there for certain; all of them in a graceful move. */
  readonly staying: readonly string[];
  readonly said: Said;
  readonly leases: SeizedLeases;
  readonly fences: Fences;
  /** Told once traffic was told to move: what need not come before that begins then. */
  readonly moved: (move: Move) => void;
}

/** The effects of a failover on real AWS. */
export function portsOf(
  plan: StoredPlan,
  { request, staying, said, leases, fences, moved }: PortParts,
  context: RunContext,
): Omit<FailoverPorts, 'confirm' | 'probes'> {
  const { clock, report, signal } = context;
  const { graceful } = said;
  const key = activeStateKey({ application: plan.application, name: plan.environment });
  const note = (text: string, target: string): void => report({ type: 'note', level: 'warning', text, target });
  const patience = patienceOf(clock, PLACE_PATIENCE_MS);
  const names = plan.targets.map(({ name }) => name);
  const places = placesOf(plan, names, context);
  const few = createFailoverStates(createStateCopies(key, places, note, clock, patience), {
    among: staying,
    request,
    clock,
  });
  const [consumers, hooks] = [consumersOfPlan(plan, context), hooksOfPlan(plan, context)];
  const mechanism = mechanismOf(plan, staying, said, context);
  let told = false;
  return {
    clock,
    report,
    signal,
    ...(consumers !== undefined && { consumers }),
    ...(hooks !== undefined && { hooks }),
    state: graceful ? createActiveStates(key, places, note, clock, patience) : few,
    mechanism: {
      ...mechanism,
      async apply(move, stop, guard) {
        // Told once more (failover/once-more.ts): what begins once traffic was told to move has begun.
        if (told) return mechanism.apply(move, stop, guard);
        // Users are not sent to functions that an earlier failover stopped. Who stays has users already.
        const lifted = 'to' in request ? await fences.lift(move.active) : [];
        const said = await mechanism.apply(move, stop, guard);
        told = true;
        moved(move);
        return [...lifted, ...said];
      },
    },
    stopDeployments: ({ active }) => leases.seize(graceful ? staying : active),
    endDrill: (drill) => endedReturns(drill, plan, context),
    async narrow(move) {
      if (graceful) return undefined;
      const lost = lostRegions(move.leaving, move.active, plan.targets);
      context.aws.restrictContacts(contactRule(plan.mechanism.kind, partitionOf(move.active, plan.targets), lost));
      // Who was not active before may be there too: what is decided now is kept in every region that survives.
      const kept = keptTargets(move, plan.targets);
      return sameNames(kept, staying) ? undefined : few.among(kept);
    },
  };
}
