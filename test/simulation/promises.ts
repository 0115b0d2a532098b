import type { RolloutEnd } from '../../src/rollout/rollout.ts';
import { isFailure, isGood } from '../../src/rollout/state.ts';
import { shareOf } from '../../src/rollout/weights.ts';
import { concurrencyOf, toleranceOf } from '../../src/topology/amount.ts';
import type { Phase, StackInstance } from '../../src/topology/model.ts';
import type { Weights } from '../../src/traffic/model.ts';
import { NEW, OLD, type World } from './world.ts';

/** The promises of the design, looked at whenever something is changed. */
export function checkExecute(world: World, { id, target }: StackInstance): void {
  const { environment } = world.scenario;
  const index = environment.phases.findIndex((phase) => phase.instances.some((instance) => instance.id === id));
  const phase = environment.phases[index] as Phase;
  const kept = world.newest();
  if (kept?.course !== 'forward')
    world.violate(`${id} is executed while the kept rollout is ${kept?.course ?? 'not there'}`);
  if (kept?.phases[phase.name] === undefined)
    world.violate(`${id} is executed before it is kept that ${phase.name} starts`);
  if (world.stack(id).release === NEW) world.violate(`${id} is executed although it has the release`);
  if (world.stack(id).operation !== undefined) world.violate(`${id} is executed while an operation is under way`);
  for (const earlier of environment.phases.slice(0, index)) checkEarlier(world, earlier, id);
  checkConcurrency(world, phase, target.name);
  world.changed.add(phase.name);
  world.judged.delete(phase.name);
}

function checkEarlier(world: World, phase: Phase, id: string): void {
  if (phase.gates.length > 0 && world.changed.has(phase.name) && !world.judged.has(phase.name)) {
    world.violate(`${id} is executed before ${phase.name} was judged good`);
  }
  const behind = phase.targets.filter((name) =>
    phase.instances.some((instance) => instance.target.name === name && world.stack(instance.id).release !== NEW),
  );
  if (behind.length > toleranceOf(phase.failureTolerance, phase.targets.length)) {
    world.violate(`${id} is executed while ${behind.join(', ')} of ${phase.name} do not have the release`);
  }
}

function checkConcurrency(world: World, phase: Phase, target: string): void {
  const busy = new Set([target]);
  for (const instance of phase.instances) {
    const { operation } = world.stack(instance.id);
    if (operation?.to === NEW && !operation.foreign && !world.overdue.has(instance.id)) busy.add(instance.target.name);
  }
  const limit = concurrencyOf(phase.maxConcurrency, phase.targets.length);
  if (busy.size > limit) world.violate(`${busy.size} targets of ${phase.name} run at once, of at most ${limit}`);
}

/**
 * Looked at when a stack is really changed: a run that finds a stack back already changes nothing, even where the closing
 * of the rollout, which another run had sent before, lands first.
 */
export function checkReturn(world: World, { id }: StackInstance): void {
  const kept = world.newest();
  if (kept?.course !== 'rolling-back')
    world.violate(`${id} is returned while the kept rollout is ${kept?.course ?? 'not there'}`);
}

/** Looked at whenever a return is asked for, also where nothing is left to be changed. */
export function checkReturnAsked(world: World, { id }: StackInstance): void {
  if (world.scenario.environment.onFailure === 'stop') world.violate(`${id} is returned although on-failure is stop`);
}

/** @param run absent: nobody's, what was scheduled before */
export function checkWeights(world: World, next: Weights, active: ReadonlySet<string>, run?: string): void {
  if (Object.values(next).every((weight) => weight === 0)) world.violate('all weights would be zero');
  for (const name of Object.keys(world.weights))
    if (next[name] === undefined) world.violate(`the weight of ${name} is lost`);
  for (const name of Object.keys(next)) {
    if (shareOf(next, name) <= shareOf(world.weights, name) + 1e-9) continue;
    if (!active.has(name)) world.violate(`${name} gets traffic and is not active`);
    if (staysBad(world, name, run))
      world.violate(`${name} gets traffic in a rollback and is still on the release that is left`);
    const own = world.stacksOf(name);
    if (own.some(({ instance }) => world.stack(instance.id).status === 'stuck' && world.changed.size > 0)) {
      world.violate(`${name} gets traffic and its stack is stuck`);
    }
    // CodeDeploy moves alias weights inside the stack update: the two never move together.
    const moving = own.find(({ instance }) => isUpdating(world, instance.id));
    if (moving !== undefined && (next[name] ?? 0) > (world.weights[name] ?? 0)) {
      world.violate(`the weight of ${name} is raised while ${moving.instance.id} is updated`);
    }
  }
}

/** Whether a rollback has not taken it back: it was judged bad there, or it was said that it stays. */
function staysBad(world: World, name: string, run: string | undefined): boolean {
  const kept = world.newest();
  if (kept?.course !== 'rolling-back') return false;
  const { phases } = world.scenario.environment;
  const stages = phases.filter(({ targets }) => targets.includes(name)).map((phase) => kept.phases[phase.name]?.stage);
  // One that was judged good harms nobody until its turn comes.
  const judgedBad = stages.includes('failed');
  return world
    .stacksOf(name)
    .map(({ instance: { id } }) => id)
    .filter((id) => world.stack(id).release === NEW && !world.scenario.upToDate.has(id))
    .some((id) => {
      const told = world.toldKept.get(id);
      // What a process said before it died nobody else may know.
      const known = told !== undefined && (told.run === run || world.ended.has(told.run));
      const stays = known && told.sequence === kept.sequence && told.operations === world.stack(id).history.length;
      return judgedBad || stays;
    });
}

/** What EventBridge Scheduler does to the weights while nobody is there. */
export function checkRevert(world: World, next: Weights, active: ReadonlySet<string>): void {
  checkWeights(world, next, active);
  const kept = world.newest();
  const reached = world.scenario.environment.phases.filter(({ name }) => kept?.phases[name] !== undefined);
  for (const name of Object.keys(next)) {
    // What an earlier rollout left on the release, judged good, is no part of what is taken back.
    if (!reached.some(({ targets }) => targets.includes(name))) continue;
    if (shareOf(next, name) <= shareOf(world.weights, name) + 1e-9) continue;
    const own = world.stacksOf(name).map(({ instance }) => instance.id);
    const unjudged = own.filter((id) => world.stack(id).release === NEW && !world.scenario.upToDate.has(id));
    if (unjudged.length > 0)
      world.violate(`the revert gives traffic to ${name}, which has the release it takes it from`);
  }
}

/** An update of ours that brings the new release: CodeDeploy may be at work in it. */
function isUpdating(world: World, id: string): boolean {
  const { operation } = world.stack(id);
  return operation?.to === NEW && !operation.foreign;
}

/** What must hold when a process has ended by itself. */
export function checkEnd(world: World, end: RolloutEnd): void {
  const { environment } = world.scenario;
  const results = new Map(end.instances.map((result) => [result.instance, result]));
  if (end.instances.length !== results.size) world.violate('an instance has two results');
  for (const { id } of environment.instances) {
    const result = results.get(id);
    if (result === undefined) {
      world.violate(`${id} has no result`);
      continue;
    }
    const { release } = world.stack(id);
    if (isGood(result.state) && release !== NEW) world.violate(`${id} is called ${result.state} and has ${release}`);
    if (result.state === 'rolled-back' && release !== OLD && !world.scenario.upToDate.has(id))
      world.violate(`${id} is called rolled-back and has ${release}`);
  }
  for (const stack of world.stacks.values()) {
    if (stack.changeSets.size > 0 && !world.isLost(stack.instance.target.name) && end.rollout?.course === 'closed') {
      world.leftChangeSets.add(stack.instance.id);
    }
  }
  const good = [...results.values()].every(({ state }) => isGood(state));
  if (good && end.failure === undefined && end.rollout !== undefined && end.rollout.course !== 'closed') {
    world.violate(`everything is good and the rollout is ${end.rollout.course}`);
  }
  if ([...results.values()].some(({ state }) => isFailure(state)) && good) world.violate('failed and good at once');
}

/** What must hold when nothing goes wrong any more and the last run has ended. */
export function checkRest(world: World, end: RolloutEnd): void {
  const { environment, traffic, inactive, weights: begun } = world.scenario;
  const kept = world.newest();
  if (kept === undefined) return;
  if (kept.course === 'forward') world.violate('the rollout is still open');
  const reached = Object.keys(kept.phases);
  if (
    !world.meddled &&
    kept.course === 'rolling-back' &&
    end.instances.every(({ rollback }) => rollback?.state !== 'skipped')
  ) {
    world.violate('the rollback is not finished');
  }
  const returned = kept.course === 'closed' && kept.failure !== undefined;
  if (returned && environment.onFailure === 'rollback-all') {
    for (const { id } of environment.phases
      .filter(({ name }) => reached.includes(name))
      .flatMap(({ instances }) => instances)) {
      const keeps =
        world.scenario.upToDate.has(id) ||
        wasKeptBefore(world, id, kept.sequence) ||
        end.instances.some((result) => result.instance === id && result.rollback?.state === 'kept');
      if (world.stack(id).release !== OLD && !keeps)
        world.violate(`${id} was rolled back and has ${world.stack(id).release}`);
    }
  }
  // Somebody else changed weights: what they ought to be is nobody's to say.
  if (traffic === undefined || world.meddled) return;
  for (const { name } of environment.targets) {
    if (inactive.has(name)) continue;
    // What stays on a release that was judged bad stays without traffic.
    if (end.instances.some(({ target, rollback }) => target === name && rollback?.state === 'kept')) continue;
    const before = kept.sequence > 1 ? (kept.weightsBefore ?? {}) : begun;
    const wanted = returned ? before[name] : traffic.weights[name];
    const all = environment.instances
      .filter(({ target }) => target.name === name)
      .map(({ id }) => world.stack(id).release);
    const settled = returned
      ? all.every((release) => release === OLD)
      : kept.course === 'closed' && all.every((release) => release === NEW);
    const stages = environment.phases
      .filter(({ targets }) => targets.includes(name))
      .map((phase) => kept.phases[phase.name]?.stage);
    const touched = returned ? stages.includes('returned') : stages.includes('passed');
    const has = world.weights[name] ?? 0;
    // Lowered weights are somebody's gain: where that one must not have any, they stay.
    const mayStay = returned && wanted !== undefined && has > wanted && (anyStuck(world) || servesBeside(world, end));
    if (settled && touched && wanted !== undefined && has !== wanted && !mayStay) {
      world.violate(`${name} has the weight ${world.weights[name]} and should have ${wanted}`);
    }
  }
}

/** An earlier rollout said that it stays, and nothing was done to it since: a rollback of this one returns it to just that. */
function wasKeptBefore(world: World, id: string, sequence: number): boolean {
  const told = world.toldKept.get(id);
  return told !== undefined && told.sequence < sequence && told.operations === world.stack(id).history.length;
}

function anyStuck(world: World): boolean {
  return [...world.stacks.keys()].some((id) => world.stack(id).status === 'stuck');
}

/**
 * Whether another target stays on the release that is left, and has traffic that nobody else could take: a lower weight
 * beside it would move users to a release that was judged bad.
 */
function servesBeside(world: World, { instances }: RolloutEnd): boolean {
  return instances.some(({ target, rollback }) => rollback?.state === 'kept' && (world.weights[target] ?? 0) > 0);
}
