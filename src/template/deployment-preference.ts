import type { Template } from './model.ts';
import { asMap, type PlainMap } from './plain-data.ts';

/**
 * The `DeploymentPreference` that counts for a SAM function: its own merged with that of `Globals` (SAM merges maps key
 * by key). Undefined where there is none, it is disabled, or the function publishes no alias.
 */
export function preferenceOf(properties: PlainMap, defaults: PlainMap): PlainMap | undefined {
  if (!(properties['AutoPublishAlias'] ?? defaults['AutoPublishAlias'])) return undefined;
  const preference = { ...asMap(defaults['DeploymentPreference']), ...asMap(properties['DeploymentPreference']) };
  if (Object.keys(preference).length === 0 || String(preference['Enabled']).toLowerCase() === 'false') return undefined;
  return preference;
}

/** A resource of the template by its logical id, or something by its name. */
export type NameOrRef = { readonly ref: string } | { readonly name: string };

/** Where CodeDeploy keeps the deployments of an alias. */
export interface AliasGroup {
  readonly application: NameOrRef;
  readonly group: NameOrRef;
}

/** Aliases that get their new version by CodeDeploy. */
export interface ShiftedAliases {
  /** Logical ids of SAM functions with a `DeploymentPreference`; inside `Fn::ForEach` they hold the loop variable. */
  readonly functions: readonly string[];
  /** Aliases written out with `UpdatePolicy: CodeDeployLambdaAliasUpdate`, by logical id. */
  readonly written: Readonly<Record<string, AliasGroup>>;
  /** Those of nested stacks, by the logical ids down to them: `Child.Grandchild`. Absent: there are none. */
  readonly nested?: Readonly<Record<string, ShiftedAliases>>;
}

/** Undefined for a template in which CodeDeploy has nothing to do. */
export function shiftedAliases(template: Pick<Template, 'resources' | 'globals'>): ShiftedAliases | undefined {
  const defaults = asMap(template.globals['Function']);
  const functions = template.resources
    .filter(({ type, properties }) => type === 'AWS::Serverless::Function' && preferenceOf(properties, defaults))
    .map(({ logicalId }) => logicalId);
  const written: Record<string, AliasGroup> = {};
  for (const { type, logicalId, updatePolicy } of template.resources) {
    const update = type === 'AWS::Lambda::Alias' ? asMap(updatePolicy?.['CodeDeployLambdaAliasUpdate']) : {};
    const [application, group] = [nameOrRef(update['ApplicationName']), nameOrRef(update['DeploymentGroupName'])];
    if (application !== undefined && group !== undefined) written[logicalId] = { application, group };
  }
  if (functions.length === 0 && Object.keys(written).length === 0) return undefined;
  return { functions, written };
}

function nameOrRef(value: unknown): NameOrRef | undefined {
  if (typeof value === 'string') return { name: value };
  const ref = asMap(value)['Ref'];
  return typeof ref === 'string' ? { ref } : undefined;
}
