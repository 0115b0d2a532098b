import { expect, test } from '@jest/globals';
import { byteLength } from '../../../../src/report/markdown.ts';
import { summaryMarkdown } from '../../../../src/report/render/github-summary.ts';
import { planComment, refusedPlanComment } from '../../../../src/report/render/plan-comment.ts';
import { change, failure, instance, plan, planned, result } from '../samples.ts';

const run = { commit: 'a'.repeat(40), runUrl: 'https://github.com/acme/orders/actions/runs/1' };
/** GitHub's limits: characters of a comment, bytes of a summary. */
const COMMENT = 65_536;
const SUMMARY = 1_048_576;

test('data loss and replacements come before the tables, parameters after them', () => {
  const table = change('Table', 'AWS::DynamoDB::Table', { replacement: 'True', dataLoss: true });
  const role = change('Role', 'AWS::IAM::Role', { replacement: 'Conditional' });
  const shown = plan([
    planned('api', 'eu-west-1', { changes: [table, role], parameters: [{ name: 'Size', before: '1', after: '2' }] }),
    planned('api', 'us-east-1', {
      changes: [role],
      parameters: [
        { name: 'Size', before: '1', after: '4' },
        { name: 'Old', before: 'x' },
      ],
    }),
  ]);
  const text = planComment(result([], { command: 'plan', status: 'planned', plan: shown }), run);
  const order = [
    '## Plan of orders for prod',
    '2 stacks in 2 targets: 2 to update.',
    '> [!CAUTION]',
    '> - api: <code>Table</code> (AWS::DynamoDB::Table) replaced in eu-west-1',
    '> [!WARNING]',
    '> - api: <code>Role</code> (AWS::IAM::Role) may be replaced in eu-west-1, us-east-1',
    '| resource | type | eu-west-1 | us-east-1 |  |',
    '≠ differs',
    '| <code>Size</code> | <code>1</code> | <code>2</code> | 2 different values over the targets |',
    '| <code>Old</code> | <code>x</code> | default of the template, or none | in us-east-1 |',
    'A forecast',
  ].map((part) => text.indexOf(part));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

const targets = Array.from(
  { length: 1_000 },
  (_, index) => `account-${index % 250}-eu-west-${Math.floor(index / 250)}`,
);
const alike = [
  change('Fn', 'AWS::Lambda::Function', { properties: [{ name: 'Code.S3Key', before: 'a', after: 'b' }] }),
];

test.each([
  ['that are alike', (_index: number) => alike],
  [
    'of which three are different',
    (index: number) => (index % 400 === 7 ? [...alike, change('Q', 'AWS::SQS::Queue')] : alike),
  ],
  [
    'that all differ',
    (index: number) => [
      ...alike,
      change(`Table${index}`, 'AWS::DynamoDB::Table', { action: 'Remove', dataLoss: index % 2 === 0 }),
    ],
  ],
  [
    'with forty replacements each',
    () =>
      Array.from({ length: 40 }, (_, index) =>
        change(`Table${index}`, 'AWS::DynamoDB::Table', { replacement: 'True', dataLoss: true }),
      ),
  ],
])('a thousand targets %s fit into a comment and a summary that say what matters', (_name, changes) => {
  const shown = plan(
    targets.map((target, index) =>
      planned('api', target, { changes: changes(index), parameters: [{ name: 'Release', before: 'a', after: 'b' }] }),
    ),
  );
  const states = targets.map((target) => instance('api', target, { state: 'skipped' }));
  const planned_ = result(states, { command: 'plan', status: 'planned', plan: shown });
  const [comment, summary] = [planComment(planned_, run), summaryMarkdown(planned_)];
  expect([...comment].length).toBeLessThan(COMMENT - 200);
  expect(byteLength(summary)).toBeLessThan(SUMMARY);
  for (const text of [comment, summary]) {
    expect(text).toContain('account-0-eu-west-0');
    expect(text).toContain('<code>Fn</code>'.replace('Fn', changes(0)[0]?.path ?? ''));
    if (changes(0).some(({ dataLoss }) => dataLoss)) expect(text).toContain('**Data loss**');
    expect(text).not.toContain('… cut');
  }
  expect(comment).toContain('1000 stacks in 1000 targets: 1000 to update.');
  expect(comment).toContain('summary and log');
});

test('a thousand targets of which each fails for a reason of its own fit, and the first reasons are told', () => {
  const states = targets.map((target, index) =>
    instance('api', target, {
      state: 'failed',
      reason: `reason ${index} ${'x'.repeat(500)}`,
      failures: [failure('Fn', { reason: 'y'.repeat(1_000) })],
      fix: ['Do.'],
    }),
  );
  const failing = targets.map((target, index) =>
    planned('api', target, {
      kind: 'failed',
      reason: `reason ${index} ${'x'.repeat(500)}`,
      failures: [failure('Fn', { reason: 'y'.repeat(1_000) })],
      fix: ['Do.'],
    }),
  );
  const failed = result(states, { command: 'plan', status: 'failed', plan: plan(failing) });
  const comment = planComment(failed, run);
  expect([...comment].length).toBeLessThan(COMMENT - 200);
  expect(byteLength(summaryMarkdown(failed))).toBeLessThan(SUMMARY);
  expect(comment).toContain('reason 0');
  expect(comment).toContain('**1000 cannot be planned**');
  expect(comment).toContain('summary and log');
});

test('a thousand problems of a refused plan fit', () => {
  const problems = targets.map((target) => ({ code: 'bad', message: `${target} ${'z'.repeat(2_000)}`, fix: ['Do.'] }));
  const comment = refusedPlanComment(
    { schema: 1, command: 'plan', status: 'refused', problems, exitCode: 2 },
    'prod',
    run,
  );
  expect([...comment].length).toBeLessThan(COMMENT - 200);
  expect(comment).toContain('account-0-eu-west-0');
  expect(comment).toContain('summary and log');
});
