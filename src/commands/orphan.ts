import { UserError } from '../errors.ts';
import type { InventoryEntry } from '../records/inventory.ts';
import type { Environment, StackInstance, StackSettings, Target } from '../topology/model.ts';
import { homeOf } from './inventory-place.ts';

/** The target of an orphan: where it was, reached the way its account, else the home target, is reached. */
export function orphanTarget({ target, region, account }: InventoryEntry, whole: Environment): Target {
  const like = whole.targets.find((candidate) => candidate.account === account) ?? homeOf(whole);
  return { ...like, name: target, region, account };
}

/**
 * A stack that the configuration forgot, with the settings it was deployed with. Where nobody noted them, those of what
 * is most like it, but no service role: that of another account would be wrong, and CloudFormation uses the one that the
 * stack has (API reference, DeleteStack).
 * @throws UserError `no-targets`
 */
export function orphanInstance(entry: InventoryEntry, whole: Environment): StackInstance {
  const key = entry.instance.split('@')[0] ?? entry.instance;
  const target = orphanTarget(entry, whole);
  const like = mostLike(whole, key, target);
  if (like === undefined) throw new UserError('no-targets', `${whole.name} has no target`);
  const { serviceRole: _, artifactBucket, ...settings }: StackSettings = like.settings;
  const noted = entry.settings ?? (artifactBucket === undefined ? {} : { artifactBucket });
  return {
    id: entry.instance,
    target,
    stack: { ...like.stack, key, stackName: entry.stackName },
    settings: { ...settings, ...noted },
  };
}

/** Of the same stack and account, else of the same account, else of the same stack. */
function mostLike({ instances }: Environment, key: string, { account }: Target): StackInstance | undefined {
  const score = ({ stack, target }: StackInstance): number =>
    (target.account === account ? 2 : 0) + (stack.key === key ? 1 : 0);
  return instances.toSorted((a, b) => score(b) - score(a))[0];
}
