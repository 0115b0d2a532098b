import type { RunContext } from '../context.ts';
import { UserError } from '../errors.ts';
import type { RunResult } from '../report/run-result.ts';
import type { OpenRollout } from '../rollout/open-rollout.ts';
import type { Command } from './command.ts';
import { journalOf } from './deploy/journal.ts';
import { proveTargets } from './deploy/prove-targets.ts';
import { createTargetWork, DEFAULT_LOCK_WAIT_MS } from './deploy/target-work.ts';
import { endRevert } from './end-revert.ts';
import { environmentOf } from './environment.ts';
import { runResult } from './result.ts';

/** Gives up the open rollout. Stacks and weights stay as they are: `rollback` returns the ones, `shift` the others. */
export const abort: Command = async (options, context): Promise<RunResult> => {
  const startedAt = context.clock.now();
  const { environment } = await environmentOf(options, context, { templates: false });
  const { application, name } = environment;
  const dryRun = options['dry-run'] === true;
  const targets = environment.targets.map((target) => target.name);
  const { version, report } = context;
  report({ type: 'run.started', command: 'abort', version, application, environment: name, targets, dryRun });
  const works = createTargetWork(
    environment,
    {
      command: 'abort',
      lockWaitMs: options['lock-wait'] ?? DEFAULT_LOCK_WAIT_MS,
      leases: !dryRun,
      makesBuckets: false,
    },
    context,
  );
  try {
    const journal = journalOf(environment, await proveTargets(works, options, context), context);
    const last = await journal.readAll();
    // One that failed may have left a revert behind that it could not be sure of.
    const over = last?.course === 'closed' || (last?.course === 'failed' && last.revert === undefined);
    if (last === undefined || over) {
      throw new UserError('nothing-open', `no rollout of ${name} is open`, { fix: ['See status.'] });
    }
    const given = givenUp(last, context);
    if (!dryRun) {
      await confirmed(last, context);
      await endRevert(last, environment, context);
      await journal.save(given, 'everywhere');
    }
    const status = dryRun ? 'planned' : 'succeeded';
    return runResult(
      environment,
      { command: 'abort', startedAt, instances: [], status, release: last.release, rollout: dryRun ? last : given },
      context,
    );
  } finally {
    await Promise.all([...works.values()].map((work) => work.close()));
  }
};

function givenUp({ paused: _, revert: __, ...last }: OpenRollout, { origin }: RunContext): OpenRollout {
  const failure = { phase: '', reason: `given up by ${origin.who}` };
  return { ...last, course: 'failed', revision: last.revision + 1, failure };
}

async function confirmed({ release, course }: OpenRollout, context: RunContext): Promise<void> {
  const half = course === 'rolling-back' ? ' It is being rolled back, and would stay half way.' : '';
  if (await context.confirm(`Give up the rollout of release ${release.id}?${half}`)) return;
  throw new UserError('declined', 'the rollout is still open', { fix: ['Answer y, or add --yes.'] });
}
