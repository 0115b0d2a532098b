import type { ChangeSetChange } from '../../../src/aws/cloudformation-port.ts';
import type { FakeResource, FakeStack, FakeTemplate } from './model.ts';
import { STACK_TYPE } from './model.ts';

/** What a change set would do, as CloudFormation words it. Nested stacks are always listed. */
export function differences(
  stack: FakeStack | undefined,
  template: FakeTemplate,
  tagsChange: boolean,
): ChangeSetChange[] {
  const old = stack?.template.Resources ?? {};
  const all = [...new Set([...Object.keys(template.Resources), ...Object.keys(old)])];
  return all.flatMap((logicalId): ChangeSetChange[] => {
    const before = old[logicalId];
    const after = template.Resources[logicalId];
    const physicalId = stack?.resources.get(logicalId)?.physicalId;
    const common = { logicalId, ...(physicalId !== undefined && { physicalId }) };
    if (after === undefined && before !== undefined) {
      const policyAction = before.DeletionPolicy ?? 'Delete';
      return [{ ...common, resourceType: before.Type, action: 'Remove', policyAction, scope: [], details: [] }];
    }
    if (after === undefined) return [];
    if (before === undefined) return [{ ...common, resourceType: after.Type, action: 'Add', scope: [], details: [] }];
    return modification(common, before, after, tagsChange);
  });
}

function modification(
  common: { readonly logicalId: string; readonly physicalId?: string },
  before: FakeResource,
  after: FakeResource,
  tagsChange: boolean,
): ChangeSetChange[] {
  const names = [...new Set([...Object.keys(before.Properties ?? {}), ...Object.keys(after.Properties ?? {})])];
  const changed = names.filter(
    (name) => name !== 'Template' && text(before.Properties?.[name]) !== text(after.Properties?.[name]),
  );
  if (changed.length === 0 && !tagsChange) {
    if (after.Type !== STACK_TYPE) return [];
    const automatic = { attribute: 'Properties', requiresRecreation: 'Never' };
    return [
      {
        ...common,
        resourceType: after.Type,
        action: 'Modify',
        replacement: 'False',
        scope: ['Properties'],
        details: [automatic],
      },
    ];
  }
  const replaced = changed.includes('Key');
  const replacement = !replaced ? 'False' : after.$conditional ? 'Conditional' : 'True';
  const details = changed.map((name) => ({
    attribute: 'Properties',
    name,
    path: `/Properties/${name}`,
    before: text(before.Properties?.[name]),
    after: text(after.Properties?.[name]),
    requiresRecreation: name === 'Key' ? 'Always' : 'Never',
  }));
  return [
    {
      ...common,
      resourceType: after.Type,
      action: 'Modify',
      replacement,
      ...(replaced && { policyAction: `ReplaceAnd${after.UpdateReplacePolicy ?? 'Delete'}` }),
      scope: changed.length > 0 ? ['Properties'] : ['Tags'],
      details: changed.length > 0 ? details : [{ attribute: 'Tags', requiresRecreation: 'Never' }],
    },
  ];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
