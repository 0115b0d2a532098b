import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RunEvent } from '../../../../src/report/events.ts';
import { createGitHubRenderer } from '../../../../src/report/render/github.ts';
import { change, failedRollout, failure, instance, plan, planned, result, timed } from '../samples.ts';

async function shown(
  events: readonly RunEvent[],
  workspace = '/repo',
): Promise<{ readonly log: string; readonly summary: string }> {
  let [log, summary] = ['', ''];
  const renderer = createGitHubRenderer({
    write: (text) => (log += text),
    writeSummary: (markdown) => {
      summary += markdown;
    },
    workspace,
  });
  for (const event of events) renderer.event(timed(event));
  await renderer.close?.();
  const esc = String.fromCharCode(27);
  return { log: log.replace(new RegExp(`${esc}\\[[0-9;]+m`, 'g'), ''), summary };
}

const state = { type: 'instance.state', instance: 'api@eu-west-1', target: 'eu-west-1', stack: 'api' } as const;

describe('createGitHubRenderer', () => {
  test('prints prefixed lines while it runs, and one group for each target afterwards', async () => {
    const { log } = await shown([
      { ...state, state: 'executing' },
      { ...state, instance: 'api@us-east-1', target: 'us-east-1', state: 'executing' },
      {
        type: 'stack.event',
        instance: 'api@eu-west-1',
        target: 'eu-west-1',
        path: 'Fn',
        status: 'UPDATE_IN_PROGRESS',
        at: '',
      },
      { type: 'instance.finished', result: instance('api', 'us-east-1') },
      { type: 'instance.finished', result: instance('api', 'eu-west-1') },
      { type: 'run.finished', result: result([instance('api', 'eu-west-1'), instance('api', 'us-east-1')]) },
    ]);
    expect(log).toBe(`[eu-west-1 api] executing
[us-east-1 api] executing
[us-east-1 api] succeeded in 41s (~1)
[eu-west-1 api] succeeded in 41s (~1)
::group::eu-west-1: succeeded
10:00:00 [eu-west-1 api] executing
10:00:00 [eu-west-1 api] UPDATE_IN_PROGRESS Fn
10:00:00 [eu-west-1 api] succeeded in 41s (~1)
::endgroup::
::group::us-east-1: succeeded
10:00:00 [us-east-1 api] executing
10:00:00 [us-east-1 api] succeeded in 41s (~1)
::endgroup::

TARGET     STACK  STATE      CHANGES  TIME  REASON
eu-west-1  api    succeeded  ~1       41s
us-east-1  api    succeeded  ~1       41s

✔ deploy of orders to prod: 2 stacks succeeded in 1m 03s, release 0123456789abcdef (commit 1234567)
`);
  });

  test('annotates the line of the template, once for all targets that failed alike, and only with root causes', async () => {
    const broken = {
      state: 'failed',
      failures: [
        failure('Fn', { rootCause: false }),
        failure('Table', { location: { file: '/repo/app/template.yaml', line: 12, column: 3 } }),
      ],
      fix: ['Raise the limit.'],
    } as const;
    const { log } = await shown([
      {
        type: 'run.finished',
        result: result(
          ['a', 'b'].map((target) => instance('api', target, broken)),
          { status: 'failed' },
        ),
      },
    ]);
    expect(log.split('\n').filter((line) => line.startsWith('::'))).toEqual([
      '::error file=app/template.yaml,line=12,col=3,title=api failed in a%2C b::Table CREATE_FAILED: it broke%0AWhat to do: Raise the limit.',
    ]);
  });

  test('a stack that failed without a failed resource is annotated with its reason', async () => {
    const { log } = await shown([
      {
        type: 'run.finished',
        result: result([instance('api', 'a', { state: 'timed-out', reason: 'took 100% of 30m' })]),
      },
    ]);
    expect(log).toContain('\n::error title=api failed in a::took 100%25 of 30m\n');
  });

  test('gives at most ten errors and ten warnings, the last of which stands for the rest', async () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      instance('api', `t${index}`, { state: 'failed', failures: [failure(`R${index}`)] }),
    );
    const notes = Array.from(
      { length: 12 },
      (_, index): RunEvent => ({ type: 'note', level: 'warning', text: `w${index}` }),
    );
    const { log } = await shown([...notes, { type: 'run.finished', result: result(many, { status: 'failed' }) }]);
    expect(log.match(/^::error /gm)).toHaveLength(10);
    expect(log.match(/^::warning /gm)).toHaveLength(10);
    expect(log).toContain('::error title=16 more errors::');
    expect(log).toContain('::warning title=3 more warnings::');
  });

  test('warns of data loss in a plan and of problems of a refused run at their place', async () => {
    const lossy = change('Table', 'AWS::DynamoDB::Table', { action: 'Remove', dataLoss: true });
    const { log } = await shown([
      { type: 'plan.ready', plan: plan([planned('api', 'a', { changes: [lossy] })]) },
      {
        type: 'run.refused',
        refusal: {
          schema: 1,
          command: 'deploy',
          status: 'refused',
          exitCode: 2,
          problems: [
            { code: 'unknown-key', message: 'unknown key', fix: [], location: { file: 'multi-region.yml', line: 2 } },
          ],
        },
      },
    ]);
    expect(log).toContain('\n::error file=multi-region.yml,line=2,title=unknown-key::unknown key\n');
    expect(log).toContain('\n::warning title=data loss in 1 target::api: Table (AWS::DynamoDB::Table) removed in a\n');
  });

  test('a refused run has a summary that says what to put right', async () => {
    const problems = [
      {
        code: 'unknown-key',
        message: 'unknown key "<x>"',
        fix: ['Remove it.'],
        location: { file: 'multi-region.yml', line: 2, column: 3 },
      },
      { code: 'sam-failed', message: 'sam build failed:\nline | one\nline two', fix: [] },
    ];
    const { summary } = await shown([
      { type: 'run.refused', refusal: { schema: 1, command: 'deploy', status: 'refused', exitCode: 2, problems } },
    ]);
    expect(summary).toBe(`## ❌ deploy refused

**unknown-key** at <code>multi-region.yml:2:3</code>: unknown key &quot;&lt;x&gt;&quot;

→ Remove it.

**sam-failed**: sam build failed:

\`\`\`
line | one
line two
\`\`\`
`);
  });

  test('writes warnings even when the run never came to an end', async () => {
    const { log } = await shown([{ type: 'note', level: 'warning', text: 'old role', target: 'a' }]);
    expect(log).toContain('::warning title=warning for a::old role\n');
  });

  test('ends with why the summary could not be written', async () => {
    const renderer = createGitHubRenderer({
      write: () => {},
      writeSummary: () => Promise.reject(new Error('disk full')),
    });
    renderer.event(timed({ type: 'run.finished', result: failedRollout() }));
    await expect(renderer.close?.()).rejects.toThrow('the job summary could not be written: disk full');
  });
});

/** What the runner takes for a command: `::name` at the start of a line after white space, `##[name]` anywhere. */
function commandsIn(log: string): readonly string[] {
  return log.split(/\r\n|[\n\r\u0085\u2028\u2029]/).flatMap((line) => {
    const visible = line.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').trimStart();
    const v2 = /^::([^\s:]*)/.exec(visible)?.[1];
    return [...(v2 === undefined ? [] : [v2]), ...(visible.includes('##[') ? ['##['] : [])];
  });
}

describe('text from outside in the log of the runner', () => {
  const part = fc.constantFrom(
    '::',
    ':',
    '##[',
    '#',
    '[',
    'error',
    'add-mask',
    'stop-commands',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\t',
    '%0A',
    '%',
    ']',
    ',',
    '=',
    '\u0085',
    '\u2028',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\u001b[1m',
    '\u001b',
    'x',
  );
  const hostile = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(''));

  test('never becomes a command', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (reason, name, line) => {
        const bad = instance(name, 'eu-west-1', {
          state: 'failed',
          reason,
          failures: [failure(name, { reason, status: name, resourceType: reason, location: { file: name, line: 1 } })],
          fix: [reason],
          outputs: { [name]: reason },
        });
        const { log } = await shown([
          { type: 'tool.output', tool: name, line },
          { type: 'step.started', step: 'x', text: reason },
          { type: 'step.finished', step: 'x', text: line, durationMs: 1 },
          { type: 'note', level: 'warning', text: reason, target: name },
          { type: 'phase.started', phase: reason, targets: [name] },
          { type: 'phase.finished', phase: name, verdict: 'failed', reason },
          { ...state, state: 'executing', text: reason },
          { type: 'stack.event', instance: name, target: name, path: reason, status: name, reason: line, at: '' },
          {
            type: 'plan.ready',
            plan: plan([planned(name, reason, { kind: 'failed', reason, failures: bad.failures, notes: [line] })]),
          },
          { type: 'cancel.requested', signal: reason },
          {
            type: 'run.refused',
            refusal: {
              schema: 1,
              command: 'x',
              status: 'refused',
              exitCode: 2,
              problems: [{ code: name, message: reason, fix: [line] }],
            },
          },
          {
            type: 'run.finished',
            result: result([bad], { status: 'failed', notes: [line], application: reason, environment: name }),
          },
        ]);
        const allowed = ['group', 'endgroup', 'error', 'warning'];
        expect(commandsIn(log).filter((command) => !allowed.includes(command))).toEqual([]);
        // Ours and no more: two errors (refusal, failure) and one warning.
        const count = (command: string) => commandsIn(log).filter((found) => found === command).length;
        expect([count('error'), count('warning'), count('group') - count('endgroup')]).toEqual([2, 1, 0]);
      }),
      { numRuns: 300 },
    );
  });
});
