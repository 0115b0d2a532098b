import type { GateRequest, GateVerdict, Verdict } from '../../src/gates/model.ts';
import type { Random } from './random.ts';
import { NEW, OLD, type World } from './world.ts';

/** What the gates of a phase see in this world. One that lies says the opposite. */
export function answer(world: World, request: GateRequest, random: Random): readonly GateVerdict[] {
  const { scenario } = world;
  const phase = scenario.environment.phases.find(({ name }) => name === request.phase);
  if (phase === undefined || phase.gates.length === 0) return [];
  const verdicts = request.targets.map((target) => verdictOn(world, target, request, random));
  if (request.moment === 'after' && verdicts.every(({ verdict }) => verdict === 'pass'))
    world.judged.add(request.phase);
  return verdicts;
}

/** Nobody could be asked. */
export function noAnswer(world: World, { targets, moment, phase }: GateRequest): readonly GateVerdict[] {
  const asked = world.scenario.environment.phases.find(({ name }) => name === phase);
  const at = new Date(world.clock.now()).toISOString();
  return (asked?.gates ?? []).flatMap(({ name }) =>
    targets.map((target) => ({
      gate: name,
      target,
      moment,
      verdict: 'inconclusive',
      reason: 'no answer',
      evidence: {},
      at,
    })),
  );
}

function verdictOn(world: World, target: string, { moment }: GateRequest, random: Random): GateVerdict {
  const { scenario, clock } = world;
  const own = world.stacksOf(target);
  const releases = own.map(({ instance }) => world.stack(instance.id).release);
  const unchanged = own.every(({ instance }) => scenario.upToDate.has(instance.id));
  const sound =
    moment === 'return'
      ? unchanged || releases.includes(OLD)
      : moment === 'before' || !scenario.bad || !releases.includes(NEW);
  const honest: Verdict = sound ? 'pass' : 'fail';
  const said = scenario.lyingGate && moment !== 'return' && random.chance(0.5) ? (sound ? 'fail' : 'pass') : honest;
  const verdict = random.chance(scenario.unclear) || world.isLost(target) ? 'inconclusive' : said;
  const at = new Date(clock.now()).toISOString();
  return { gate: 'health', target, moment, verdict, reason: verdict, evidence: {}, at };
}
