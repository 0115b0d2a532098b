import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import type { Environment } from '../../topology/model.ts';
import { didYouMean } from '../../topology/nearest.ts';

/** A schedule is kept to the minute, and needs some time to be seen. Milliseconds. */
const SHORTEST_REVERT_MS = 5 * 60_000;

/** @throws UserError `unknown-phase`, `pause-undecided`, `revert-impossible` */
export function refuseUntil(environment: Environment, options: Options, context: RunContext): void {
  const { name, phases } = environment;
  const { until, leave } = options;
  const { nameOption } = context;
  const revertAfterMs = options['revert-after'];
  if (until === undefined) {
    if (revertAfterMs === undefined) return;
    throw undecided(`${nameOption('revert-after')} is for a rollout that waits`, [
      `Say after which phase, with ${nameOption('until')}.`,
    ]);
  }
  const names = phases.map((phase) => phase.name);
  if (!names.includes(until)) {
    throw new UserError('unknown-phase', `${nameOption('until')} names ${until}, which is no phase of ${name}`, {
      fix: [didYouMean(until, names)],
    });
  }
  const [leaves, reverts] = [
    `leave it with ${nameOption('leave')}`,
    `take its traffic with ${nameOption('revert-after')}`,
  ];
  if (leave === true && revertAfterMs !== undefined) {
    throw undecided('what becomes of what is deployed was said twice', [`Either ${leaves}, or ${reverts}.`]);
  }
  if (revertAfterMs !== undefined) refuseRevert(environment, until, revertAfterMs, context);
  if (leave || revertAfterMs !== undefined) return;
  throw undecided('nobody said what becomes of what is deployed when the rollout is never promoted', [
    `Either ${leaves}, or ${reverts}; promote, abort and rollback end the pause.`,
  ]);
}

function undecided(message: string, fix: readonly string[]): UserError {
  return new UserError('pause-undecided', message, { fix });
}

/** What is known to fail when the rollout pauses is refused before it begins. */
function refuseRevert(
  { phases, traffic, targets }: Environment,
  until: string,
  afterMs: number,
  { nameOption }: RunContext,
): void {
  const impossible = (why: string, ...fix: readonly string[]): UserError =>
    new UserError('revert-impossible', `${nameOption('revert-after')} cannot be done: ${why}`, { fix });
  const leaves = `Or leave what is deployed as it is, with ${nameOption('leave')}.`;
  if (afterMs < SHORTEST_REVERT_MS)
    throw impossible('it takes five minutes at least', 'Give a longer time, such as 2h.');
  if (traffic === undefined) throw impossible('nothing says how traffic is shared', 'Add `traffic`.', leaves);
  const { driver, weights } = traffic;
  if (driver.driver !== 'route53') {
    throw impossible(`AWS cannot change the weights of ${driver.driver} by a schedule, only those of route53`, leaves);
  }
  if (driver.revertRole === undefined) {
    throw impossible('no role is named that may do it', 'Add traffic.revert-role.', leaves);
  }
  const last = phases.findIndex((phase) => phase.name === until);
  const reached = new Set(phases.slice(0, last + 1).flatMap((phase) => phase.targets));
  const others = targets.filter(({ name }) => !reached.has(name));
  if (others.every(({ name }) => (weights[name] ?? 0) === 0)) {
    throw impossible(`after ${until} no target with traffic is left that has the release before`, leaves);
  }
}

/** The `sam` engine packages the sources in every target: it cannot deploy what was made before. */
export function refuseForSam({ engine }: Environment, options: Options, { nameOption }: RunContext): void {
  if (engine !== 'sam') return;
  for (const name of ['release', 'plan-file', 'plan', 'keep-plan'] as const) {
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
