import type { Context } from './context.ts';
import type { Group } from './groups.ts';
import type { Amount, Target, Wave } from './model.ts';
import type { ConfigEnvironment } from './schema/file.ts';
import { expandNames } from './targets.ts';

const ALL: Amount = { percent: 100 };
const NONE: Amount = { count: 0 };

/** The waves of an environment: as written, one target each for `sequential`, or the first target and then the others. */
export function readWaves(
  environment: string,
  config: ConfigEnvironment,
  targets: readonly Target[],
  groups: ReadonlyMap<string, Group>,
  context: Context,
): readonly Wave[] {
  const limits = {
    maxConcurrency: config['max-concurrency'] ?? ALL,
    failureTolerance: config['failure-tolerance'] ?? NONE,
  };
  const names = targets.map(({ name }) => name);
  const waves = config.waves;
  if (waves === undefined) return firstThenOthers(names, limits);
  if (waves === 'sequential')
    return numbered(
      names.map((name) => [name]),
      limits,
    );
  const path = ['environments', environment, 'waves'];
  const read = waves.map((wave, index): Wave => {
    const name = wave.name ?? `wave-${index + 1}`;
    const members = expandNames(wave.targets, targets, groups, (unknown, hint) => {
      const at = context.at(...path, index, 'targets', wave.targets.indexOf(unknown));
      context.findings.add(
        'unknown-target',
        `${name} names "${unknown}", which is no target of ${environment}`,
        at,
        hint,
      );
    });
    if (wave.targets.length === 0 || (members.length === 0 && wave.targets.every((target) => groups.has(target))))
      context.findings.add(
        'empty-wave',
        `${name} has no target of ${environment}`,
        context.at(...path, index, 'targets'),
      );
    return {
      name,
      targets: members,
      maxConcurrency: wave['max-concurrency'] ?? limits.maxConcurrency,
      failureTolerance: wave['failure-tolerance'] ?? limits.failureTolerance,
      ...(wave.environment !== undefined && { githubEnvironment: wave.environment }),
    };
  });
  checkNames(read, path, context);
  checkMembers(read, names, environment, path, context);
  return read;
}

type Limits = Pick<Wave, 'maxConcurrency' | 'failureTolerance'>;

/** The default: the first target alone, as a canary, then the others. */
export function firstThenOthers(names: readonly string[], limits: Limits): readonly Wave[] {
  return numbered([names.slice(0, 1), names.slice(1)], limits);
}

/** Everything at once: nobody uses a preview who would have to be spared. */
export function allAtOnce(targets: readonly Target[]): readonly Wave[] {
  const names = targets.map(({ name }) => name);
  return [{ name: 'preview', targets: names, maxConcurrency: ALL, failureTolerance: ALL }];
}

function numbered(sets: readonly (readonly string[])[], { maxConcurrency, failureTolerance }: Limits): readonly Wave[] {
  return sets
    .filter((set) => set.length > 0)
    .map((targets, index) => ({ name: `wave-${index + 1}`, targets, maxConcurrency, failureTolerance }));
}

function checkNames(waves: readonly Wave[], path: readonly string[], context: Context): void {
  for (const [index, { name }] of waves.entries()) {
    if (waves.findIndex((wave) => wave.name === name) === index) continue;
    context.findings.add('duplicate-wave', `two waves have the name ${name}`, context.at(...path, index, 'name'));
  }
}

function checkMembers(
  waves: readonly Wave[],
  names: readonly string[],
  environment: string,
  path: readonly string[],
  context: Context,
): void {
  const waveOf = new Map<string, string>();
  for (const [index, wave] of waves.entries()) {
    for (const target of wave.targets) {
      const other = waveOf.get(target);
      if (other !== undefined) {
        const message = `the target ${target} is ${other === wave.name ? `twice in ${other}` : `in ${other} and in ${wave.name}`}`;
        context.findings.add(
          'duplicate-target',
          message,
          context.at(...path, index, 'targets'),
          'A target is in exactly one wave.',
        );
      } else waveOf.set(target, wave.name);
    }
  }
  for (const target of names.filter((name) => !waveOf.has(name))) {
    const fix = 'Add it to a wave, or remove "waves".';
    context.findings.add(
      'target-without-wave',
      `the target ${target} of ${environment} is in no wave`,
      context.at(...path),
      fix,
    );
  }
}
