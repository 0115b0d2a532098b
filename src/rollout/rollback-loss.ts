import { mayDestroy } from '../stack/changes.ts';
import type { ResourceChange } from '../stack/model.ts';

type IsStateful = (resourceType: string) => boolean;

/**
 * Paths of what a rollback would take data from: stateful resources that it deletes or replaces (also where the old one
 * is retained: the application would go on with an empty one), replicas that it removes, and nested stacks that
 * nobody could look into. A removal under which CloudFormation keeps the resource loses nothing.
 */
export function stateAtRisk(changes: readonly ResourceChange[], isStateful: IsStateful): readonly string[] {
  return changes
    .filter((change) => {
      if (change.unseen || change.dataLoss) return true;
      if (!isStateful(change.resourceType)) return false;
      if (change.action === 'Remove') return change.policyAction !== 'Retain';
      return mayDestroy(change) || mayRemoveReplica(change);
    })
    .map(({ path }) => path);
}

/**
 * What would be at risk if a release with these changes were left: what it adds goes, what it replaces is replaced again.
 * @param retained logical ids with `DeletionPolicy: Retain` in the template of that release
 */
export function stateAtRiskOfLeaving(
  changes: readonly ResourceChange[],
  retained: ReadonlySet<string>,
  isStateful: IsStateful,
): readonly string[] {
  return changes
    .filter(({ resourceType }) => isStateful(resourceType))
    .filter((change) => {
      if (change.action === 'Add') return !(change.path === change.logicalId && retained.has(change.logicalId));
      return change.replacement === 'True' || mayRemoveReplica(change);
    })
    .map(({ path }) => path);
}

/** Properties that list the regions a resource is copied to. */
const REPLICAS: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable': 'Replicas',
  'AWS::SecretsManager::Secret': 'ReplicaRegions',
};

/** Which ones go cannot be told from a change set for certain: any change of the list counts. */
function mayRemoveReplica({ resourceType, properties }: ResourceChange): boolean {
  const name = REPLICAS[resourceType];
  return name !== undefined && properties.some((property) => property.name.split(/[./]/).includes(name));
}
