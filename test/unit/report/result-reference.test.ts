import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { exitCodes } from '../../../src/report/exit-codes.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const page = read('docs/reference/result.md');
const events = read('src/report/events.ts');
const plan = read('src/report/plan-report.ts');
const result = read('src/report/run-result.ts');
const status = read('src/report/status-report.ts');
const model = read('src/stack/model.ts');

/** Field names that the declaration of a type lists, those of nested objects included. */
function fieldsOf(source: string, name: string): readonly string[] {
  const body = new RegExp(`(?:interface|type) ${name}\\b[\\s\\S]*?\\n(?:\\}|\\n)`).exec(source)?.[0];
  if (!body) throw new Error(`${name} is not declared where the test looks`);
  return [...body.matchAll(/readonly (\w+)\??:/g)].map(([, field = '']) => field);
}

describe('the reference page of results', () => {
  test.each([
    ['RunEvent', events],
    ['Plan', plan],
    ['PlannedInstance', plan],
    ['InstanceResult', result],
    ['StackReport', status],
    ['RunResult', result],
    ['Problem', result],
    ['Refusal', result],
    ['ResourceChange', model],
    ['ResourceFailure', model],
  ])('names every field of %s', (name, source) => {
    const fields = fieldsOf(source, name);
    expect(fields.length).toBeGreaterThan(3);
    expect(fields.filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
  });

  test('names every type of event', () => {
    const types = [...events.matchAll(/readonly type: '([a-z.]+)'/g)].map(([, type = '']) => type);
    expect(types.length).toBeGreaterThan(10);
    expect(types.filter((type) => !page.includes(`\`${type}\``))).toEqual([]);
  });

  test('names every state in which a stack can end', () => {
    const declared = /export type EndState =([\s\S]*?);/.exec(model)?.[1] ?? '';
    const states = [...declared.matchAll(/'([a-z-]+)'/g)].map(([, state = '']) => state);
    expect(states.length).toBeGreaterThan(5);
    expect(states.filter((state) => !page.includes(`| \`${state}\` |`))).toEqual([]);
  });

  test('explains every exit code', () => {
    for (const code of Object.values(exitCodes)) expect(page).toContain(`| \`${code}\` | `);
  });
});
