import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import { unknownAsNone } from '../../records/rollout-journal.ts';
import type { Release } from '../../release/model.ts';
import type { OpenRollout } from '../../rollout/open-rollout.ts';
import type { InstancePlan } from '../../rollout/plan.ts';
import type { Template } from '../../template/model.ts';
import type { Environment } from '../../topology/model.ts';
import { activeReader } from '../active-targets.ts';
import { createConsumerRoles } from '../consumer-roles.ts';
import type { ChosenEnvironment } from '../environment.ts';
import { homeOf } from '../inventory-place.ts';
import { refuseOpenDrill } from '../refuse-drill.ts';
import { forecastNotes, forecastRollback } from '../rollback/forecast.ts';
import { createRollbackWork } from '../rollback/rollback-work.ts';
import { readable, type SeenTraffic, seenTraffic } from '../visible-weights.ts';
import { createChangeSetEngine } from './changeset-engine.ts';
import { checkTemplates } from './check-templates.ts';
import { drainSettings } from './drain-first.ts';
import { journalOf } from './journal.ts';
import { proveTargets } from './prove-targets.ts';
import { durationsOf, type KnownInventory, readEarlier } from './record-inventory.ts';
import { createRecordedOutputs } from './recorded-outputs.ts';
import { createRecorder } from './recorder.ts';
import { obtainRelease } from './release.ts';
import { createRolloutPorts, type DeployPorts } from './rollout-ports.ts';
import { createSamEngine } from './sam-engine.ts';
import { createStackTemplates, type StackTemplate } from './stack-template.ts';
import { settingsOf } from './target-settings.ts';
import { createTargetWork, DEFAULT_LOCK_WAIT_MS, type TargetWork } from './target-work.ts';
import { trafficPortsOf } from './traffic.ts';

/** Everything a plan or a deployment works with. */
export interface PreparedRun {
  readonly environment: Environment;
  readonly release: Omit<Release, 'origin'>;
  readonly templateOf: (stack: string) => StackTemplate;
  readonly ports: DeployPorts;
  /** The latest rollout of the environment, read while the release was made; a plan reads none. */
  readonly lastRollout: OpenRollout | undefined;
  /** The same as every target keeps it, which may be later; asked before anything is written. */
  latestRollout(): Promise<OpenRollout | undefined>;
  /** Why the weights could not be read, where a rollback goes on without them. */
  readonly trafficProblem?: unknown;
  /** Whether any target said which rollout is its latest. */
  rolloutKnown(): boolean;
  /** Traffic before the first change; undefined where there is none to move, or it cannot be read. */
  seenTraffic(): Promise<SeenTraffic | undefined>;
  /** Milliseconds of each stack's last deployments, by instance. */
  readonly earlierMs: ReadonlyMap<string, readonly number[]>;
  /** What the plan says of rolling a stack back, where the environment asks for that when a rollout fails. */
  forecast(plan: InstancePlan): Promise<readonly string[]>;
  /** As it was when the run began; undefined: it could not be read. */
  readonly inventory: KnownInventory | undefined;
  /** Gives the leases back and deletes temporary files. */
  close(): Promise<void>;
}

/** How long giving back may take after a cancel: the runner kills 10 s after its first signal. */
const CLOSE_AFTER_CANCEL_MS = 3_000;

/**
 * Proves the account of every target, then makes or loads the release. Buckets and leases of the targets are obtained
 * while `sam package` runs.
 */
export async function prepareRun(
  command: 'deploy' | 'plan',
  chosen: ChosenEnvironment,
  options: Options,
  context: RunContext,
): Promise<PreparedRun> {
  const { environment, whole } = chosen;
  const writes = command === 'deploy' && options['dry-run'] !== true;
  const sources =
    options.release === undefined
      ? await checkTemplates(environment.stacks, options.build === 'never', context)
      : new Map<string, Template>();
  // A plan in a file is executed as it is: what it needs must be there when it is made.
  const keepsPlan = command === 'plan' && (options['plan-file'] !== undefined || options['keep-plan'] === true);
  const targets = createTargetWork(
    environment,
    {
      command,
      lockWaitMs: options['lock-wait'] ?? DEFAULT_LOCK_WAIT_MS,
      leases: writes,
      makesBuckets: writes || keepsPlan,
    },
    context,
  );
  const closeTargets = (): Promise<unknown> => Promise.all([...targets.values()].map((work) => work.close()));
  try {
    const reachable = await proveTargets(targets, options, context);
    // What cannot be held or found is reported when its turn comes; nobody waits for this here.
    for (const work of reachable) {
      work.findBucket(settingsOf(environment, work.target.name)).catch(() => undefined);
      work.lease().catch(() => undefined);
    }
    const journal = journalOf(environment, reachable, context);
    const returns = async () => (await journal.readAll().catch(unknownAsNone))?.course === 'rolling-back';
    const traffic = writes
      ? await trafficPortsOf(environment, { works: reachable, command, returns }, context)
      : undefined;
    const atHome = reachable.some(({ target }) => target.name === environment.home);
    const last = writes
      ? atHome
        ? journal.read()
        : journal.readAll().catch(unknownAsNone)
      : Promise.resolve(undefined);
    // Who is refused because of it is told when the release is made.
    last.catch(() => undefined);
    const earlier = readEarlier(chosen, homeBucket(chosen, reachable), context);
    const { release, artifacts, folder, dispose } = await obtainRelease(
      {
        command,
        forecast: !writes && !keepsPlan,
        environment,
        whole,
        targets: reachable,
        silent: silentTargets(chosen, reachable),
        sources,
      },
      options,
      context,
    );
    const templateOf = createStackTemplates(release, context);
    const inventory = await earlier;
    const earlierMs = durationsOf(inventory);
    const parts = { release, targets, templateOf, earlierMs };
    const recorder = createRecorder({ application: environment.application, environment: environment.name }, context);
    const roles = writes ? createConsumerRoles(whole, reachable, context) : undefined;
    const engine =
      artifacts.kind === 'built'
        ? createSamEngine({ ...parts, ...artifacts, folder: join(folder, 'sam'), roles }, context)
        : createChangeSetEngine(
            { ...parts, ...artifacts, environment, recorder, roles, repair: writes, waits: writes || keepsPlan },
            context,
          );
    const acceptDataLoss = options['accept-data-loss'] === true;
    const recorded = createRecordedOutputs(recorder, context);
    const rollback = createRollbackWork({ recorder, targets, environment, roles, acceptDataLoss, given: {} }, context);
    const active = activeReader(environment, reachable, context);
    return {
      environment,
      release,
      templateOf,
      earlierMs,
      inventory,
      lastRollout: await last,
      trafficProblem: traffic?.problem,
      rolloutKnown: journal.answered,
      latestRollout: async () => {
        // Who is at work ends first: what it leaves is what this run goes on from.
        await Promise.allSettled(reachable.map((work) => work.lease()));
        if (environment.failover !== undefined)
          refuseOpenDrill(await activeReader(environment, reachable, context).state());
        return journal.readAll(reachable.some((work) => work.waited()) ? 'again' : undefined);
      },
      seenTraffic: async () => {
        if (traffic !== undefined) return traffic.seen(active);
        const seen = await seenTraffic(environment, active, context);
        const drained = async (given: SeenTraffic): Promise<SeenTraffic> => ({
          ...given,
          settings: await drainSettings(given.settings, given.weights, environment, reachable, context),
        });
        return seen && readable(context, () => drained(seen));
      },
      forecast: async (plan) => {
        if (environment.onFailure === 'stop') return [];
        const retained = (stack: string): ReadonlySet<string> => templateOf(stack).retained;
        try {
          return forecastNotes(await forecastRollback(plan, { recorder, acceptDataLoss, retained }));
        } catch (error) {
          // The plan stands without it: whether the stack can return is found out when it should.
          return [`whether it could be rolled back is not known: ${errorText(error)}`];
        }
      },
      ports: createRolloutPorts(
        {
          whole,
          release,
          engine,
          journal,
          rollback,
          traffic: traffic?.ports,
          recorded,
          isActive: active.isActive,
          overrideAlarms: options['override-alarms'],
        },
        context,
      ),
      close: async () => {
        const given = (async () => {
          await traffic?.close();
          await closeTargets();
        })();
        const closing = Promise.all([given, dispose()]);
        await (context.signal.aborted ? Promise.race([closing, context.clock.sleep(CLOSE_AFTER_CANCEL_MS)]) : closing);
      },
    };
  } catch (error) {
    await closeTargets();
    throw error;
  }
}

/** Who is not asked for anything: what was left out, and what has just been found not to answer. */
function silentTargets(
  { environment, excluded }: ChosenEnvironment,
  reachable: readonly TargetWork[],
): ReadonlySet<string> {
  const answering = new Set(reachable.map(({ target }) => target.name));
  const lost = environment.targets.map(({ name }) => name).filter((name) => !answering.has(name));
  return new Set([...excluded, ...lost]);
}

/** Where this run works on the home target, its bucket is looked up once for everything. */
function homeBucket(
  { environment, whole }: ChosenEnvironment,
  reachable: readonly TargetWork[],
): (() => Promise<string>) | undefined {
  const { name } = homeOf(whole);
  const home = reachable.find(({ target }) => target.name === name);
  return home && (() => home.bucket(settingsOf(environment, name)));
}
