import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { deployArguments, packageArguments, parameterFile } from '../../../../src/stack/engines/sam-arguments.ts';
import { samRequest } from './sam-request.ts';

const configuration = { file: '/w/samconfig.toml', environment: 'default' };
const deploy = (over: Parameters<typeof samRequest>[0], bucket = {}) =>
  deployArguments(
    { packaged: '/w/p.yaml', parameters: '/w/p.yaml' },
    'eu-west-1',
    configuration,
    bucket,
    samRequest(over),
  );

/** What `_unquote_wrapped_quotes` of samcli/cli/types.py does to a value. */
function unquote(value: string): string {
  const wrapped = /^(["'])[\s\S]*\1$|^["']$/.test(value) ? value.slice(1, -1) : value;
  return wrapped.replaceAll('\\ ', ' ').replaceAll('\\"', '"').replaceAll("\\'", "'");
}

describe('parameters', () => {
  const read = (text: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries<unknown>(parse(text)).map(([name, value]) => [name, unquote(unquote(String(value)))]),
    );

  test('any value is the same after SAM has unquoted it twice, as it does', () => {
    const character = fc.oneof(
      fc.constantFrom('\\', '"', "'", ' ', '=', ',', '\n', 'é', '😀'),
      fc.string({ maxLength: 1 }),
    );
    const value = fc.array(character, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(fc.property(value, (text) => expect(read(parameterFile({ A: text }))).toEqual({ A: text })));
  });

  test('the file is ASCII, whatever the locale of the machine is', () => {
    expect(parameterFile({ Greeting: 'Grüße 😀' })).toMatch(/^[\0-\x7e]*$/);
  });

  test('without parameters SAM is given no file', () => {
    expect(deploy({ parameters: {} })).not.toContain('--parameter-overrides');
    expect(deploy({ parameters: { A: '1' } }).join(' ')).toContain('--parameter-overrides file:///w/p.yaml');
  });
});

describe('arguments of sam deploy', () => {
  test('a run without a person never asks, and never fails for want of a change', () => {
    const args = deploy({});
    expect(args).toEqual(expect.arrayContaining(['--no-confirm-changeset', '--no-fail-on-empty-changeset']));
  });

  test('everything that was configured is handed over', () => {
    const args = deploy(
      {
        capabilities: ['CAPABILITY_IAM', 'CAPABILITY_AUTO_EXPAND'],
        notificationArns: ['arn:aws:sns:eu-west-1:111111111111:t'],
        serviceRole: 'arn:aws:iam::111111111111:role/cfn',
        disableRollback: true,
        tags: { team: 'shop' },
      },
      { bucket: 'b', prefix: 'p' },
    ).join(' ');
    expect(args).toContain('--capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND');
    expect(args).toContain('--notification-arns arn:aws:sns:eu-west-1:111111111111:t');
    expect(args).toContain('--role-arn arn:aws:iam::111111111111:role/cfn');
    expect(args).toContain(' --disable-rollback');
    expect(args).toContain('--tags team=shop');
    expect(args).toContain('--s3-bucket b --no-resolve-s3 --s3-prefix p');
  });

  test.each([
    ['Jane Doe', 'k="Jane Doe"'],
    ['a=b', 'k="a=b"'],
    ['', 'k=""'],
    ['say "hi"', 'k="say \\"hi\\""'],
    ['a:/b_c+d-e@f', 'k=a:/b_c+d-e@f'],
  ])('the tag value %j is quoted so that SAM reads it whole', (value, argument) => {
    expect(deploy({ tags: { k: value } })).toContain(argument);
  });

  test.each(['a b=c', 'a\n=b', 'a\\b'])('the tag value %j, which SAM would take apart, is refused', (value) => {
    expect(() => deploy({ tags: { k: value } })).toThrow(expect.objectContaining({ code: 'tag-not-for-sam' }));
  });
});

test('sam package gets the same bucket and the same configuration as sam deploy', () => {
  const args = packageArguments(
    { template: '/b/template.yaml', packaged: '/w/p.yaml' },
    'eu-west-1',
    configuration,
    {},
  );
  expect(args.join(' ')).toBe(
    'package --template-file /b/template.yaml --output-template-file /w/p.yaml --region eu-west-1 --config-file /w/samconfig.toml --config-env default --resolve-s3 --no-progressbar',
  );
});
