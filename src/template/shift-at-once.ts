import type { Template } from './model.ts';
import { asMap, isMap, type PlainMap } from './plain-data.ts';

/** A template for one update without steps. */
export interface ShiftedAtOnce {
  readonly text: string;
  /** Logical ids of functions, aliases and deployment groups whose settings were changed. */
  readonly changed: readonly string[];
}

/**
 * A group keeps its alarms when the template has none any more: they have to be taken away by name
 * (https://github.com/aws/aws-cdk/issues/23307, https://github.com/aws/serverless-application-model/issues/2452).
 */
const NO_ALARMS = { Enabled: false, Alarms: [] } as const;
/** What SAM makes an empty `AlarmConfiguration` of; without `Alarms` it makes none, and the group keeps its own. */
const NO_SAM_ALARMS = [{ Ref: 'AWS::NoValue' }] as const;

/**
 * The template with every Lambda deployment of CodeDeploy set to move all traffic at once, without alarms and hooks: a
 * rollback must not be held up by what it is the answer to. Without such deployments the text stays as it is; else it
 * is JSON with the same content (SAM's `DeploymentPreference`; CloudFormation's `CodeDeployLambdaAliasUpdate`).
 */
export function shiftAtOnce(template: Pick<Template, 'text' | 'data'>): ShiftedAtOnce {
  const changed: string[] = [];
  const note = (logicalId: string, before: PlainMap, after: PlainMap): PlainMap => {
    if (after !== before) changed.push(logicalId);
    return after;
  };
  const groups = groupsOfAliases(template.data);
  const resources = mapValues(asMap(template.data['Resources']), (value, key) =>
    isMap(value) ? note(key, value, resource(value, groups.has(key))) : inLoop(value, key, note),
  );
  const globals = globalsOf(template.data);
  if (changed.length === 0 && globals === undefined) return { text: template.text, changed };
  const data = { ...template.data, ...(globals !== undefined && { Globals: globals }), Resources: resources };
  return { text: JSON.stringify(data), changed: globals === undefined ? changed : ['all functions', ...changed] };
}

type Note = (logicalId: string, before: PlainMap, after: PlainMap) => PlainMap;

/** `Fn::ForEach::Name: [variable, collection, {resources}]`. */
function inLoop(value: unknown, key: string, note: Note): unknown {
  if (!key.startsWith('Fn::ForEach::') || !Array.isArray(value) || !isMap(value[2])) return value;
  const body = mapValues(value[2], (item, name) =>
    isMap(item) ? note(name, item, resource(item, false)) : inLoop(item, name, note),
  );
  return [value[0], value[1], body];
}

/** @param ofAlias it is the deployment group of a Lambda alias, whatever its configuration is called */
function resource(value: PlainMap, ofAlias: boolean): PlainMap {
  const properties = asMap(value['Properties']);
  switch (value['Type']) {
    case 'AWS::Serverless::Function': {
      const preference = properties['DeploymentPreference'];
      if (!isEnabled(preference)) return value;
      return { ...value, Properties: { ...properties, DeploymentPreference: atOnce(preference) } };
    }
    case 'AWS::CodeDeploy::DeploymentGroup': {
      // Those of servers and containers have configurations of their own and are no matter of Lambda aliases.
      const ofLambda = ofAlias || JSON.stringify(properties['DeploymentConfigName'] ?? '').includes('Lambda');
      if (!ofLambda) return value;
      const DeploymentConfigName = 'CodeDeployDefault.LambdaAllAtOnce';
      return { ...value, Properties: { ...properties, DeploymentConfigName, AlarmConfiguration: NO_ALARMS } };
    }
    case 'AWS::Lambda::Alias': {
      const policy = asMap(value['UpdatePolicy']);
      const update = policy['CodeDeployLambdaAliasUpdate'];
      if (!isMap(update)) return value;
      const { BeforeAllowTrafficHook, AfterAllowTrafficHook, ...others } = update;
      if (BeforeAllowTrafficHook === undefined && AfterAllowTrafficHook === undefined) return value;
      return { ...value, UpdatePolicy: { ...policy, CodeDeployLambdaAliasUpdate: others } };
    }
    default:
      return value;
  }
}

/** It takes its time, or may be held up: also one at once, by the alarms that its group has from the other release. */
function isEnabled(preference: unknown): preference is PlainMap {
  return isMap(preference) && String(preference['Enabled']).toLowerCase() !== 'false';
}

function atOnce({ Hooks, ...others }: PlainMap): PlainMap {
  return { ...others, Type: 'AllAtOnce', Alarms: NO_SAM_ALARMS };
}

/** Deployment groups that aliases of the template name, by logical id. */
function groupsOfAliases(data: PlainMap): ReadonlySet<string> {
  const updates = Object.values(asMap(data['Resources'])).map((value) =>
    asMap(asMap(asMap(value)['UpdatePolicy'])['CodeDeployLambdaAliasUpdate']),
  );
  const refs = updates.map((update) => asMap(update['DeploymentGroupName'])['Ref']);
  return new Set(refs.filter((ref) => typeof ref === 'string'));
}

function globalsOf(data: PlainMap): PlainMap | undefined {
  const globals = asMap(data['Globals']);
  const functions = asMap(globals['Function']);
  const preference = functions['DeploymentPreference'];
  if (!isEnabled(preference)) return undefined;
  return { ...globals, Function: { ...functions, DeploymentPreference: atOnce(preference) } };
}

function mapValues(map: PlainMap, change: (value: unknown, key: string) => unknown): PlainMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
