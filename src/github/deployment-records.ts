import { errorText, UserError } from '../errors.ts';
import type { Options } from '../options/values.ts';
import type { TimedEvent } from '../report/events.ts';
import type { Plan } from '../report/plan-report.ts';
import type { Renderer } from '../report/reporter.ts';
import type { RunResult } from '../report/run-result.ts';
import { count } from '../report/text.ts';
import type { EndState } from '../stack/model.ts';
import { deploymentUrl } from './deployment-url.ts';
import { isMadeByJob } from './job-deployment.ts';
import type { DeploymentState, GitHub } from './model.ts';
import { REPORT_WAIT_MS, type ReportPorts } from './reports.ts';

/** A job's token has 1,000 requests an hour for the whole repository, and a record takes four. */
const MOST_TARGETS = 100;
/** "Wait at least one second between each request" that writes; a handful is let through without it. */
const FREE_WRITES = 40;
const PAUSE_MS = 1_000;
/** At the end of a run, and of one that is cancelled: the runner kills it 10 s after its signal. */
const LAST_WAIT_MS = 180_000;
const CANCELLED_WAIT_MS = 4_000;

/**
 * A deployment record for each target, with its state and address. It is shown, so it is a renderer: secrets are out of
 * what it gets, and what goes wrong with it is told and never ends the run.
 */
export function createDeploymentRecords(options: Options, ports: ReportPorts): Renderer {
  const records = new Map<string, Promise<number | undefined>>();
  let run: { readonly environment: string; readonly targets: readonly string[]; readonly key: string } | undefined;
  let ref = ports.run.commit;
  let github: Promise<GitHub> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let writes = 0;
  let broken: unknown;

  const connected = () => {
    github ??= ports.connect(options['github-token'], { mostWaitMs: REPORT_WAIT_MS, afterCancel: true });
    return github;
  };
  /** One after the other: GitHub asks for it, and what refuses one refuses the next as well. */
  const inTurn = <T>(act: (client: GitHub) => Promise<T>): Promise<T | undefined> => {
    const done = queue.then(async () => {
      if (broken !== undefined) return undefined;
      try {
        writes += 1;
        if (writes > FREE_WRITES) await ports.clock.sleep(PAUSE_MS);
        return await act(await connected());
      } catch (error) {
        broken = error;
        return undefined;
      }
    });
    queue = done;
    return done;
  };
  const setState = (id: number, state: DeploymentState, description: string, environmentUrl?: string) =>
    inTurn((client) =>
      client.setDeploymentStatus(id, {
        state,
        description,
        ...(ports.run.runUrl !== undefined && { logUrl: ports.run.runUrl }),
        ...(environmentUrl !== undefined && { environmentUrl }),
      }),
    );

  /** The record of a target; undefined when the job has one of the same name, or none can be made. */
  function recordOf(target: string): Promise<number | undefined> {
    const known = records.get(target);
    if (known !== undefined || run === undefined || ref === undefined) return known ?? Promise.resolve(undefined);
    const { environment, targets, key } = run;
    const name = targets.length === 1 ? environment : `${environment}/${target}`;
    const wish = { ref, environment: name, key: `${key} ${environment}/${target}` };
    const made = inTurn(async (client) => {
      if (await isMadeByJob(client, name, ports.run)) return undefined;
      return (await client.createDeployment({ ...wish, description: `${environment}, ${target}` })).id;
    });
    records.set(target, made);
    return made;
  }

  function begin(target: string): void {
    if (records.has(target)) return;
    void recordOf(target).then((id) => (id === undefined ? undefined : setState(id, 'in_progress', 'being deployed')));
  }

  async function end(result: RunResult): Promise<void> {
    await Promise.all(
      Object.entries(result.targets).map(async ([target, { state, outputs }]) => {
        const { record, description } = endStates[state];
        // Nothing was done there, and nothing is to be corrected.
        const nothing = state === 'skipped' || (state === 'no-change' && result.command === 'rollback');
        if (nothing && !records.has(target)) return;
        const returned = state === 'rolled-back' && result.command === 'rollback';
        const id = await recordOf(target);
        if (id === undefined) return;
        await setState(
          id,
          returned ? 'success' : record,
          returned ? 'the recorded release is back' : description,
          deploymentUrl(outputs, options['deployment-url']),
        );
      }),
    );
  }

  function prepare(plan: Plan): void {
    const targets = [...new Set(plan.phases.flatMap((phase) => phase.targets))];
    ref = plan.commit ?? ref;
    const { number } = ports.run;
    const own = number === undefined ? `at ${ports.clock.now()}` : `run ${number}`;
    // A run that returns what it deployed has two records: what it left is inactive, what is back is active.
    const key = rollback ? `rollback ${own}` : own;
    if (targets.length > MOST_TARGETS) {
      ports.say(
        `no deployment records: ${count(targets.length, 'target')} would take more requests than GitHub allows in an hour`,
      );
    } else if (ref === undefined) ports.say('no deployment records: the commit of the release is not known');
    else run = { environment: plan.environment, targets, key };
  }

  let dryRun = true;
  let rollback = false;
  let ended: Promise<unknown> | undefined;
  return {
    event(event: TimedEvent) {
      if (event.type === 'run.started') {
        dryRun = event.dryRun;
        rollback = event.command === 'rollback';
      }
      if (event.type === 'plan.ready' && !dryRun) prepare(event.plan);
      if (run === undefined) return;
      if (event.type === 'instance.state' && (event.state === 'executing' || event.state === 'rolling-back'))
        begin(event.target);
      if (event.type === 'run.finished' && event.result.status !== 'planned') ended = end(event.result);
      if (event.type === 'run.refused') ended = stopAll(records, setState);
    },
    async close() {
      const wait = ports.signal.aborted ? CANCELLED_WAIT_MS : LAST_WAIT_MS;
      const done = (ended ?? Promise.resolve()).then(() => queue).then(() => true);
      const stop = new AbortController();
      const late = ports.clock.sleep(wait, stop.signal).then(
        () => false,
        () => true,
      );
      const inTime = await Promise.race([done, late]);
      stop.abort();
      if (broken !== undefined) ports.warn(whyNot(broken));
      else if (!inTime) ports.warn('the deployment records on GitHub are not complete: it did not answer in time');
    },
  };
}

/** The run ended before it had a result. */
async function stopAll(
  records: ReadonlyMap<string, Promise<number | undefined>>,
  setState: (id: number, state: DeploymentState, description: string) => Promise<unknown>,
): Promise<void> {
  for (const record of records.values()) {
    const id = await record;
    if (id !== undefined) await setState(id, 'error', 'the run ended without a result');
  }
}

const endStates: Readonly<Record<EndState, { readonly record: DeploymentState; readonly description: string }>> = {
  succeeded: { record: 'success', description: 'deployed' },
  'no-change': { record: 'success', description: 'nothing had to change' },
  failed: { record: 'failure', description: 'CloudFormation restored the stack' },
  stuck: { record: 'failure', description: 'the stack needs repair' },
  'timed-out': { record: 'failure', description: 'it took too long' },
  unreachable: { record: 'failure', description: 'the region could not be reached' },
  cancelled: { record: 'error', description: 'cancelled' },
  skipped: { record: 'inactive', description: 'not deployed' },
  'rolled-back': { record: 'inactive', description: 'rolled back' },
};

function whyNot(error: unknown): string {
  const fix = error instanceof UserError ? error.fix : [];
  return [`the deployment records on GitHub are not complete: ${errorText(error)}.`, ...fix].join(' ');
}
