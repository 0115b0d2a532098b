import { expect, test } from '@jest/globals';
import { parametersOutOfStep } from '../../../src/failover/parameters-in-step.ts';

const of = (actual: Readonly<Record<string, string>>, configured: Readonly<Record<string, string>> = {}) => ({
  actual,
  configured: Object.fromEntries(Object.entries(configured).map(([name, text]) => [name, { text }])),
});

test('parameters that nobody configures must be the same', () => {
  expect(parametersOutOfStep(of({ Size: '1', Mode: 'a' }), of({ Size: '2', Mode: 'a' }))).toEqual(['Size']);
  expect(parametersOutOfStep(of({ Size: '1', New: 'a' }), of({ Size: '1' }))).toEqual(['New']);
});

test('one text for both that does not speak of its target has one value', () => {
  const same = { Size: '1', Release: '${release}' };
  expect(parametersOutOfStep(of({ Size: '1', Release: 'a' }, same), of({ Size: '3', Release: 'b' }, same))).toEqual([
    'Release',
    'Size',
  ]);
});

test('what is configured for each target, or stands for its own, may differ', () => {
  const own = { Size: '1', Active: '${target.active}', Secret: '${ssm:/key}', Table: '${stacks.data.outputs.Table}' };
  const west = of({ Size: '1', Active: 'true', Secret: 'a', Table: 'west' }, own);
  const central = of({ Size: '2', Active: 'false', Secret: 'b', Table: 'central' }, { ...own, Size: '2' });
  expect(parametersOutOfStep(west, central)).toEqual([]);
});
