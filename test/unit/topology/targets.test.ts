import { describe, expect, test } from '@jest/globals';
import { instance, load } from './helpers.ts';

describe('targets', () => {
  test('may have names where regions repeat', async () => {
    const config = `application: a
environments:
  prod:
    targets:
      blue: { region: eu-west-1, account: "111111111111" }
      green: { region: eu-west-1, account: "222222222222" }`;
    const { instances } = await load(config);
    expect(instances.map(({ id, target }) => [id, target.account])).toEqual([
      ['app@blue', '111111111111'],
      ['app@green', '222222222222'],
    ]);
  });

  test('of a group are all its regions with the settings given to it', async () => {
    const config = `application: a
region-groups: { eu: [eu-west-1, eu-central-1] }
environments: { prod: { targets: { eu: { account: "111111111111" }, us-east-1: } } }`;
    const { targets } = await load(config);
    expect(targets.map(({ name, account, groups }) => [name, account, groups])).toEqual([
      ['eu-west-1', '111111111111', ['eu']],
      ['eu-central-1', '111111111111', ['eu']],
      ['us-east-1', undefined, []],
    ]);
  });

  test('are in a group by their name or by their region', async () => {
    const config = `application: a
region-groups: { eu: { regions: [eu-west-1], tags: { g: eu } }, special: { regions: [blue], tags: { b: special } } }
environments: { prod: { targets: { blue: { region: eu-west-1 }, red: { region: us-east-1 } } } }`;
    const environment = await load(config);
    expect(environment.targets.map(({ groups }) => groups)).toEqual([['eu', 'special'], []]);
    expect(instance(environment, 'app@blue').settings.tags).toEqual({ g: 'eu', b: 'special' });
  });

  test('take their account from the ARN of their role', async () => {
    const { targets } = await load(
      'application: a\nrole-to-assume: arn:aws:iam::123456789012:role/x\nenvironments: { prod: { targets: [eu-west-1] } }',
    );
    expect(targets[0]?.account).toBe('123456789012');
  });

  test('in a region that this version does not list are accepted with a warning', async () => {
    const { targets, notes } = await load('application: a\nenvironments: { prod: { targets: [eu-west-9] } }');
    expect(targets[0]).toMatchObject({ region: 'eu-west-9', partition: 'aws' });
    expect(notes).toEqual(["warning: the region eu-west-9 is not in this version's list (did you mean eu-west-1?)"]);
  });
});
