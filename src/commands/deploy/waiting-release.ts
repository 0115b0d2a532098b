import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { OpenRollout } from '../../rollout/open-rollout.ts';
import type { ChosenEnvironment } from '../environment.ts';
import { visibleJournal } from '../visible-journal.ts';

/**
 * The release of the rollout that can be taken further.
 * @throws UserError `nothing-to-promote`
 */
export async function waitingRelease(
  { environment }: ChosenEnvironment,
  context: RunContext,
): Promise<OpenRollout['release']> {
  const last = await (await visibleJournal(environment, context))?.readAll();
  if (last?.course === 'forward') return last.release;
  const found =
    last === undefined
      ? `${environment.name} never had a rollout`
      : `the last rollout of ${environment.name}, of release ${last.release.id}, is ${MEANS[last.course]}`;
  throw new UserError('nothing-to-promote', `${found}: there is nothing to promote`, {
    fix: ['Begin one that waits: deploy --until WAVE --leave (or --revert-after 2h).'],
  });
}

const MEANS = { closed: 'over', failed: 'over and failed', 'rolling-back': 'being rolled back' } as const;
