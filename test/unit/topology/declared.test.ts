import { describe, expect, test } from '@jest/globals';
import { errorsOf, load, parametersOf } from './helpers.ts';

const template = (...parameters: readonly string[]) =>
  `Parameters: {${parameters.map((name) => `${name}: { Type: String }`).join(', ')}}\nResources: { A: { Type: AWS::SNS::Topic } }`;
const FILES = { 'data.yaml': template('Stage', 'Size'), 'template.yaml': template('Stage', 'Table') };
const config = (environment: string, api = '') => `application: a
stacks: { data: { template: data.yaml, scope: home }, api: { ${api} } }
environments:
  prod:
    targets: [eu-west-1]
    ${environment}`;

describe('a parameter that is said for all stacks', () => {
  test('reaches those whose template declares it', async () => {
    const environment = await load(config('parameters: { Stage: prod, Size: 3 }'), {}, FILES);
    expect(parametersOf(environment, 'data@eu-west-1')).toEqual({ Stage: 'prod', Size: '3' });
    expect(parametersOf(environment, 'api@eu-west-1')).toEqual({ Stage: 'prod' });
    expect(
      environment.instances.flatMap(({ settings }) => Object.values(settings.parameters).map(({ shared }) => shared)),
    ).toEqual([undefined, undefined, undefined]);
  });

  test('may refer to an output of a stack that does not take it', async () => {
    const environment = await load(config('parameters: { Table: "${stacks.data.outputs.Table}" }'), {}, FILES);
    expect(parametersOf(environment, 'data@eu-west-1')).toEqual({});
    expect(environment.stacks.map(({ key, needs }) => [key, needs])).toEqual([
      ['data', []],
      ['api', ['data']],
    ]);
  });

  test('is refused when no template declares it', async () => {
    const [error, ...others] = await errorsOf(load(config('parameters: { Stagee: prod }'), {}, FILES));
    expect(others).toEqual([]);
    expect(error).toMatchObject({
      code: 'undeclared-parameter',
      message: 'no template declares the parameter Stagee (multi-region.yml environments.prod)',
      fix: ['Did you mean "Stage"?'],
      location: { line: 6, column: 27 },
    });
  });

  test('stays, marked, where a template cannot be read', async () => {
    const files = { 'data.yaml': FILES['data.yaml'], 'template.yaml': 'no template' };
    const environment = await load(config('parameters: { Size: 3 }'), {}, files);
    expect(environment.instances.at(-1)?.settings.parameters['Size']).toMatchObject({ text: '3', shared: true });
  });
});

test('a parameter that is said for one stack is left to be refused if its template does not declare it', async () => {
  const environment = await load(config('', 'parameters: { Nope: 1 }'), {}, FILES);
  expect(parametersOf(environment, 'api@eu-west-1')).toEqual({ Nope: '1' });
});
