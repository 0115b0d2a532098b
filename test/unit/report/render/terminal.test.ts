import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RunEvent } from '../../../../src/report/events.ts';
import { createTerminalRenderer } from '../../../../src/report/render/terminal.ts';
import { createStyle } from '../../../../src/report/style.ts';
import { change, failedRollout, failure, instance, plan, planned, result, timed } from '../samples.ts';
import { createScreen } from '../screen.ts';

function terminal(options: { columns?: number; rows?: number; color?: boolean; unicode?: boolean } = {}) {
  const { columns = 80, rows = 24, color = false, unicode = true } = options;
  const screen = createScreen(columns);
  const writes: string[] = [];
  const ticks = new Set<() => void>();
  let seconds = 0;
  let width = columns;
  const renderer = createTerminalRenderer({
    write: (text) => {
      writes.push(text);
      screen.write(text);
    },
    size: () => ({ columns: width, rows }),
    clock: { now: () => Date.parse('2026-11-24T10:00:00.000Z') + seconds * 1000 },
    ticker: {
      every(_, tick) {
        ticks.add(tick);
        return () => ticks.delete(tick);
      },
    },
    style: createStyle({ color, unicode }),
  });
  return {
    renderer,
    screen,
    writes,
    resize(to: number) {
      width = to;
    },
    ticking: () => ticks.size > 0,
    /** Events, all at this second, and then one redraw. */
    at(second: number, ...events: RunEvent[]) {
      seconds = second;
      for (const event of events) renderer.event(timed(event, second));
      for (const tick of ticks) tick();
    },
  };
}

const state = (target: string, more: Partial<Extract<RunEvent, { type: 'instance.state' }>> = {}): RunEvent => ({
  type: 'instance.state',
  instance: `api@${target}`,
  target,
  stack: 'api',
  state: 'executing',
  ...more,
});
const event = (target: string, path: string, status: string, reason?: string): RunEvent => ({
  type: 'stack.event',
  instance: `api@${target}`,
  target,
  path,
  status,
  at: '2026-11-24T10:00:00.000Z',
  ...(reason !== undefined && { reason }),
});
const changes = ['Fn', 'Role', 'Table', 'Url'].map((path) => change(path, 'AWS::X', { action: 'Add' }));

describe('createTerminalRenderer', () => {
  test('shows every stack with its state, progress, time and resource, redrawn in place', () => {
    const { at, screen } = terminal();
    at(0, { type: 'step.started', step: 'build', text: 'sam build' });
    expect(screen.text()).toBe('⠙ sam build 0.0s\n');
    at(
      2,
      { type: 'step.finished', step: 'build', text: 'sam build', durationMs: 2000 },
      state('eu-west-1', { state: 'planning' }),
      state('ap-southeast-2', { state: 'waiting' }),
    );
    expect(screen.text()).toBe(`sam build (2.0s)
0 of 2 done  2.0s
⠹ eu-west-1      api planning                          0.0s
· ap-southeast-2 api waiting
`);
    at(3, state('eu-west-1', { progress: 0.5 }), { type: 'phase.started', phase: 'wave 1', targets: ['eu-west-1'] });
    at(15, event('eu-west-1', 'Table', 'CREATE_IN_PROGRESS'));
    expect(screen.text()).toBe(`sam build (2.0s)
wave 1  0 of 2 done  15s
⠼ eu-west-1      api executing    ██████░░░░░░  50%     12s Table CREATE_IN_PR…
· ap-southeast-2 api waiting
`);
  });

  test('takes progress from the resources of the plan when nobody told it', () => {
    const { at, screen } = terminal();
    const planText = plan([planned('api', 'eu-west-1', { changes })]);
    at(
      0,
      { type: 'plan.ready', plan: planText },
      state('eu-west-1'),
      event('eu-west-1', 'Fn', 'CREATE_COMPLETE'),
      event('eu-west-1', 'Other', 'CREATE_COMPLETE'),
    );
    expect(screen.text()).toContain('executing    ███░░░░░░░░░  25%');
  });

  test('foretells from how long the stack took before, in earlier waves of this run too', () => {
    const { at, screen } = terminal({ columns: 110 });
    const earlier = plan([planned('web', 'a', { stack: 'web', earlierMs: [60_000] }), planned('api', 'b')]);
    at(0, { type: 'plan.ready', plan: earlier }, { ...state('a'), instance: 'web@a', stack: 'web' } as RunEvent);
    at(30);
    expect(screen.text()).toContain('a web executing    █████░░░░░░░  45%     30s about 30s left');
    at(50, { type: 'instance.finished', result: instance('api', 'eu-west-1') }, state('b'));
    at(60);
    expect(screen.text()).toMatch(/b +api executing {4}███░░░░░░░░░ {2}21% {5}10s about 31s left/);
  });

  test('keeps failures and notes above the table', () => {
    const { at, screen } = terminal();
    at(0, state('eu-west-1'), state('us-east-1'));
    const failed = instance('api', 'us-east-1', { state: 'failed', reason: 'Table: no', failures: [failure('Table')] });
    at(
      41,
      event('us-east-1', 'Table', 'CREATE_FAILED', 'no'),
      { type: 'note', level: 'warning', text: 'slow' },
      { type: 'instance.finished', result: failed },
      { type: 'instance.finished', result: instance('api', 'eu-west-1') },
    );
    expect(screen.text()).toBe(`[us-east-1 api] CREATE_FAILED Table: no
⚠ warning: slow
[us-east-1 api] failed in 41s (~1): Table: no
2 of 2 done  41s
✔ eu-west-1 api succeeded                          41s
✖ us-east-1 api failed                             41s Table: no
`);
  });

  test('ends with the summary in place of the table, and stops ticking', async () => {
    const { at, screen, renderer, ticking } = terminal({ columns: 160 });
    at(0, state('eu-west-1'), state('us-east-1'));
    at(60, { type: 'run.finished', result: failedRollout() });
    expect(screen.text()).toMatch(/^\nTARGET {6}STACK {2}STATE/);
    expect(screen.text()).toMatch(/\n✖ deploy of orders to prod: 1 failed, [^\n]*\n$/);
    expect(ticking()).toBe(false);
    const before = screen.text();
    await renderer.close?.();
    expect(screen.text()).toBe(before);
  });

  test('leaves the last table when the run ends without a result', async () => {
    const { at, screen, renderer, ticking } = terminal();
    at(0, state('eu-west-1'));
    await renderer.close?.();
    expect(screen.text()).toContain('eu-west-1 api executing');
    expect(ticking()).toBe(false);
  });

  test('makes room for a question and comes back afterwards', () => {
    const { at, screen, renderer } = terminal();
    at(0, state('eu-west-1', { state: 'planned' }), { type: 'note', level: 'info', text: 'plan' });
    const resume = renderer.pause();
    screen.write('Go on? y\n');
    at(1, state('eu-west-1'));
    expect(screen.text()).toBe('note: plan\nGo on? y\n');
    resume();
    at(2);
    expect(screen.text()).toBe(
      'note: plan\nGo on? y\n0 of 1 done  2.0s\n⠹ eu-west-1 api executing                         1.0s\n',
    );
  });

  test('shows what matters when there are more stacks than lines', () => {
    const { at, screen } = terminal({ rows: 7 });
    const targets = Array.from({ length: 500 }, (_, index) => `t${index}`);
    at(0, ...targets.map((target) => state(target, { state: 'waiting' })));
    at(1, { type: 'instance.finished', result: instance('api', 't0') }, state('t300'), {
      type: 'instance.finished',
      result: instance('api', 't400', { state: 'stuck', reason: 'UPDATE_ROLLBACK_FAILED' }),
    });
    const lines = screen.text().split('\n').slice(-7);
    expect(lines).toEqual([
      '2 of 500 done  1.0s',
      '· t1   api waiting',
      '· t2   api waiting',
      '⠹ t300 api executing    ░░░░░░░░░░░░   0%    0.0s about 41s left',
      '✖ t400 api stuck                              41s UPDATE_ROLLBACK_FAILED',
      '… and 496 more: 1 succeeded, 495 waiting',
      '',
    ]);
  });

  test('uses ASCII signs where the terminal has no others', () => {
    const { at, screen } = terminal({ unicode: false, columns: 60 });
    at(0, state('eu-west-1', { progress: 0.5, text: 'x'.repeat(90) }));
    expect(screen.text()).toMatch(/^[\n\x20-\x7e]*$/);
    expect(screen.text()).toContain('######......  50%');
  });

  test('writes nothing when nothing has changed, and once however many events came', () => {
    const { at, writes } = terminal();
    at(0, state('eu-west-1', { state: 'planned' }));
    at(0);
    expect(writes).toHaveLength(1);
    at(0, ...Array.from({ length: 100 }, (_, index): RunEvent => ({ type: 'note', level: 'info', text: `${index}` })));
    expect(writes).toHaveLength(2);
  });

  test('counts the lines that wrapped when the terminal got narrower', () => {
    const { at, writes, resize } = terminal({ columns: 80 });
    at(0, state('eu-west-1', { text: 'x'.repeat(90) }));
    expect(writes.at(-1)).toContain(`x…${'\u001b'}[K\n`);
    resize(40);
    at(1);
    // A heading of 18 cells and a row of 79 that now takes two lines.
    expect(writes.at(-1)?.startsWith('\u001b[?2026h\u001b[3A\r')).toBe(true);
  });

  test('never leaves a piece of an old frame, whatever happens and however narrow it is', () => {
    const names = fc.constantFrom('eu-west-1', 'a', '東京リージョン', 'x'.repeat(70));
    const kinds = fc.constantFrom(
      'planning',
      'executing',
      'waiting',
      'planned',
      'rolling-back',
      'failed',
    ) as fc.Arbitrary<'planning'>;
    const step = fc.oneof(
      fc
        .record({ target: names, now: kinds, text: fc.string({ unit: 'grapheme', maxLength: 120 }) })
        .map(({ target, now, text }) => [state(target, { state: now, text })]),
      fc.string({ maxLength: 100 }).map((text): RunEvent[] => [{ type: 'note', level: 'info', text }]),
      names.map((target): RunEvent[] => [
        { type: 'instance.finished', result: instance('api', target, { reason: 'because '.repeat(20) }) },
      ]),
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 12 }),
        fc.integer({ min: 20, max: 120 }),
        fc.integer({ min: 4, max: 12 }),
        (steps, columns, rows) => {
          const { at, screen } = terminal({ columns, rows });
          const targets = new Set<string>();
          for (const [index, events] of steps.entries()) {
            at(index, ...events);
            for (const one of events) if (one.type === 'instance.state') targets.add(one.target);
          }
          expect(screen.text().match(/ of \d+ done/g)?.length ?? 0).toBeLessThanOrEqual(1);
          at(99, { type: 'run.finished', result: result([], { status: 'no-change' }) });
          expect(screen.text()).not.toMatch(/ of \d+ done/);
        },
      ),
    );
  });
});
