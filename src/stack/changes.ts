import type { ChangeSetChange } from '../aws/cloudformation-port.ts';
import type { ChangeAction, Replacement, ResourceChange } from './model.ts';
import type { Mask } from './secrets.ts';

export const NESTED_STACK = 'AWS::CloudFormation::Stack';

const ACTIONS: readonly ChangeAction[] = ['Add', 'Modify', 'Remove', 'Import', 'Dynamic', 'SyncWithActual'];
const REPLACEMENTS: readonly Replacement[] = ['True', 'False', 'Conditional'];

/** Policies under which the old resource, or a snapshot of it, stays. */
const KEEPS_DATA: readonly string[] = ['Retain', 'Snapshot', 'ReplaceAndRetain', 'ReplaceAndSnapshot'];

/** The old resource goes, or may go: removal, replacement, or an action CloudFormation cannot tell beforehand. */
export function mayDestroy(change: Pick<ChangeSetChange, 'action' | 'replacement'>): boolean {
  if (change.action === 'Remove') return true;
  if (change.replacement === 'True' || change.replacement === 'Conditional') return true;
  return change.action === 'Dynamic' && change.replacement !== 'False';
}

/** The old resource goes, or may go, and neither it nor a snapshot is kept. */
export function losesResource(change: Pick<ChangeSetChange, 'action' | 'replacement' | 'policyAction'>): boolean {
  return mayDestroy(change) && !KEEPS_DATA.includes(change.policyAction ?? '');
}

export interface ChangeContext {
  /** Logical ids of the nested stacks above. */
  readonly parents: readonly string[];
  readonly mask: Mask;
  readonly isStateful: (resourceType: string) => boolean;
}

export function resourceChange(change: ChangeSetChange, context: ChangeContext): ResourceChange {
  // An action newer than this program is shown as one whose effect is not known.
  const action = ACTIONS.find((known) => known === change.action) ?? 'Dynamic';
  const replacement = REPLACEMENTS.find((known) => known === change.replacement);
  return {
    logicalId: change.logicalId,
    path: [...context.parents, change.logicalId].join('.'),
    resourceType: change.resourceType,
    ...(change.physicalId !== undefined && { physicalId: change.physicalId }),
    action,
    ...(replacement !== undefined && { replacement }),
    ...(change.policyAction !== undefined && { policyAction: change.policyAction }),
    scope: change.scope,
    properties: properties(change, context.mask),
    dataLoss: losesResource(change) && context.isStateful(change.resourceType),
  };
}

function properties(change: ChangeSetChange, mask: Mask): ResourceChange['properties'] {
  const byName = new Map<string, ResourceChange['properties'][number]>();
  for (const detail of change.details) {
    const name = detail.path ?? detail.name ?? detail.attribute;
    if (name === undefined) continue;
    const before = mask(name, detail.before);
    const after = mask(name, detail.after);
    // The same property is listed once for each thing that changes it; values are not on each of them.
    const known = byName.get(name);
    byName.set(name, {
      ...known,
      name,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      ...(detail.requiresRecreation !== undefined && { requiresRecreation: detail.requiresRecreation }),
    });
  }
  return [...byName.values()];
}
