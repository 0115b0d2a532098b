import { describe, expect, test } from '@jest/globals';
import type { PreviewRequest } from '../../../src/topology/preview.ts';
import { errorsOf, instance, load, loadInline, parametersOf } from './helpers.ts';

const preview: PreviewRequest = {
  number: 12,
  stackName: (key, application) => `${key}-pr-12-of-${application}`,
  tags: ({ application, expiresAfterMs }) => ({ owner: `${application} for ${expiresAfterMs}` }),
};
const config = (section: string): string => `application: shop
termination-protection: true
parameters: { Stage: prod }
stacks:
  data: { template: data.yaml, scope: home, termination-protection: true }
  api: { template: template.yaml, stack-name: the-api, parameters: { Env: "\${environment}" } }
environments:
  prod: { targets: [us-east-1] }
${section}`;
const files = {
  'template.yaml': 'Parameters: { Stage: { Type: String }, Env: { Type: String } }\nResources: {}',
};

describe('a preview', () => {
  test('is an environment of its own, with the stacks, targets and settings of its section', async () => {
    const section = `preview:
  targets: [eu-west-1, eu-central-1]
  expires-after: 2d
  parameters: { Stage: preview }
  role-to-assume: arn:aws:iam::111111111111:role/preview
`;
    const made = await load(config(section), { preview }, files);
    expect([made.name, made.pullRequest, made.home]).toEqual(['pr-12', 12, 'eu-west-1']);
    expect(made.instances.map(({ id, stack }) => [id, stack.stackName])).toEqual([
      ['data@eu-west-1', 'data-pr-12-of-shop'],
      ['api@eu-west-1', 'api-pr-12-of-shop'],
      ['api@eu-central-1', 'api-pr-12-of-shop'],
    ]);
    expect(parametersOf(made, 'api@eu-west-1')).toEqual({ Stage: 'preview', Env: '${environment}' });
    const { settings, target } = instance(made, 'api@eu-central-1');
    expect(settings).toMatchObject({ express: true, tags: { owner: `shop for ${2 * 86_400_000}` } });
    expect(settings).not.toHaveProperty('terminationProtection');
    expect(instance(made, 'data@eu-west-1').settings).not.toHaveProperty('terminationProtection');
    expect(target.credentials.role).toBe('arn:aws:iam::111111111111:role/preview');
    expect(made.phases.at(-1)?.targets).toEqual(['eu-west-1', 'eu-central-1']);
  });

  test('has the stacks that are asked for, and the standard mode where Express is not wanted', async () => {
    const section = 'preview: { targets: { ireland: { region: eu-west-1 } }, only: [api], express: false }';
    const made = await load(config(section), { preview }, files);
    expect(made.instances.map(({ id }) => id)).toEqual(['api@ireland']);
    expect(made.instances[0]?.settings.express).toBe(false);
  });

  test('says more than the section does, whatever tags and settings there are', async () => {
    const section = 'preview: { targets: [eu-west-1], tags: { owner: me, team: a } }';
    const given = { ...preview, expiresAfterMs: 3_600_000, express: false };
    const made = await load(config(section), { preview: given }, files);
    expect(made.instances[0]?.settings).toMatchObject({
      express: false,
      tags: { owner: 'shop for 3600000', team: 'a' },
    });
  });

  test('needs no file', async () => {
    const made = await loadInline({ regions: ['eu-west-1', 'eu-central-1'], stackName: 'shop' }, { preview });
    expect(made.name).toBe('pr-12');
    expect(made.phases.map(({ targets }) => targets)).toEqual([['eu-west-1', 'eu-central-1']]);
    expect(made.instances[0]?.stack.stackName).toBe('app-pr-12-of-shop');
    expect(made.instances[0]?.settings.tags).toEqual({ owner: `shop for ${7 * 86_400_000}` });
  });

  test('changes nothing for the environments', async () => {
    const made = await load(config('preview: { targets: [eu-west-1] }'), {}, files);
    expect(made.name).toBe('prod');
    expect(made).not.toHaveProperty('pullRequest');
    expect(made.instances.map(({ stack }) => stack.stackName)).toEqual(['shop-data', 'the-api']);
    expect(made.instances[0]?.settings).toMatchObject({ terminationProtection: true });
  });

  test.each([
    ['', 'no-preview'],
    ['preview: { targets: [eu-west-1], only: [apy] }', 'unknown-stack'],
    ['preview: { targets: [eu-west-1], expires-after: soon }', 'bad-value'],
    ['preview: { targets: [eu-west-1], expires-after: 5s }', 'bad-value'],
    ['preview: { targets: [eu-west-1], only: [] }', 'bad-value'],
    ['preview: { targets: [nowhere] }', 'unknown-region'],
    ['preview: { targets: [eu-west-1], waves: sequential }', 'unknown-key'],
    ['  pr-12: { targets: [us-east-1] }\npreview: { targets: [eu-west-1] }', 'environment-is-preview'],
  ])('%j is refused as %s', async (section, code) => {
    const [first] = await errorsOf(load(config(section), { preview }, files));
    expect(first?.code).toBe(code);
  });

  test('whose section is wrong is told of with its line', async () => {
    const [first] = await errorsOf(load(config('preview:\n  targets: [nowhere]\n'), { preview }, files));
    expect(first?.location).toMatchObject({ file: 'multi-region.yml', line: 10 });
  });
});
