import { describe } from '@jest/globals';
import { data, environment, type Row, refuses, stacks, targets } from './rows.ts';

const parameter = (text: string, more = '') => `${stacks(`${data}api: { parameters: { P: "${text}" } }${more}`)}`;

const STACKS: readonly Row[] = [
  {
    name: 'a template that is not there',
    config: stacks('api: { template: nope.yaml }'),
    error: ['template-missing', '2:20', 'the stack api has no template: there is no nope.yaml', 'taken from /app'],
  },
  {
    name: 'a need that is no stack',
    config: stacks(`${data}api: { needs: [date] }`),
    error: ['unknown-stack', '3:18', 'needs "date", which is no stack', 'Did you mean "data"?'],
  },
  {
    name: 'a need of itself',
    config: stacks('api: { needs: [api] }'),
    error: ['needs', '2:18', 'the stack api needs itself'],
  },
  {
    name: 'needs in a circle',
    config: stacks(`a: { needs: [b] }\nb: { needs: [c] }\nc: { needs: [a] }`),
    error: ['cycle', '2:3', 'a → b → c → a'],
  },
  {
    name: 'references in a circle',
    config: stacks(
      'a: { parameters: { P: "${stacks.b.outputs.X}" } }\nb: { parameters: { P: "${stacks.a.outputs.X}" } }',
    ),
    error: ['cycle', '2:3', 'a → b → a'],
  },
  {
    name: 'two stacks of one name',
    config: stacks('a: { stack-name: x }\nb: { stack-name: x }'),
    error: ['stack-name', '3:3', 'the stacks a and b have the same stack name x'],
  },
  {
    name: 'settings for an unknown stack',
    config: environment(`${targets}stacks: { apj: {} }`),
    error: ['unknown-stack', '5:15', 'environments.prod.stacks names "apj", which is no stack', 'Did you mean "app"?'],
  },
  {
    name: 'settings for an unknown stack in a target',
    config: environment('targets:\n  eu-west-1: { stacks: { apj: {} } }'),
    error: ['unknown-stack', '5:30', 'names "apj", which is no stack'],
  },
  {
    name: 'two environments on one stack',
    config: `${environment(targets)}  test:\n    targets: [eu-central-1]\n`,
    environment: 'prod',
    error: [
      'same-stack',
      '',
      'prod and test both deploy the stack shop-app to eu-central-1',
      'another "stack-name" under environments.test.stacks.app',
    ],
  },
];

describe('a configuration is refused for its stacks:', () => refuses(STACKS));

const REFERENCES: readonly Row[] = [
  {
    name: 'an unknown form',
    config: parameter('${relase}'),
    error: ['reference', '3:27', 'the parameter P of api: unknown reference ${relase}', 'Did you mean ${release}?'],
  },
  {
    name: 'a form of CloudFormation',
    config: parameter('${AWS::Region}'),
    error: ['reference', '3:27', 'unknown reference ${AWS::Region}', 'Write `$${`'],
  },
  {
    name: 'a reference without an end',
    config: parameter('${release'),
    error: ['reference', '3:27', 'has no closing brace'],
  },
  {
    name: 'an unknown stack',
    config: parameter('${stacks.date.outputs.X}'),
    error: ['reference', '3:27', 'names the stack "date", which is none', 'Did you mean "data"?'],
  },
  {
    name: 'its own output',
    config: parameter('${stacks.api.outputs.X}'),
    error: ['reference', '3:27', 'is an output of the stack itself'],
  },
  {
    name: 'a target of a stack that exists once',
    config: parameter('${stacks.data.targets.eu-west-1.outputs.X}'),
    error: ['reference', '3:27', 'names a target, but data has the scope home'],
  },
  {
    name: 'a regional output in a home stack without its target',
    config: stacks(
      'api: {}\ndns: { template: data.yaml, scope: home, parameters: { U: "${stacks.api.outputs.Url}" } }',
    ),
    error: ['reference', '3:61', 'does not say of which target', '${stacks.api.targets.eu-west-1.outputs.NAME}'],
  },
  {
    name: 'an unknown target',
    config: stacks(
      'api: {}\ndns: { template: data.yaml, scope: home, parameters: { U: "${stacks.api.targets.eu-west-2.outputs.Url}" } }',
    ),
    error: ['reference', '3:61', 'names the target "eu-west-2", which is none', 'Did you mean "eu-west-1"?'],
  },
  {
    name: 'an output of a later wave',
    config: stacks(
      'api: {}\nweb: { template: data.yaml, parameters: { U: "${stacks.api.targets.eu-central-1.outputs.Url}" } }',
    ),
    error: ['reference', '3:48', 'is not there before eu-west-1 is deployed'],
  },
  {
    name: 'an output of the same wave',
    config: `stacks: { api: {}, web: { template: data.yaml, parameters: { U: "\${stacks.api.targets.us-east-1.outputs.Url}" } } }\n${environment('targets: [us-east-1, us-west-2]\nwaves: [{ targets: [us-east-1, us-west-2] }]')}`,
    error: ['reference', '1:65', 'is not there before us-west-2 is deployed: us-east-1 is not in an earlier wave'],
  },
  {
    name: 'a regional stack behind one that comes after the waves',
    config: stacks(
      'api: {}\ndns: { template: data.yaml, scope: home, needs: [api] }\nweb: { template: edge.yaml, needs: [dns] }',
    ),
    error: ['needs', '4:3', 'the regional stack web needs dns, which itself needs a regional stack'],
  },
];

describe('a configuration is refused for its references:', () => refuses(REFERENCES));
