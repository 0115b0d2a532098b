import type { Template } from './model.ts';
import { asMap, isMap, type PlainMap } from './plain-data.ts';

/** A template for one update without steps. */
export interface ShiftedAtOnce {
  readonly text: string;
  /** Logical ids of functions, aliases and deployment groups whose settings were changed. */
  readonly changed: readonly string[];
}

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
  const resources = mapValues(asMap(template.data['Resources']), (value, key) =>
    isMap(value) ? note(key, value, resource(value)) : inLoop(value, key, note),
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
    isMap(item) ? note(name, item, resource(item)) : inLoop(item, name, note),
  );
  return [value[0], value[1], body];
}

function resource(value: PlainMap): PlainMap {
  const properties = asMap(value['Properties']);
  switch (value['Type']) {
    case 'AWS::Serverless::Function': {
      const preference = properties['DeploymentPreference'];
      if (!shiftsInSteps(preference)) return value;
      return { ...value, Properties: { ...properties, DeploymentPreference: atOnce(preference) } };
    }
    case 'AWS::CodeDeploy::DeploymentGroup': {
      const { AlarmConfiguration, ...others } = properties;
      // Those of servers and containers have configurations of their own and are no matter of Lambda aliases.
      if (!JSON.stringify(properties['DeploymentConfigName'] ?? '').includes('Lambda')) return value;
      return { ...value, Properties: { ...others, DeploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce' } };
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

/** It takes its time, or may be held up. */
function shiftsInSteps(preference: unknown): preference is PlainMap {
  if (!isMap(preference) || String(preference['Enabled']).toLowerCase() === 'false') return false;
  return preference['Type'] !== 'AllAtOnce' || preference['Alarms'] !== undefined || preference['Hooks'] !== undefined;
}

function atOnce({ Alarms, Hooks, ...others }: PlainMap): PlainMap {
  return { ...others, Type: 'AllAtOnce' };
}

function globalsOf(data: PlainMap): PlainMap | undefined {
  const globals = asMap(data['Globals']);
  const functions = asMap(globals['Function']);
  const preference = functions['DeploymentPreference'];
  if (!shiftsInSteps(preference)) return undefined;
  return { ...globals, Function: { ...functions, DeploymentPreference: atOnce(preference) } };
}

function mapValues(map: PlainMap, change: (value: unknown, key: string) => unknown): PlainMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
