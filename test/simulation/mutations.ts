import { drillMutations } from './failover/drill-mutations.ts';
import { failoverMutations } from './failover/mutations.ts';

/** One wrong line of the rollout core, or of the failover core. The simulation must notice each of them. */
export interface Mutation {
  readonly name: string;
  /** Under `src/`. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /**
   * Which scenarios must notice; default those of rollouts. `paused`: where every rollout waits with a revert; `drills`:
   * where one drill is alone.
   */
  readonly core?: 'failover' | 'drills' | 'paused';
  /** The seed of a scenario that notices it, where that is too rare to come up by itself. */
  readonly seed?: number;
}

export const mutations: readonly Mutation[] = [
  ...failoverMutations,
  ...drillMutations,
  {
    name: 'a failing gate is taken for a passing one',
    file: 'rollout/judge.ts',
    from: "answers.filter(({ verdict }) => verdict === 'fail')",
    to: "answers.filter(({ verdict }) => verdict === 'fail' && false)",
  },
  {
    name: 'an inconclusive gate promotes',
    file: 'rollout/judge.ts',
    from: "if (unclear.length === 0) return { kind: 'passed' };",
    to: "return { kind: 'passed' };",
  },
  {
    name: 'the next phase starts although this one failed',
    file: 'rollout/deploy-phase.ts',
    from: 'if (failed.size > tolerated) {',
    to: 'if (failed.size > tolerated + 1) {',
  },
  {
    name: 'more targets at once than allowed',
    file: 'rollout/deploy-phase.ts',
    from: 'concurrencyOf(phase.maxConcurrency, phase.targets.length)',
    to: 'concurrencyOf(phase.maxConcurrency, phase.targets.length) + 1',
  },
  {
    name: 'stacks are executed before it is kept that the phase starts',
    file: 'rollout/rollout.ts',
    from: "await progress.mark(phase.name, { stage: 'started', startedAt: started });",
    to: "progress.note(phase.name, { stage: 'started', startedAt: started });",
  },
  {
    name: 'an interrupted rollback is not continued',
    file: 'rollout/rollout.ts',
    from: "if (progress.current.course === 'rolling-back') return await finishRollback(run);",
    to: '',
  },
  {
    name: 'a rollback closes the rollout although a target did not come back',
    file: 'rollout/recover.ts',
    from: 'if (ports.signal.aborted || phases.some((phase) => isUnfinished(phase, recovery))) return;',
    to: 'if (ports.signal.aborted) return;',
  },
  {
    name: 'a rollback leaves the weights where they are',
    file: 'rollout/return-weights.ts',
    from: 'returned.has(name) && active.has(name) &&',
    to: 'returned.has(name) && !active.has(name) &&',
  },
  {
    name: 'a rollback gives traffic to who stays on the bad release in another wave',
    file: 'rollout/still-bad.ts',
    from: 'whenRestoring: () => new Set([...bad, ...good]),',
    to: 'whenRestoring: () => new Set(good),',
    seed: 60_002_299,
  },
  {
    name: 'who goes on with a rollback does not know what stays on the bad release',
    file: 'rollout/still-bad.ts',
    from: 'waves.flatMap(({ kept = [] }) => kept)',
    to: 'waves.flatMap(({ kept = [] }) => kept.slice(kept.length))',
    seed: 70_017_546,
  },
  {
    name: 'who goes on with a rollback does not know whose weight is still too high',
    file: 'rollout/recover.ts',
    from: 'owed: new Set(owedOf(progress)),',
    to: 'owed: new Set(owedOf(progress).slice(99)),',
    seed: 100_050_506,
  },
  {
    name: 'what a region said is forgotten when it falls silent',
    file: 'records/rollout-journal.ts',
    from: 'return copies.get(place.target);',
    to: 'return copies.get(`${place.target}?`);',
    seed: 210_010_134,
  },
  {
    name: 'weights before the rollout are forgotten',
    file: 'rollout/move-weights.ts',
    from: 'if (progress.current.weightsBefore === undefined) await progress.decide({ weightsBefore: before });',
    to: '',
  },
  {
    name: 'nobody asks which targets are active',
    file: 'rollout/move-weights.ts',
    from: 'const [active, unfit] = await Promise.all([traffic.active(), traffic.unfit()]);\n  for (let attempt',
    to: 'const unfit = await traffic.unfit();\n  const active = new Set(Object.keys(traffic.settings.weights));\n  for (let attempt',
  },
  {
    name: 'a target whose stack is stuck gets traffic',
    file: 'rollout/move-weights.ts',
    from: '!bad.has(name) && !unfit.has(name)',
    to: '!bad.has(name)',
  },
  {
    name: 'all weights may become zero',
    file: 'rollout/weight-guard.ts',
    from: 'if (totalWeight(next) === 0) {',
    to: 'if (totalWeight(next) < 0) {',
  },
  {
    name: 'the last step of the ramp is left out',
    file: 'rollout/promote.ts',
    from: 'index < steps.length; index += 1',
    to: 'index < steps.length - 1; index += 1',
  },
  {
    name: 'a stack that CloudFormation restored counts as deployed',
    file: 'rollout/state.ts',
    from: "return state === 'succeeded' || state === 'no-change';",
    to: "return state === 'succeeded' || state === 'no-change' || state === 'failed';",
  },
  {
    name: 'a release that was judged bad is not judged again where it stayed',
    file: 'rollout/open-rollout.ts',
    from: 'phases: last?.release.id === id ? doubtful(last) : {},',
    to: 'phases: {},',
  },
  {
    name: 'a lease that somebody else took is believed to be held',
    file: 'records/lease.ts',
    from: '(await ownWrite(before, options, ports));',
    to: '{ ...before, gaps: options.cover.gaps(ports.clock.now()), expiresAt: ports.clock.now() + LEASE_MS };',
  },
  {
    name: 'a run that has lost its lease goes on',
    file: 'records/lease.ts',
    from: 'if (held === undefined || held.expiresAt - SAFETY_MS <= ports.clock.now()) throw leaseLost(options.target);',
    to: '',
    // Who waits for leases notices by their end; one that is taken away while it has long to go does not.
    core: 'failover',
  },
  {
    name: 'a run whose leases all ran out goes on where a region does not say whose they are now',
    file: 'records/lease.ts',
    from: 'held.gaps < options.cover.gaps(ports.clock.now())',
    to: 'held.gaps > options.cover.gaps(ports.clock.now())',
    seed: 10_076_735,
  },
  {
    name: 'an older copy of the rollout is believed',
    file: 'rollout/open-rollout.ts',
    from: 'copy.revision > than.revision : copy.sequence > than.sequence',
    to: 'copy.revision < than.revision : copy.sequence < than.sequence',
  },
  {
    name: 'a revert that may be on its way, or come twice, is not waited for',
    file: 'rollout/revert.ts',
    from: "if (course !== 'rolling-back') await outwait(revert, ports);",
    to: '',
    core: 'paused',
  },
  {
    name: 'a revert is no change of the rollout that scheduled it',
    file: 'rollout/revert.ts',
    from: 'await progress.decide({ revert, weightsBefore });',
    to: 'await progress.decide({ revert });',
    core: 'paused',
  },
  {
    name: 'a rollout goes on and leaves its revert where it is',
    file: 'rollout/revert.ts',
    from: 'if (later?.region === region) return later.cancel(name);',
    to: 'if (later?.region === region) return true;',
    core: 'paused',
  },
  {
    name: 'what a revert took the traffic from is not raised and judged again',
    file: 'rollout/revert.ts',
    from: "progress !== undefined && ['deployed', 'passed', 'incomplete'].includes(progress.stage);",
    to: 'false;',
    core: 'paused',
  },
];
