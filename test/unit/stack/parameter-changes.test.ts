import { expect, test } from '@jest/globals';
import type { Stack } from '../../../src/aws/cloudformation-port.ts';
import { parameterChanges } from '../../../src/stack/parameter-changes.ts';

const declared = (name: string, noEcho = false) => ({ name, type: 'String', hasDefault: true, noEcho });
const stack = (parameters: Readonly<Record<string, string>>) => ({ parameters }) as unknown as Stack;

test('a parameter that is sent with another value, or that comes or goes, is told; others are not', () => {
  const request = {
    declaredParameters: ['Same', 'Other', 'New', 'Kept'].map((name) => declared(name)),
    parameters: {},
  };
  const deployed = stack({ Same: '1', Other: '1', Gone: 'x', Kept: '1' });
  const sent = [
    { name: 'Same', value: '1' },
    { name: 'Other', value: '2' },
    { name: 'New', value: '3' },
    { name: 'Kept', usePrevious: true },
  ] as const;
  expect(parameterChanges(deployed, request, sent)).toEqual([
    { name: 'Gone', before: 'x' },
    { name: 'New', after: '3' },
    { name: 'Other', before: '1', after: '2' },
  ]);
});

test('a new stack has nothing that could change', () => {
  expect(parameterChanges(undefined, { declaredParameters: [], parameters: {} }, [{ name: 'A', value: '1' }])).toEqual(
    [],
  );
});

test('values that cannot be read are left out, and those that look like secrets are hidden', () => {
  const request = {
    declaredParameters: [declared('Key', true), declared('DbPassword'), declared('Url')],
    parameters: { Key: 'sesame-open', Url: 'https://x/?k=sesame-open' },
  };
  const sent = [
    { name: 'Key', value: 'sesame-open' },
    { name: 'DbPassword', value: 'new' },
    { name: 'Url', value: 'https://x/?k=sesame-open' },
  ];
  const changes = parameterChanges(stack({ Key: '****', DbPassword: 'old', Url: 'https://x/' }), request, sent);
  expect(changes).toEqual([
    { name: 'DbPassword', before: '****', after: '****' },
    { name: 'Url', before: 'https://x/', after: 'https://x/?k=****' },
  ]);
});
