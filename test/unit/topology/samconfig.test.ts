import { describe, expect, test } from '@jest/globals';
import { errorsOf, instance, load, loadInline, parametersOf } from './helpers.ts';

const TOML = `version = 0.1
[default.global.parameters]
stack_name = "from-global"
[default.build.parameters]
template = "data.yaml"
[default.deploy.parameters]
stack_name = "shop-sam"
parameter_overrides = "Stage=dev Name=\\"two words\\" Literal=\${release}"
tags = "team=a owner=b"
capabilities = "CAPABILITY_IAM CAPABILITY_NAMED_IAM"
region = "eu-west-1"
role_arn = "arn:aws:iam::111111111111:role/cfn"
notification_arns = ["arn:aws:sns:eu-west-1:111111111111:t"]
disable_rollback = true
confirm_changeset = true
s3_bucket = "code"
s3_prefix = "shop"
[live.deploy.parameters]
stack_name = "shop-live"
parameter_overrides = ["ParameterKey=Stage,ParameterValue=live", "Size=3"]
`;
const SOURCE = 'samconfig.toml [default.deploy.parameters]';
const regions = ['eu-west-1', 'us-east-1'];

describe('samconfig.toml', () => {
  test('names stack and template, and gives parameters, tags, capabilities and the rest', async () => {
    const environment = await loadInline({ regions }, {}, { 'samconfig.toml': TOML });
    expect(environment.application).toBe('shop-sam');
    expect(environment.stacks[0]).toMatchObject({ stackName: 'shop-sam', template: '/app/data.yaml' });
    expect(instance(environment, 'app@us-east-1').settings).toMatchObject({
      parameters: { Stage: { text: 'dev', source: SOURCE }, Name: { text: 'two words' } },
      tags: { team: 'a', owner: 'b' },
      capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'],
      serviceRole: 'arn:aws:iam::111111111111:role/cfn',
      notificationArns: ['arn:aws:sns:eu-west-1:111111111111:t'],
      disableRollback: true,
      artifactPrefix: 'shop',
    });
  });

  test('is literal: what looks like a reference is none', async () => {
    const environment = await loadInline({ regions }, {}, { 'samconfig.toml': TOML });
    expect(parametersOf(environment, 'app@us-east-1')['Literal']).toBe('$${release}');
  });

  test('says each thing that was taken, and the bucket that was not', async () => {
    const { notes } = await loadInline({ regions }, {}, { 'samconfig.toml': TOML });
    expect(notes).toEqual([
      `template data.yaml taken from ${SOURCE}`,
      `stack name shop-sam taken from ${SOURCE}`,
      `parameters Stage, Name, Literal taken from ${SOURCE}`,
      `tags team, owner taken from ${SOURCE}`,
      `capabilities CAPABILITY_IAM, CAPABILITY_NAMED_IAM taken from ${SOURCE}`,
      `service role arn:aws:iam::111111111111:role/cfn taken from ${SOURCE}`,
      `notification ARNs arn:aws:sns:eu-west-1:111111111111:t taken from ${SOURCE}`,
      `disable-rollback true taken from ${SOURCE}`,
      `artifact prefix shop taken from ${SOURCE}`,
      `artifact bucket code of ${SOURCE} is not used: every region needs a bucket of its own`,
      `region eu-west-1 of ${SOURCE} is not used: the targets say where`,
    ]);
  });

  test('gives its bucket to a single target in its region', async () => {
    const one = await loadInline({ regions: ['eu-west-1'] }, {}, { 'samconfig.toml': TOML });
    expect(instance(one, 'app@eu-west-1').settings.artifactBucket).toBe('code');
    const other = await loadInline({ regions: ['eu-west-2'] }, {}, { 'samconfig.toml': TOML });
    expect(instance(other, 'app@eu-west-2').settings.artifactBucket).toBeUndefined();
  });

  test('has another table for another config-env', async () => {
    const environment = await loadInline({ regions, configEnv: 'live' }, {}, { 'samconfig.toml': TOML });
    expect(environment.application).toBe('shop-live');
    expect(parametersOf(environment, 'app@eu-west-1')).toEqual({ Stage: 'live', Size: '3' });
  });

  test('loses against inputs', async () => {
    const inline = {
      regions,
      stackName: 'mine',
      template: 'template.yaml',
      parameters: { Stage: 'input' },
      tags: { team: 'x' },
    };
    const environment = await loadInline(inline, {}, { 'samconfig.toml': TOML });
    expect(environment.stacks[0]).toMatchObject({ stackName: 'mine', template: '/app/template.yaml' });
    expect(parametersOf(environment, 'app@eu-west-1')).toMatchObject({ Stage: 'input', Name: 'two words' });
    expect(instance(environment, 'app@eu-west-1').settings.tags).toEqual({ team: 'x', owner: 'b' });
  });

  test('is read for the only stack of a file, from its folder, and loses against the file', async () => {
    const config =
      'application: a\nstacks: { api: { template: svc/t.yaml, tags: { team: file } } }\nenvironments: { prod: { targets: [eu-west-1] } }';
    const files = {
      'svc/t.yaml': '',
      'svc/samconfig.toml': '[default.deploy.parameters]\nstack_name = "old"\ntags = ["team=sam", "x=y"]',
    };
    const environment = await load(config, {}, files);
    expect(environment.stacks[0]?.stackName).toBe('old');
    expect(instance(environment, 'api@eu-west-1').settings.tags).toEqual({ team: 'file', x: 'y' });
    expect(environment.notes[0]).toBe('stack name old taken from svc/samconfig.toml [default.deploy.parameters]');
  });

  test('stands between the top of a file and the stack', async () => {
    const config = `application: a
parameters: { Stage: top, Top: top }
tags: { owner: top }
stacks: { api: { tags: { team: stack } } }
environments: { prod: { targets: [eu-west-1] } }`;
    const environment = await load(config, {}, { 'samconfig.toml': TOML });
    expect(parametersOf(environment, 'api@eu-west-1')).toMatchObject({ Stage: 'dev', Top: 'top' });
    expect(instance(environment, 'api@eu-west-1').settings.tags).toEqual({ owner: 'b', team: 'stack' });
  });

  test('names its region in the error when no region is given, and does not deploy there by itself', async () => {
    const [error] = await errorsOf(loadInline({}, {}, { 'samconfig.toml': TOML }));
    expect(error?.code).toBe('regions-missing');
    expect(error?.fix).toContain('samconfig.toml names eu-west-1; say so in input "regions" if you mean it.');
  });

  test('is not used for several stacks in one folder, and that is said', async () => {
    const config =
      'application: a\nstacks: { api: {}, data: { template: data.yaml } }\nenvironments: { prod: { targets: [eu-west-1] } }';
    const environment = await load(config, {}, { 'samconfig.toml': TOML });
    expect(environment.stacks.map(({ stackName }) => stackName)).toEqual(['a-api', 'a-data']);
    expect(environment.notes).toEqual(['samconfig.toml is not used: the stacks api, data share its folder']);
  });

  test('may be YAML', async () => {
    const yaml =
      'version: 0.1\ndefault:\n  deploy:\n    parameters:\n      stack_name: y\n      parameter_overrides: { Stage: dev, Zones: [a, b] }\n';
    const environment = await loadInline({ regions }, {}, { 'samconfig.yaml': yaml });
    expect(environment.application).toBe('y');
    expect(parametersOf(environment, 'app@eu-west-1')).toEqual({ Stage: 'dev', Zones: 'a,b' });
  });

  describe('parameter_overrides', () => {
    const given = (overrides: string, files: Readonly<Record<string, string>> = {}) =>
      loadInline(
        { regions, stackName: 'a' },
        {},
        { ...files, 'samconfig.toml': `[default.deploy.parameters]\nparameter_overrides = ${overrides}` },
      );

    test('may lie in files, which may include others; later ones win', async () => {
      const files = {
        'params/all.toml': 'Name = "all"\nZones = ["a", " b ", ""]\n"$include" = "file://more.yaml"\n',
        'params/more.yaml': 'Size: 3\nEmpty:\nOn: true\nName: more\n',
      };
      const environment = await given('["Name=first Other=x", "file://params/all.toml", { Last = "y" }]', files);
      expect(parametersOf(environment, 'app@eu-west-1')).toEqual({
        Name: 'more',
        Other: 'x',
        Zones: 'a,b',
        Size: '3',
        Empty: '',
        // Python's: so does SAM write it.
        On: 'True',
        Last: 'y',
      });
    });

    test.each([
      ['a file that is not there', '"file://gone.toml"', {}, 'names gone.toml, which is not there'],
      ['one of another kind', '"file://p.json"', { 'p.json': '{}' }, 'neither TOML nor YAML'],
      [
        'one that includes itself',
        '"file://p.toml"',
        { 'p.toml': '"$include" = "file://p.toml"' },
        'leads back to itself',
      ],
      ['a text without pairs', '"nothing"', {}, 'must be Key=Value pairs'],
    ])('refuses %s', async (_, overrides, files, says) => {
      const [error] = await errorsOf(given(overrides, files));
      expect(error).toMatchObject({ code: 'samconfig', message: expect.stringContaining(says) });
    });
  });

  const withOption = (key: string): string => `[default.deploy.parameters]\nstack_name = "a"\n${key} = "x"`;

  test.each(['image_repository', 'on_failure'])('warns of %s, which would change what is deployed', async (key) => {
    const { notes } = await loadInline({ regions }, {}, { 'samconfig.toml': withOption(key) });
    expect(notes).toContain(`warning: ${key} in ${SOURCE} is not used by the changeset engine`);
  });

  test.each(['changeset', 'sam'])('warns of a profile, which no target takes: engine %s', async (engine) => {
    const { notes } = await loadInline({ regions, engine }, {}, { 'samconfig.toml': withOption('profile') });
    expect(notes).toContain(`warning: profile in ${SOURCE} is not used: the targets say with whose credentials`);
  });

  test('is kept for SAM itself, which gets every other option where its engine is used', async () => {
    const inline = { regions, engine: 'sam', configEnv: 'live' };
    const environment = await loadInline(inline, {}, { 'samconfig.toml': `${TOML}on_failure = "DELETE"` });
    expect(environment.stacks[0]?.samConfig).toEqual({ path: '/app/samconfig.toml', environment: 'live' });
    expect(environment.notes).toContain('sam package and sam deploy get every other option of samconfig.toml [live]');
    expect(environment.notes.filter((note) => note.includes('on_failure'))).toEqual([]);
  });

  test('does not mistake what sam made for a template', async () => {
    const toml = '[default.deploy.parameters]\nstack_name = "a"\ntemplate_file = ".aws-sam/build/template.yaml"';
    const environment = await loadInline(
      { regions },
      {},
      { 'samconfig.toml': toml, '.aws-sam/build/template.yaml': '' },
    );
    expect(environment.stacks[0]?.template).toBe('/app/template.yaml');
    expect(environment.notes).toContain(
      `template .aws-sam/build/template.yaml of ${SOURCE} is not used: it is made by sam, not written`,
    );
  });
});
