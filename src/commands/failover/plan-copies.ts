import type { RunContext } from '../../context.ts';
import { patienceOf } from '../../failover/patience.ts';
import { planKey, type StoredPlan } from '../../failover/plan.ts';
import { parsePlan } from '../../failover/plan-document.ts';
import { jsonObject, parseJson } from '../../json.ts';
import { placesOf } from './survivors.ts';

/**
 * What a damaged plan file still says of where the copies lie, asked of the target that takes over alone.
 * @returns how to get a copy that is good; undefined where none can be found
 */
export async function goodCopy(text: string, to: string | undefined, context: RunContext): Promise<string | undefined> {
  const value = jsonObject(parseJson(text)) as Partial<StoredPlan> | undefined;
  const { targets, application, environment } = value ?? {};
  if (!Array.isArray(targets) || typeof application !== 'string' || typeof environment !== 'string') return undefined;
  const names = targets.filter(({ name, region }) => name === to || region === to).map(({ name }) => name);
  try {
    const copies = await copiesOf({ ...value, targets, application, environment } as StoredPlan, names, context);
    const [good] = copies;
    return good && `A copy that is good: aws s3 cp ${good.place} .`;
  } catch {
    // What is damaged may say anything: then there is nothing to name.
    return undefined;
  }
}

/**
 * What a plan of a newer version still says of the program that wrote it. Nobody is asked.
 * @returns how to get it; undefined where the plan does not say
 */
export function programOf(text: string, to: string | undefined): string | undefined {
  const value = jsonObject(parseJson(text));
  const key = jsonObject(value?.['bundle'])?.['key'];
  const targets = Array.isArray(value?.['targets']) ? value['targets'].map(jsonObject) : [];
  const bucket = targets.find((target) => target?.['name'] === to || target?.['region'] === to)?.['bucket'];
  if (typeof key !== 'string' || typeof bucket !== 'string') return undefined;
  return `Use the version that wrote it: aws s3 cp s3://${bucket}/${key} - | tar xz`;
}

/** Milliseconds that a region has to show its copy. */
const PATIENCE_MS = 2_000;

/** A sentence when a region that stays keeps a later plan than the one that is used. Never throws. */
export async function laterCopy(
  plan: StoredPlan,
  staying: readonly string[],
  context: RunContext,
): Promise<string | undefined> {
  // One that stays, and is not active, may be lost all the same.
  const patience = patienceOf(context.clock, PATIENCE_MS);
  const found = staying.map((name) => patience(copiesOf(plan, [name], context)).catch(() => []));
  const copies = (await Promise.all(found)).flatMap((copy) => copy ?? []);
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
