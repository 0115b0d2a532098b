import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import { authorityOf } from '../../failover/authority.ts';
import { compilePlan } from '../../failover/compile.ts';
import { patienceOf } from '../../failover/patience.ts';
import { type Authority, type FailoverPlan, planKey } from '../../failover/plan.ts';
import { parsePlan, writePlan } from '../../failover/plan-document.ts';
import type { InstanceResult } from '../../report/run-result.ts';
import type { FailoverSettings } from '../../topology/failover-model.ts';
import type { Environment } from '../../topology/model.ts';
import { withRoles } from '../../topology/with-role.ts';
import { bucketOf } from '../bucket-of.ts';
import { settingsOf } from '../deploy/target-settings.ts';
import type { ChosenEnvironment } from '../environment.ts';
import { expectedRelease, returnedTargets } from './expected-release.ts';
import { fenceOf } from './fence-functions.ts';
import { keepBundle } from './keep-bundle.ts';
import { planValues, type Resolve } from './plan-values.ts';
import { plannedWork } from './plan-work.ts';

export interface DeployedRelease {
  readonly release: FailoverPlan['release'];
  readonly results: readonly InstanceResult[];
  /** Release that a target is known to have now; absent: what {@link expectedRelease} says after a deployment. */
  readonly has?: (target: string) => string | undefined;
  /** Also written here; from the working directory. */
  readonly file?: string;
}

/**
 * Compiles the failover plan after a deployment or a rollback and keeps it in the bucket of every target that answers. Never throws:
 * the deployment is done, and an earlier plan still lies there.
 */
export async function keepFailoverPlan(
  chosen: Pick<ChosenEnvironment, 'whole' | 'excluded'>,
  deployed: DeployedRelease,
  context: RunContext,
): Promise<void> {
  const { failover } = chosen.whole;
  if (failover === undefined || context.signal.aborted) return;
  const warn = (text: string): void =>
    context.report({ type: 'note', level: 'warning', text: `the failover plan was not compiled: ${text}` });
  try {
    await compileAndKeep(chosen, failover, deployed, warn, context);
  } catch (error) {
    warn(errorText(error));
  }
}

async function compileAndKeep(
  { whole, excluded }: Pick<ChosenEnvironment, 'whole' | 'excluded'>,
  settings: FailoverSettings,
  { results, file, ...deployed }: DeployedRelease,
  warn: (text: string) => void,
  context: RunContext,
): Promise<void> {
  const key = planKey(whole);
  const places = await placesOf(whole, excluded, context);
  const before = await earlierPlan(places, key);
  const { release, has } =
    deployed.has === undefined
      ? expectedRelease(
          deployed.release,
          results,
          before,
          whole.onFailure,
          await recordedReleases(whole, results, context),
        )
      : { has: deployed.has, ...deployed };
  const asked = new Set(places.map(({ target }) => target));
  const told = (text: string): void => context.report({ type: 'note', level: 'warning', text });
  const [resolve, bundle, work, fence] = await Promise.all([
    planValues(whole, settings, results, context),
    keepBundle(places, context),
    plannedWork(whole, settings, asked, { release, before }, context),
    fenceOf(whole, settings, before?.fence, told, context),
  ]);
  const authority = await publicAuthority(settings, resolve, before, context);
  const earlier = (name: string) => before?.targets.find((target) => target.name === name);
  const buckets = Object.fromEntries(
    whole.targets.map(({ name }) => [
      name,
      places.find(({ target }) => target === name)?.bucket ?? earlier(name)?.bucket,
    ]),
  );
  const releases = Object.fromEntries(whole.targets.map(({ name }) => [name, has(name) ?? earlier(name)?.release]));
  const compiled = compilePlan(withRoles(whole), settings, {
    work,
    release,
    fence,
    compiledAt: new Date(context.clock.now()).toISOString(),
    compiledBy: context.origin.who,
    buckets,
    releases,
    resolve,
    ...(bundle !== undefined && { bundle }),
    ...(authority !== undefined && { authority }),
  });
  if (compiled.kind === 'unknown') {
    warn(`${compiled.texts.join(', ')} is not known; what was compiled last stays as it is`);
    return;
  }
  const text = writePlan(compiled.plan);
  if (file !== undefined) await context.writeFile(join(context.cwd, file), text);
  await Promise.all(
    places.map(async ({ target, storage, bucket }) => {
      try {
        await storage.putText(bucket, key, text);
      } catch (error) {
        const sentence = `the failover plan could not be kept in ${target}: ${errorText(error)}`;
        context.report({ type: 'note', level: 'warning', text: sentence, target });
      }
    }),
  );
}

/** What the records of targets say that they have, of those that something was taken back from; who does not tell is absent. */
async function recordedReleases(
  whole: Environment,
  results: readonly InstanceResult[],
  context: RunContext,
): Promise<ReadonlyMap<string, FailoverPlan['release']>> {
  const returned = returnedTargets(results);
  const instances = whole.instances.filter(({ target }) => returned.has(target.name));
  if (instances.length === 0) return new Map();
  const { deployedReleases } = await import('../deployed-releases.ts');
  const found = await deployedReleases({ ...whole, instances }, context);
  return new Map([...found].flatMap(([name, known]) => ('release' in known ? [[name, known.release] as const] : [])));
}

/** Milliseconds that a deployment waits for DNS. */
const NAMES_PATIENCE_MS = 5_000;

/** Who answers for the public name now; where nobody can say, who did when the plan was compiled before. */
async function publicAuthority(
  { probe }: FailoverSettings,
  resolve: Resolve,
  before: FailoverPlan | undefined,
  { clock, names }: Pick<RunContext, 'clock' | 'names'>,
): Promise<Authority | undefined> {
  const url = probe && resolve(probe.url);
  if (probe === undefined || url === undefined) return undefined;
  const asked = authorityOf({ ...probe, url }, names).then((authority) => ({ authority }));
  const answer = await patienceOf(clock, NAMES_PATIENCE_MS)(asked).catch(() => undefined);
  if (answer !== undefined) return answer.authority;
  return before?.authority?.name === new URL(url).hostname ? before.authority : undefined;
}

/** Buckets of all targets that may be asked and answer. */
async function placesOf(whole: Environment, excluded: ReadonlySet<string>, context: RunContext) {
  const found = await Promise.all(
    whole.targets.map(async (target) => {
      if (excluded.has(target.name)) return [];
      const session = context.aws.session(target);
      // Who does not answer is told of where its stacks are.
      const bucket = await bucketOf(session, settingsOf(whole, target.name), context).catch(() => undefined);
      return bucket === undefined ? [] : [{ target: target.name, storage: session.storage, bucket }];
    }),
  );
  return found.flat();
}

type Place = Awaited<ReturnType<typeof placesOf>>[number];

/** What was compiled last: for targets that this deployment did not reach. */
async function earlierPlan(places: readonly Place[], key: string): Promise<FailoverPlan | undefined> {
  for (const { storage, bucket } of places) {
    const stored = await storage.getText(bucket, key).catch(() => undefined);
    try {
      if (stored !== undefined) return parsePlan(stored.text, key);
    } catch {
      // A damaged copy is replaced.
    }
  }
  return undefined;
}
