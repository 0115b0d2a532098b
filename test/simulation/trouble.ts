import type { Environment } from '../../src/topology/model.ts';
import { createRandom } from './random.ts';

/** A region that answers nobody for a while. Milliseconds after the start. */
export interface Outage {
  readonly target: string;
  readonly from: number;
  readonly until: number;
}

/** A process that does nothing for a while: a laptop that sleeps, a runner that is starved. Milliseconds after the start. */
export interface Freeze {
  readonly from: number;
  readonly until: number;
}

/** What goes wrong between us and AWS, and who else is at work. Drawn apart from the rest: older seeds keep their stories. */
export interface Trouble {
  /** When the credentials of the first process end, milliseconds after the start. */
  readonly expiresAt?: number;
  /** How many calls take effect without their answer being heard, 0 to 1. */
  readonly unheard: number;
  /** How many calls are answered late, 0 to 1. */
  readonly late: number;
  /** How many calls are throttled until our patience ends, and take no effect, 0 to 1. */
  readonly throttled?: number;
  /** How many requests arrive twice: the answer to the first was lost on the way, and it was sent once more. 0 to 1. */
  readonly repeated?: number;
  /** Somebody else updates a stack: milliseconds after the start, and which. */
  readonly foreign: readonly { readonly at: number; readonly instance: string }[];
  /** A second process starts at this time, while the first may live. Milliseconds after the start. */
  readonly rivalAt?: number;
  /** Of the first process. */
  readonly freeze?: Freeze;
}

export const NO_TROUBLE: Trouble = { unheard: 0, late: 0, foreign: [] };

/** Regions that do not answer when a process wakes: whoever took over there meanwhile cannot be seen. Drawn apart as well. */
export function drawSilence(seed: number, { freeze }: Trouble, { targets }: Environment): readonly Outage[] {
  const random = createRandom(seed ^ 0x51e55);
  if (freeze === undefined || !random.chance(0.3)) return [];
  const from = Math.max(1, freeze.until - random.whole(0, 60_000));
  const share = random.pick([0.6, 1]);
  return targets
    .filter(() => random.chance(share))
    .map(({ name }) => ({ target: name, from, until: freeze.until + random.whole(1, 300_000) }));
}

/** Drawn apart as well. */
export function drawRepeats(
  seed: number,
  { targets }: Environment,
): Required<Pick<Trouble, 'throttled' | 'repeated'>> | undefined {
  const random = createRandom(seed ^ 0x7461);
  const rate = targets.length > 20 ? 0.1 : 1;
  const drawn = {
    throttled: random.pick([0, 0, 0, 0, 0.01, 0.05]) * rate,
    repeated: random.pick([0, 0, 0, 0, 0.05, 0.2]),
  };
  return drawn.throttled + drawn.repeated > 0 ? drawn : undefined;
}

export function drawTrouble(seed: number, { instances, targets }: Environment): Trouble {
  const random = createRandom(seed ^ 0x7a0b1e);
  const rate = targets.length > 20 ? 0.1 : 1;
  const rivalAt = targets.length <= 8 && random.chance(0.12) ? random.whole(1, 400_000) : undefined;
  const from = random.whole(1, 300_000);
  const drawn: Trouble = {
    ...(random.chance(0.08) && { expiresAt: random.whole(1, 400_000) }),
    unheard: random.pick([0, 0, 0, 0.01, 0.05]) * rate,
    late: random.pick([0, 0, 0, 0.02, 0.1]),
    foreign: random.chance(0.1) ? [{ at: random.whole(1, 400_000), instance: random.pick(instances).id }] : [],
    ...(rivalAt !== undefined && { rivalAt }),
    ...(rivalAt !== undefined &&
      random.chance(0.6) && { freeze: { from, until: from + random.whole(1_000, 600_000) } }),
  };
  if (targets.length > 8 || !random.chance(0.1)) return drawn;
  // Overtaken: it sleeps longer than its leases last, early enough that much is left to do.
  const asleep = random.whole(1, 120_000);
  const rival = asleep + random.whole(-10_000, 60_000);
  return {
    ...drawn,
    rivalAt: Math.max(1, rival),
    freeze: { from: asleep, until: asleep + random.whole(125_000, 500_000) },
  };
}
