import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import type { Environment } from '../../topology/model.ts';
import { didYouMean } from '../../topology/nearest.ts';

/** @throws UserError `unknown-phase`, `pause-undecided` */
export function refuseUntil(
  { name, phases }: Environment,
  { until, leave }: Options,
  { nameOption }: RunContext,
): void {
  if (until === undefined) return;
  const names = phases.map((phase) => phase.name);
  if (!names.includes(until)) {
    throw new UserError('unknown-phase', `${nameOption('until')} names ${until}, which is no phase of ${name}`, {
      fix: [didYouMean(until, names)],
    });
  }
  if (leave) return;
  throw new UserError(
    'pause-undecided',
    'nobody said what becomes of what is deployed when the rollout is never promoted',
    {
      fix: [`Say that it is left as it is with ${nameOption('leave')}; promote, abort and rollback end the pause.`],
    },
  );
}

/** The `sam` engine packages the sources in every target: it cannot deploy what was made before. */
export function refuseForSam({ engine }: Environment, options: Options, { nameOption }: RunContext): void {
  if (engine !== 'sam') return;
  for (const name of ['release', 'plan-file'] as const) {
    if (options[name] === undefined) continue;
    throw new UserError(
      'not-with-sam',
      `${nameOption(name)} does not go with the sam engine, which packages the sources in every target`,
      {
        fix: ['Use the changeset engine, or leave it out.'],
      },
    );
  }
}
