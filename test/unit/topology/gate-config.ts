import type { GateDefinition, HttpCheck } from '../../../src/topology/gate-model.ts';
import type { Environment } from '../../../src/topology/model.ts';
import { errorsOf, load } from './helpers.ts';

const TEMPLATE =
  'Outputs:\n  Url: { Value: x }\n  FunctionName: { Value: y }\nResources: { Topic: { Type: AWS::SNS::Topic } }\n';
export const FILES = {
  'template.yaml': TEMPLATE,
  'data.yaml': 'Outputs: { Table: { Value: x } }\nResources: { Topic: { Type: AWS::SNS::Topic } }\n',
};

export function config(gates: string, more = ''): string {
  return `application: orders
stacks:
  data: { template: data.yaml, scope: home }
  api: { template: template.yaml }
environments:
  prod:
    targets: [eu-west-1, eu-central-1]
    gates:
${gates.replaceAll(/^/gm, '      ')}
${more}`;
}

export const loaded = (gates: string, more = '') => load(config(gates, more), {}, FILES);

/** "code line:column message" of everything that is wrong. */
export async function refusals(gates: string, more = ''): Promise<readonly string[]> {
  const errors = await errorsOf(loaded(gates, more));
  return errors.map(({ code, location, message }) => `${code} ${location?.line}:${location?.column} ${message}`);
}

export function gatesOf(environment: Environment, phase = 'wave-1'): readonly GateDefinition[] {
  return environment.phases.find(({ name }) => name === phase)?.gates ?? [];
}

export function httpOf(environment: Environment): HttpCheck {
  const [gate] = gatesOf(environment);
  if (gate?.check.kind !== 'http') throw new Error('no http gate');
  return gate.check;
}
