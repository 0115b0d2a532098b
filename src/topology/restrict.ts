import type { Environment, Phase, Wave } from './model.ts';
import { wavePhase } from './phases.ts';
import { firstThenOthers } from './waves.ts';

/**
 * The environment with some of its targets only. Waves that somebody wrote lose the others; default waves are made
 * anew, so that also of the remaining targets the first goes alone.
 */
export function withTargets(environment: Environment, keep: (target: string) => boolean): Environment {
  const waves = remainingWaves(environment, keep);
  const kept = ({ phases }: Pick<Environment, 'phases'>): readonly Phase[] =>
    phases.map((phase) => ({
      ...phase,
      targets: phase.targets.filter(keep),
      instances: phase.instances.filter(({ target }) => keep(target.name)),
    }));
  const phases = environment.defaultWaves ? withWaves(kept(environment), waves) : kept(environment);
  return {
    ...environment,
    targets: environment.targets.filter(({ name }) => keep(name)),
    waves,
    instances: environment.instances.filter(({ target }) => keep(target.name)),
    phases: phases.filter(({ instances }) => instances.length > 0),
  };
}

function remainingWaves({ waves, defaultWaves }: Environment, keep: (target: string) => boolean): readonly Wave[] {
  const [first] = waves;
  if (defaultWaves && first !== undefined) {
    return firstThenOthers(waves.flatMap(({ targets }) => targets).filter(keep), first);
  }
  return waves
    .map((wave) => ({ ...wave, targets: wave.targets.filter(keep) }))
    .filter(({ targets }) => targets.length > 0);
}

function withWaves(phases: readonly Phase[], waves: readonly Wave[]): readonly Phase[] {
  const old = phases.filter(({ kind }) => kind === 'wave');
  const regional = old.flatMap(({ instances }) => instances);
  // Waves that nobody wrote are all judged alike.
  const { gates = [], bakeMs = 0 } = old[0] ?? {};
  return [
    ...phases.filter(({ kind }) => kind === 'before'),
    ...waves.map((wave) => ({ ...wavePhase(wave, regional), gates, bakeMs })),
    ...phases.filter(({ kind }) => kind === 'after'),
  ];
}
