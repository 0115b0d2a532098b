import { describe, expect, test } from '@jest/globals';
import type { RunEvent } from '../../../../src/report/events.ts';
import { createLinesRenderer } from '../../../../src/report/render/lines.ts';
import { failedRollout, instance, result, timed } from '../samples.ts';

function lines(events: readonly RunEvent[], options: { readonly verbose?: boolean } = {}): string {
  let text = '';
  const renderer = createLinesRenderer({ write: (more) => (text += more), width: 100, ...options });
  for (const event of events) renderer.event(timed(event));
  return text;
}

const state = { type: 'instance.state', instance: 'api@eu-west-1', target: 'eu-west-1', stack: 'api' } as const;
const stackEvent = {
  type: 'stack.event',
  instance: 'api@eu-west-1',
  target: 'eu-west-1',
  at: '2026-11-24T10:00:01.000Z',
} as const;

describe('createLinesRenderer', () => {
  test('says what happens, every line of a stack with its target and stack in front', () => {
    const text = lines([
      {
        type: 'run.started',
        command: 'deploy',
        version: '1.0.0',
        application: 'orders',
        environment: 'prod',
        targets: ['eu-west-1', 'us-east-1'],
        dryRun: false,
      },
      {
        type: 'note',
        level: 'warning',
        text: 'old\nrole',
        target: 'eu-west-1',
        location: { file: 'multi-region.yml', line: 3, column: 5 },
      },
      { type: 'step.started', step: 'build', text: 'sam build' },
      { type: 'tool.output', tool: 'sam', line: 'Building\tcodeuri \u001b[32mok\u001b[0m' },
      { type: 'step.finished', step: 'build', text: 'sam build', durationMs: 3210 },
      { type: 'release.ready', release: '0123456789abcdef', artifacts: 3, bytes: 1_234_567, reused: false },
      { type: 'phase.started', phase: 'wave 1', targets: ['eu-west-1'] },
      { ...state, state: 'executing' },
      { ...state, state: 'executing', progress: 0.5 },
      { ...stackEvent, path: 'Table', resourceType: 'AWS::DynamoDB::Table', status: 'CREATE_IN_PROGRESS' },
      { ...stackEvent, path: 'Table', resourceType: 'AWS::DynamoDB::Table', status: 'CREATE_COMPLETE' },
      { type: 'instance.finished', result: instance('api', 'eu-west-1') },
      { type: 'phase.finished', phase: 'wave 1', verdict: 'passed' },
    ]);
    expect(text).toBe(`deploy orders to prod, 2 targets: eu-west-1, us-east-1
[eu-west-1] ⚠ warning: old role (multi-region.yml:3:5)
sam build …
[sam] Building  codeuri ok
sam build (3.2s)
release 0123456789abcdef: 3 artifacts, 1.2 MB
wave 1: eu-west-1
[eu-west-1 api] executing
[eu-west-1 api] CREATE_COMPLETE Table (AWS::DynamoDB::Table)
[eu-west-1 api] succeeded in 41s (~1)
wave 1 passed
`);
  });

  test('ends with a table, root causes first with their place in the template and the fix, outputs, and one sentence', () => {
    expect(lines([{ type: 'run.finished', result: failedRollout() }])).toBe(`
TARGET      STACK  STATE      CHANGES  TIME  REASON
eu-west-1   data   no-change           41s
eu-west-1   api    succeeded  ~1       41s
us-east-1   api    failed     ~1       22s   Table: limit exceeded
ap-south-1  api    skipped    ~1             wave 2 stopped after 1 failure

failed: api in us-east-1: Table: limit exceeded
  ✖ Table (AWS::DynamoDB::Table) CREATE_FAILED: Subscriber limit exceeded
    at template.yaml:12:3
    cancelled with it: Fn, Role
  ✖ Fn (AWS::Lambda::Function) CREATE_FAILED: Resource creation cancelled
  → Ask for a higher limit of tables in us-east-1.

TARGET     STACK  OUTPUT  VALUE
eu-west-1  api    Url     https://abc.execute-api.eu-west-1.amazonaws.com/

✖ deploy of orders to prod: 1 failed, 1 skipped, 1 succeeded, 1 no-change in 1m 03s, release 0123456789abcdef (commit 1234567)
`);
  });

  test('tells a failure that is the same in many targets once', () => {
    const failed = failedRollout().instances.flatMap((one) => (one.state === 'failed' ? [one] : []));
    const many = ['a', 'b', 'c'].flatMap((target) => failed.map((one) => ({ ...one, target })));
    const text = lines([{ type: 'run.finished', result: result(many, { status: 'failed' }) }]);
    expect(text).toContain('failed: api in a, b, c: Table: limit exceeded\n');
    expect(text.match(/Subscriber limit/g)).toHaveLength(1);
  });

  test('cuts long reasons in the table to the width', () => {
    const long = instance('api', 'eu-west-1', { state: 'failed', reason: 'x'.repeat(500) });
    const [, , row = ''] = lines([{ type: 'run.finished', result: result([long], { status: 'failed' }) }]).split('\n');
    expect(row).toHaveLength(100);
    expect(row.endsWith('x…')).toBe(true);
  });

  test('says everything that moves when verbose', () => {
    const text = lines(
      [
        { ...state, state: 'planning' },
        { ...stackEvent, path: 'Child.Fn', status: 'CREATE_IN_PROGRESS', reason: 'Resource creation Initiated' },
        { type: 'artifact.copied', target: 'eu-west-1', key: 'abc', bytes: 12, skipped: true },
      ],
      { verbose: true },
    );
    expect(text).toBe(`[eu-west-1 api] planning
[eu-west-1 api] CREATE_IN_PROGRESS Child.Fn: Resource creation Initiated
[eu-west-1] artifact abc is there
`);
  });

  test('explains a refused run, each problem with its place and what to do', () => {
    const text = lines([
      {
        type: 'run.refused',
        refusal: {
          schema: 1,
          command: 'deploy',
          status: 'refused',
          exitCode: 2,
          problems: [
            {
              code: 'unknown-key',
              message: 'unknown key "regoin"',
              fix: ['Did you mean "region"?'],
              location: { file: 'multi-region.yml', line: 4, column: 7 },
            },
            { code: 'no-credentials', message: 'no credentials\nfor eu-west-1', fix: [] },
          ],
        },
      },
    ]);
    expect(text).toBe(`error: multi-region.yml:4:7: unknown key "regoin" [unknown-key]
  → Did you mean "region"?
error: no credentials [no-credentials]
  for eu-west-1
`);
  });
});
