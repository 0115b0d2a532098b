import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { planKey, type StoredPlan } from '../../failover/plan.ts';
import { parsePlan } from '../../failover/plan-document.ts';
import { jsonObject, parseJson } from '../../json.ts';
import { placesOf } from './survivors.ts';

/**
 * What a damaged plan file still says of where the copies lie, asked of the target that takes over alone.
 * @returns `s3://bucket/key` of a copy that is good; undefined where none can be found
 */
export async function goodCopy(text: string, to: string | undefined, context: RunContext): Promise<string | undefined> {
  const value = jsonObject(parseJson(text)) as Partial<StoredPlan> | undefined;
  const { targets, application, environment } = value ?? {};
  if (!Array.isArray(targets) || typeof application !== 'string' || typeof environment !== 'string') return undefined;
  const names = targets.filter(({ name, region }) => name === to || region === to).map(({ name }) => name);
  try {
    const copies = await copiesOf({ ...value, targets, application, environment } as StoredPlan, names, context);
    return copies[0]?.place;
  } catch {
    // What is damaged may say anything: then there is nothing to name.
    return undefined;
  }
}

/** A sentence when a region that stays keeps a later plan than the one that is used. Never throws. */
export async function laterCopy(
  plan: StoredPlan,
  staying: readonly string[],
  context: RunContext,
): Promise<string | undefined> {
  const copies = await copiesOf(plan, staying, context).catch(() => []);
  const later = copies.find((copy) => Date.parse(copy.plan.compiledAt) > Date.parse(plan.compiledAt));
  if (later === undefined) return undefined;
  return `the plan of ${plan.compiledAt} was used, and ${later.place} has one of ${later.plan.compiledAt}, compiled for the release ${later.plan.release.id}`;
}

async function copiesOf(plan: StoredPlan, names: readonly string[], context: RunContext) {
  const key = planKey({ application: plan.application, name: plan.environment });
  const found = await Promise.all(
    placesOf(plan, names, context).map(async ({ storage, bucket }) => {
      const place = `s3://${await bucket()}/${key}`;
      const stored = await storage.getText(await bucket(), key);
      return stored === undefined ? [] : [{ place, plan: parsePlan(stored.text, place) }];
    }),
  );
  return found.flat();
}

/**
 * A target that never had a release of this application cannot take over, as far as the plan knows.
 * @returns what differs and need not stop it
 * @throws UserError `failover-not-ready` unless it is forced
 */
export function readiness(plan: StoredPlan, active: readonly string[], force: boolean): readonly string[] {
  const taking = plan.targets.filter(({ name }) => active.includes(name));
  const never = taking.filter(({ release }) => release === undefined).map(({ name }) => name);
  if (never.length > 0 && !force) {
    throw new UserError('failover-not-ready', `${never.join(', ')} had no release when the plan was compiled`, {
      fix: ['Deploy to it first.', 'If it serves all the same, add --force: the reason is recorded.'],
    });
  }
  return taking
    .filter(({ release }) => release !== plan.release.id)
    .map(({ name, release }) => `${name} has the release ${release ?? 'that nobody knows'}, not ${plan.release.id}`);
}
