import type { ChangeSet, ChangeSetChange } from '../aws/cloudformation-port.ts';
import { losesResource, NESTED_STACK, resourceChange } from './changes.ts';
import { isEmptyReason } from './empty.ts';
import type { ResourceChange } from './model.ts';
import type { StackPorts } from './ports.ts';
import type { Mask } from './secrets.ts';
import { stackTree } from './stack-tree.ts';

export interface PlannedChanges {
  readonly changes: readonly ResourceChange[];
  /**
   * Nothing but nested stacks that CloudFormation lists because it always lists them. Whether the change set does
   * anything then depends on what no change set shows: template, parameters and tags of the stack itself.
   */
  readonly onlyAutomatic: boolean;
  readonly notes: readonly string[];
}

const DEEPEST = 5;

/** The changes of a change set and of those of its nested stacks. */
export async function plannedChanges(
  changeSet: ChangeSet,
  mask: Mask,
  ports: Pick<StackPorts, 'cloudformation' | 'isStateful'>,
): Promise<PlannedChanges> {
  return collect(changeSet, [], mask, ports);
}

async function collect(
  changeSet: ChangeSet,
  parents: readonly string[],
  mask: Mask,
  ports: Pick<StackPorts, 'cloudformation' | 'isStateful'>,
): Promise<PlannedChanges> {
  const changes: ResourceChange[] = [];
  const notes: string[] = [];
  let onlyAutomatic = changeSet.changes.length > 0;
  for (const change of changeSet.changes) {
    const own = resourceChange(change, { parents, mask, isStateful: ports.isStateful });
    if (change.resourceType !== NESTED_STACK) {
      onlyAutomatic = false;
      changes.push(own);
      continue;
    }
    const child = await nestedChanges(change, [...parents, change.logicalId], mask, ports);
    notes.push(...child.notes);
    const automatic = isAutomatic(change) && child.unchanged !== false;
    if (!automatic) onlyAutomatic = false;
    // Listed for form's sake and known to change nothing: not worth a line in a plan.
    if (automatic && child.unchanged === true) continue;
    changes.push({
      ...own,
      dataLoss: own.dataLoss || (losesResource(change) && (await holdsData(change, ports))),
      ...(child.hidden && { unseen: true as const }),
    });
    changes.push(...child.changes);
  }
  return { changes, onlyAutomatic, notes };
}

interface NestedChanges {
  readonly changes: readonly ResourceChange[];
  /** Undefined: CloudFormation made no change set for the nested stack. */
  readonly unchanged: boolean | undefined;
  /** It changes in a way that cannot be shown. */
  readonly hidden: boolean;
  readonly notes: readonly string[];
}

async function nestedChanges(
  change: ChangeSetChange,
  path: readonly string[],
  mask: Mask,
  ports: Pick<StackPorts, 'cloudformation' | 'isStateful'>,
): Promise<NestedChanges> {
  // What is in a nested stack that comes or goes, comes or goes with it.
  const living = change.action !== 'Add' && change.action !== 'Remove';
  if (change.nestedChangeSetId === undefined) {
    if (!living) return { changes: [], unchanged: undefined, hidden: false, notes: [] };
    return { ...hidden(path, 'CloudFormation made no change set for it'), unchanged: undefined };
  }
  const child = await ports.cloudformation.describeChangeSet(change.nestedChangeSetId, { properties: true });
  if (child === undefined || path.length > DEEPEST)
    return { ...hidden(path, 'its change set cannot be read'), hidden: living };
  if (child.status === 'FAILED') {
    return isEmptyReason(child.statusReason)
      ? { changes: [], unchanged: true, hidden: false, notes: [] }
      : { ...hidden(path, child.statusReason ?? 'its change set failed'), hidden: living };
  }
  const planned = await collect(child, path, mask, ports);
  return { ...planned, hidden: false, unchanged: planned.onlyAutomatic && planned.changes.length === 0 };
}

function hidden(path: readonly string[], why: string): NestedChanges {
  return {
    changes: [],
    unchanged: false,
    hidden: true,
    notes: [`The changes inside nested stack ${path.join('.')} are not shown: ${why}`],
  };
}

/** CloudFormation's `ChangeSource: Automatic`: the nested template might have changed, no property is named. */
function isAutomatic(change: ChangeSetChange): boolean {
  if (change.action !== 'Modify' || change.replacement === 'True') return false;
  return change.details.every((detail) => detail.name === undefined && detail.path === undefined);
}

/** A nested stack goes with everything in it. */
async function holdsData(
  { physicalId }: ChangeSetChange,
  { cloudformation, isStateful }: Pick<StackPorts, 'cloudformation' | 'isStateful'>,
): Promise<boolean> {
  if (physicalId === undefined) return false;
  for await (const { resources } of stackTree(physicalId, cloudformation)) {
    if (resources === undefined || resources.some(({ type }) => isStateful(type))) return true;
  }
  return false;
}
