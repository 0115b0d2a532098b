import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commentText } from '../../../../src/preview/comment.ts';
import type { RunEvent } from '../../../../src/report/events.ts';
import { createGitHubRenderer } from '../../../../src/report/render/github.ts';
import { refusalMarkdown, summaryMarkdown } from '../../../../src/report/render/github-summary.ts';
import { deploymentComment, outcomeMarkdown, refusedOutcome } from '../../../../src/report/render/outcome-markdown.ts';
import { planComment, refusedPlanComment } from '../../../../src/report/render/plan-comment.ts';
import type { Refusal, RunResult } from '../../../../src/report/run-result.ts';
import { hostile, saying } from '../hostile.ts';
import { change, failedRollout, failure, instance, plan, planned, result, timed, variedPlan } from '../samples.ts';

/**
 * What others wrote (names of branches, files and stacks, reasons of AWS, outputs) shows as it is and is nothing else: a
 * document has the same structure whatever it says, and a log holds no command that is not ours.
 */

const failing = plan([
  planned('api', 'eu-west-1', {
    kind: 'failed',
    reason: 'x',
    failures: [failure('Fn', { location: { file: 'x', line: 3 } })],
    fix: ['x'],
  }),
  planned('api', 'us-east-1', {
    changes: [change('Fn', 'T', { replacement: 'True', properties: [{ name: 'P', before: 'x', after: 'y' }] })],
    parameters: [{ name: 'Size', before: 'x', after: 'y' }],
    notes: ['x'],
    switchesAtOnce: ['Fn'],
  }),
]);
const loss: RunResult = result([instance('api', 'eu-west-1', { outputs: { Url: 'x' } })], {
  command: 'plan',
  status: 'planned',
  plan: variedPlan(),
  notes: ['x'],
  failure: 'x',
});
const failed: RunResult = { ...failedRollout(), plan: failing, notes: ['x'] };
const refusal: Refusal = {
  schema: 1,
  command: 'plan',
  status: 'refused',
  problems: [{ code: 'x', message: 'x', fix: ['x'], location: { file: 'x', line: 1, column: 2 } }],
  exitCode: 2,
};
const run = { commit: 'x', runUrl: 'x' };
/** The other parts of a result that are shown. */
const rest: RunResult = result([instance('api', 'eu-west-1')], {
  gates: [
    { gate: 'x', target: 'x', moment: 'bake', verdict: 'fail', reason: 'x', evidence: {}, at: '2026-11-24T10:00:00Z' },
  ],
  rollout: { release: { id: 'x', commit: 'x' }, course: 'forward', openedAt: 'x', who: 'x', phases: {}, reason: 'x' },
  weights: {
    driver: 'x',
    of: 'x',
    targets: [
      { target: 'x', weightBefore: 1, weightAfter: 2, shareBefore: 0.1, shareAfter: 0.2, configured: 1, active: true },
    ],
  },
  calls: [{ service: 'x', region: 'x', endpoint: 'x', calls: 1, errors: 0, retries: 0 }],
});
const status: RunResult = {
  ...rest,
  command: 'status',
  stacks: [
    {
      instance: 'x',
      target: 'x',
      region: 'x',
      account: 'x',
      stackName: 'x',
      kind: 'deployed',
      status: 'x',
      good: false,
      heldBy: 'x',
      reason: 'x',
      fix: ['x'],
      outputs: { Url: 'x' },
    },
  ],
};
const cleanup: RunResult = {
  ...result([]),
  command: 'cleanup',
  previews: [
    {
      target: 'x',
      region: 'x',
      stackName: 'x',
      status: 'x',
      pullRequest: 7,
      pullRequestState: 'open',
      decision: 'delete',
      reason: 'x',
    },
  ],
};

/** Each document that is read as Markdown, made of data in which others say `text`. */
const documents: Readonly<Record<string, (text: string) => string>> = {
  'the summary of a failed rollout': (text) => summaryMarkdown(saying(failed, text)),
  'the summary of a plan': (text) => summaryMarkdown(saying(loss, text)),
  'the summary of gates, weights and a rollout': (text) => summaryMarkdown(saying(rest, text)),
  'the summary of a status': (text) => summaryMarkdown(saying(status, text)),
  'the summary of a cleanup': (text) => summaryMarkdown(saying(cleanup, text)),
  'the summary of a refusal': (text) => refusalMarkdown(saying(refusal, oneLine(text))),
  'the comment of a plan': (text) => planComment(saying(loss, text), saying(run, text)),
  'the comment of a plan that failed': (text) =>
    planComment(saying({ ...failed, command: 'plan' }, text), saying(run, text)),
  'the comment of a plan that was refused': (text) =>
    refusedPlanComment(saying(refusal, oneLine(text)), text, saying(run, text)),
  'the comment of a deployment that failed': (text) =>
    deploymentComment({
      environment: text,
      jobResult: 'failure',
      parts: [
        outcomeMarkdown(saying(failed, text)),
        outcomeMarkdown(saying(rest, text)),
        refusedOutcome(saying(refusal, oneLine(text))),
      ],
      ...saying(run, text),
    }),
  'the comment of a preview': (text) =>
    commentText({
      application: text,
      commit: text,
      logUrl: text,
      instances: saying(failed.instances, text),
      kind: 'deployed',
    }),
};

/** Further lines of a message are shown in a code block, which has its own test. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');

/** What a reader of Markdown takes for structure: marks at the start of each line, and every sign of inline syntax. */
function skeleton(markdown: string): readonly string[] {
  return markdown
    .replace(/&(?:#\d+|amp|lt|gt|quot);/g, 'x')
    .split('\n')
    .map((line) => {
      const [marks = ''] =
        /^(?:[ \t]{4,}|[ \t]*(?:#{1,6} |[-+*] |> ?|\d{1,9}[.)] |(?:-{2,}|={2,})$))*/.exec(line) ?? [];
      return marks + line.replace(/[^<>`*[\]|~\\$]/g, '');
    });
}

describe.each(Object.entries(documents))('%s', (_name, render) => {
  test('has the same structure whatever others say', () => {
    const plain = skeleton(render('x'));
    fc.assert(
      fc.property(hostile, (text) => expect(skeleton(render(`x${text}x`))).toEqual(plain)),
      { numRuns: 60 },
    );
    for (const start of ['# x', '- x', '+ x', '1. x', '2) x', '> x', '=== x', '    x', '---'])
      expect(skeleton(render(start))).toEqual(plain);
  });

  test('calls nobody, refers to nothing and links nowhere', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = render(`x ${text} x`)
          .replace(/<code>.*?<\/code>/g, '')
          .replace(/```[\s\S]*?```/g, '')
          .replace(/&(?:#\d+|amp|lt|gt|quot);/g, ' ');
        expect(shown).not.toMatch(/@[\w-]|#\d|\bGH-\d|https?:\/\/|www\.|mailto:\S*@\S/i);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the log of the action', () => {
  const state = { type: 'instance.state', instance: 'api@x', target: 'x', stack: 'api' } as const;
  const events: readonly RunEvent[] = [
    {
      type: 'run.started',
      command: 'deploy',
      version: 'x',
      application: 'x',
      environment: 'x',
      targets: ['x'],
      dryRun: false,
    },
    { type: 'note', level: 'warning', text: 'x', target: 'x', location: { file: 'x', line: 1 } },
    { type: 'step.started', step: 'x', text: 'x' },
    { type: 'step.finished', step: 'x', text: 'x', durationMs: 1 },
    { type: 'tool.output', tool: 'x', line: 'x' },
    { type: 'release.ready', release: 'x', commit: 'x', artifacts: 1, bytes: 1, reused: false },
    { type: 'plan.ready', plan: failing },
    { type: 'plan.ready', plan: variedPlan() },
    { type: 'phase.started', phase: 'x', targets: ['x'] },
    { ...state, state: 'executing', text: 'x' },
    { type: 'stack.event', instance: 'x', target: 'x', path: 'x', status: 'CREATE_FAILED', reason: 'x', at: '' },
    { type: 'phase.finished', phase: 'x', verdict: 'failed', reason: 'x' },
    { type: 'run.finished', result: failed },
    { type: 'run.refused', refusal },
  ];

  /** The commands that the runner would see: their names, as it reads lines (actions/runner, `ActionCommand.cs`). */
  async function commands(text: string): Promise<readonly string[]> {
    let log = '';
    const renderer = createGitHubRenderer({
      write: (more) => (log += more),
      writeSummary: () => undefined,
      verbose: true,
    });
    for (const event of events) renderer.event(timed(saying(event, text)));
    await renderer.close?.();
    return log
      .split(/\r\n|[\n\r]/)
      .flatMap((line) => [
        ...(/^\s*::([\w-]+)(?: [^:]*)?::/.exec(line.trimStart())?.slice(1) ?? []),
        ...(line.includes('##[') ? ['##['] : []),
      ]);
  }

  test('holds our own commands and no other', async () => {
    const ours = await commands('x');
    expect(ours).toContain('group');
    expect(ours).toContain('error');
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => expect(await commands(`x${text}`)).toEqual(ours)),
      { numRuns: 60 },
    );
    for (const text of [
      '::error::x',
      '::set-env name=PATH::/tmp',
      '##[error]x',
      '\n::stop-commands::x',
      ' ::add-mask::x',
    ])
      expect(await commands(text)).toEqual(ours);
  });
});
