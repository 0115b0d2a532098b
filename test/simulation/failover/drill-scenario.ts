import { createRandom, type Random } from '../random.ts';
import { drawFailover, type FailoverScenario, type Outage } from './scenario.ts';

/** One drill that moves traffic, alone in its world, and at most one thing that goes wrong: what only drills do comes up often. */
export function drawDrill(seed: number): FailoverScenario {
  const plain = drawFailover(seed);
  const random = createRandom(seed ^ 0xd2_11);
  const names = plain.targets.map(({ name }) => name);
  const trouble = random.pick(['none', 'outage', 'outage', 'spoiled', 'spoiled', 'unserved'] as const);
  const name = random.pick(names);
  const what = {
    kind: 'drill',
    drill: random.pick(['switchover', 'outage'] as const),
    request: random.chance(0.8) ? { to: name } : { from: name },
    holdMs: random.pick([120_000, 600_000]),
    leave: random.chance(0.2),
  } as const;
  return {
    ...plain,
    intentions: [{ at: random.whole(0, 5_000), what }],
    outages: trouble === 'outage' ? [drawOutage(names, random)] : [],
    spoiled: trouble === 'spoiled' ? { target: random.pick(names), ...span(random) } : undefined,
    unserved: trouble === 'unserved' ? { target: random.pick(names), ...span(random) } : undefined,
    unheard: 0,
    fit: true,
  };
}

function drawOutage(names: readonly string[], random: Random): Outage {
  return { region: `r${random.pick(names).slice(1)}`, ...span(random), silent: random.chance(0.5) };
}

/** Milliseconds after the start: from before the drill has moved anything until after it should have ended. */
function span(random: Random): { readonly from: number; readonly until: number } {
  const from = random.pick([random.whole(0, 60_000), random.whole(0, 600_000)]);
  return { from, until: from + random.pick([random.whole(30_000, 300_000), 3_600_000]) };
}
