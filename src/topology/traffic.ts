import { type Context, defined } from './context.ts';
import { readAccess } from './credentials.ts';
import type { Target } from './model.ts';
import type { ConfigEnvironment } from './schema/file.ts';
import type { TargetEntry } from './targets.ts';
import { type ConfigTraffic, readDriver } from './traffic-driver.ts';
import type { TrafficSettings } from './traffic-model.ts';

/** Whose name the access of the driver goes by in messages, where it is not that of the home target. */
const ACCESS = 'traffic';

/** The traffic settings of an environment, checked together with the weights of its targets. */
export async function readTraffic(
  environment: string,
  config: ConfigEnvironment,
  home: TargetEntry,
  entries: readonly TargetEntry[],
  context: Context,
): Promise<TrafficSettings | undefined> {
  const targets = entries.map(({ target }) => target);
  const { traffic } = config;
  if (traffic === undefined) {
    checkNoWeights(environment, targets, context);
    return undefined;
  }
  const path = ['environments', environment, 'traffic'];
  checkSteps(traffic.steps, path, context);
  const weights = readWeights(environment, targets, context);
  noteCoarseSteps(traffic.steps ?? [], weights, context);
  const driver = readDriver(traffic, targets, path, context);
  const access = await readDriverAccess(traffic, home, path, context);
  if (driver === undefined) return undefined;
  return {
    driver,
    access,
    weights,
    steps: traffic.steps ?? [100],
    floorPercent: traffic.floor ?? 0,
    ...defined({ settleMs: traffic.settle, drainPercent: traffic.drain }),
  };
}

/** A weight that nothing sets would be believed to hold. */
function checkNoWeights(environment: string, targets: readonly Target[], context: Context): void {
  const weighted = targets.find(({ weight }) => weight !== undefined);
  if (weighted === undefined) return;
  context.findings.add(
    'weight-without-driver',
    `the target ${weighted.name} of ${environment} has a weight, but nothing says how traffic is shared`,
    context.atKey('environments', environment, 'targets', weighted.name, 'weight') ?? weighted.location,
    'Add "traffic" with a driver to the environment, or remove the weights.',
  );
}

function checkSteps(steps: readonly number[] | undefined, path: readonly string[], context: Context): void {
  if (steps === undefined || steps.length === 0) return;
  const falls = steps.findIndex((step, index) => index > 0 && step <= (steps[index - 1] ?? 0));
  const example = 'Write steps such as [10, 50, 100].';
  if (falls > 0) {
    const message = `traffic.steps must rise, but ${steps[falls]} follows ${steps[falls - 1]}`;
    context.findings.add('traffic-steps', message, context.at(...path, 'steps', falls), example);
  } else if (steps.at(-1) !== 100) {
    const message = `traffic.steps must end at 100, the whole weight of the target, but end at ${steps.at(-1)}`;
    context.findings.add('traffic-steps', message, context.at(...path, 'steps', steps.length - 1), example);
  }
}

function readWeights(
  environment: string,
  targets: readonly Target[],
  context: Context,
): Readonly<Record<string, number>> {
  const path = ['environments', environment, 'targets'];
  for (const { name, weight, location } of targets) {
    if (weight !== undefined) continue;
    const message = `the target ${name} of ${environment} has no weight`;
    const fix = 'Give every target a weight from 0 to 255; 0 is a target that gets no traffic.';
    context.findings.add('weight-missing', message, location ?? context.at(...path), fix);
  }
  const weights = Object.fromEntries(targets.map(({ name, weight = 0 }) => [name, weight]));
  const given = targets.some(({ weight }) => weight !== undefined);
  if (given && Object.values(weights).every((weight) => weight === 0)) {
    const message = `all targets of ${environment} have the weight 0, which Route 53 takes for equal shares`;
    context.findings.add('weights-all-zero', message, context.at(...path), 'Give one target a weight.');
  }
  return weights;
}

/** 10 % of a weight of 3 is not to be had: whole weights are what there is. */
function noteCoarseSteps(steps: readonly number[], weights: TrafficSettings['weights'], context: Context): void {
  const first = steps[0] ?? 100;
  for (const [name, weight] of Object.entries(weights)) {
    if (weight === 0 || (weight * first) / 100 >= 1) continue;
    const percent = Math.round(100 / weight);
    context.note(
      `warning: the first step of ${name} is ${percent}% of its weight, not ${first}%: a weight of ${weight} has no smaller part. Multiply all weights by the same number`,
    );
  }
}

/** The home target's account and credentials unless the driver has its own: a zone is often in another account. */
async function readDriverAccess(
  traffic: ConfigTraffic,
  home: TargetEntry,
  path: readonly string[],
  context: Context,
): Promise<Target> {
  const own = [traffic.account, traffic['role-to-assume'], traffic.credentials].some((value) => value !== undefined);
  if (!own) return home.target;
  const levels = [...home.access, { path, access: traffic }];
  // The role of the home target is of its account: another account needs a role that is completed with it.
  const access = await readAccess(ACCESS, home.partition, levels, context);
  const { region, partition } = home.target;
  return { name: ACCESS, region, partition, ...access, groups: [] };
}
