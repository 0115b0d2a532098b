import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import { type Applicant, admit } from '../../rollout/admission.ts';
import type { OpenRollout } from '../../rollout/open-rollout.ts';
import type { InstancePlan } from '../../rollout/plan.ts';
import { whyOlder } from './older.ts';
import type { PreparedRun } from './prepare-run.ts';

/**
 * The rollout to work on as home knows it, before anything is planned. Nothing but a rollback that somebody began goes on
 * without knowing the weights.
 * @throws UserError `rollout-open`, `older-release`, `traffic-unreachable`
 */
export async function admittedRollout(
  prepared: PreparedRun,
  options: Options,
  context: RunContext,
): Promise<OpenRollout> {
  const admitted = admit(prepared.lastRollout, await applicant(prepared, options, context));
  if (prepared.trafficProblem !== undefined && admitted.course !== 'rolling-back') throw prepared.trafficProblem;
  return admitted;
}

/**
 * The rollout to work on as all targets know it. Home alone was asked so far; where nothing is to be written, and nothing
 * is open, that is enough.
 * @throws UserError `rollout-open`, `older-release`, `rollout-unknown`, `rolled-back-meanwhile`
 */
export async function latestRollout(
  seen: OpenRollout,
  plans: ReadonlyMap<string, InstancePlan>,
  prepared: PreparedRun,
  options: Options,
  context: RunContext,
): Promise<OpenRollout> {
  const idle = [...plans.values()].every(({ preparation }) => preparation?.kind === 'no-change');
  if (idle && prepared.rolloutKnown() && seen.revision === 0 && Object.keys(seen.phases).length === 0) return seen;
  const lastRollout = await prepared.latestRollout();
  // Nothing was planned for what another run was taking back: there is nothing that anybody has seen.
  if (seen.course === 'rolling-back' && lastRollout?.course !== 'rolling-back') {
    throw new UserError('rolled-back-meanwhile', `another run has just rolled back release ${seen.release.id}`, {
      fix: ['See why with status. To deploy it all the same, run the same command again.'],
    });
  }
  return admit(lastRollout, await applicant({ ...prepared, lastRollout }, options, context));
}

/** Whose rollout this is: that of the workflow run, else of the process. */
async function applicant(
  { release, lastRollout }: PreparedRun,
  options: Options,
  context: RunContext,
): Promise<Applicant> {
  const { origin, env, clock } = context;
  const older = options['allow-older'] ? undefined : await whyOlder(release, lastRollout, context);
  return {
    release,
    owner: { run: env['GITHUB_RUN_ID'] ?? origin.runId, who: origin.who },
    supersede: options.supersede === true,
    ...(older !== undefined && { older }),
    now: clock.now(),
  };
}
