import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  escapeReferences,
  parseReferences,
  type Reference,
  resolveReferences,
} from '../../../src/topology/references.ts';

describe('parsing', () => {
  test.each<[string, Reference]>([
    ['${stacks.data.outputs.TableName}', { kind: 'output', stack: 'data', output: 'TableName' }],
    [
      '${stacks.api.targets.eu-west-1.outputs.Url}',
      { kind: 'output', stack: 'api', target: 'eu-west-1', output: 'Url' },
    ],
    ['${ssm:/shop/key}', { kind: 'ssm', name: '/shop/key' }],
    ['${ssm:/shop/key:3}', { kind: 'ssm', name: '/shop/key:3' }],
    ['${release}', { kind: 'release' }],
    ['${release.commit}', { kind: 'commit' }],
    ['${target.name}', { kind: 'target', property: 'name' }],
    ['${target.region}', { kind: 'target', property: 'region' }],
    ['${target.account}', { kind: 'target', property: 'account' }],
    ['${target.active}', { kind: 'target', property: 'active' }],
    ['${environment}', { kind: 'environment' }],
    ['${application}', { kind: 'application' }],
  ])('understands %s', (source, reference) => {
    expect(parseReferences(source)).toEqual({ parts: [{ kind: 'reference', reference, source }], problems: [] });
  });

  test.each([
    '${}',
    '${Release}',
    '${stacks.a}',
    '${stacks.a.outputs}',
    '${ssm:}',
    '${ssm:a b}',
    '${target.arn}',
    '${release',
    '${a${release}}',
  ])('refuses %s', (source) => {
    expect(parseReferences(source).problems).toHaveLength(1);
  });

  test('splits a text around its references', () => {
    expect(
      parseReferences('https://${target.region}.example.com/$x').parts.map((part) =>
        part.kind === 'text' ? part.text : part.source,
      ),
    ).toEqual(['https://', '${target.region}', '.example.com/$x']);
  });

  test('takes $${ for a literal ${', () => {
    expect(parseReferences('a$${release}b')).toEqual({ parts: [{ kind: 'text', text: 'a${release}b' }], problems: [] });
  });
});

describe('resolving', () => {
  const values: Readonly<Record<string, string>> = { release: 'r1', environment: 'prod' };
  const lookup = ({ kind }: Reference) => values[kind];

  test('puts the values in', () => {
    expect(resolveReferences('${environment}-${release}$${x}', lookup)).toEqual({
      kind: 'resolved',
      text: 'prod-r1${x}',
    });
  });

  test('names what is not known yet, each once', () => {
    expect(resolveReferences('${application} ${release} ${application}', lookup)).toEqual({
      kind: 'waiting',
      missing: [{ reference: { kind: 'application' }, source: '${application}' }],
    });
  });

  test('takes an empty value for known', () => {
    expect(resolveReferences('<${release}>', () => '')).toEqual({ kind: 'resolved', text: '<>' });
  });

  test('does not look into values that were put in', () => {
    expect(resolveReferences('${release}', () => '${environment}')).toEqual({
      kind: 'resolved',
      text: '${environment}',
    });
  });

  test('gives any escaped text back as it was', () => {
    const texts = fc
      .array(fc.constantFrom('$', '{', '}', 'release', 'a', '${', '$${'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(resolveReferences(escapeReferences(text), () => 'x')).toEqual({ kind: 'resolved', text });
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
