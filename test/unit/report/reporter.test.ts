import { describe, expect, test } from '@jest/globals';
import type { TimedEvent } from '../../../src/report/events.ts';
import { createRedactor } from '../../../src/report/redactor.ts';
import { createReporter, type Renderer } from '../../../src/report/reporter.ts';
import { instance, result } from './samples.ts';

const clock = { now: () => Date.parse('2026-11-24T10:00:00.000Z') };

function recorder(): Renderer & { readonly events: TimedEvent[] } {
  const events: TimedEvent[] = [];
  return { events, event: (event) => events.push(event) };
}

describe('createReporter', () => {
  test('stamps events with the clock and hands them to every renderer in order', () => {
    const [one, two] = [recorder(), recorder()];
    const { report } = createReporter({ clock, renderers: [one, two] });
    report({ type: 'note', level: 'info', text: 'a' });
    report({ type: 'cancel.requested', signal: 'SIGINT' });
    expect(one.events).toEqual([
      { type: 'note', level: 'info', text: 'a', at: '2026-11-24T10:00:00.000Z' },
      { type: 'cancel.requested', signal: 'SIGINT', at: '2026-11-24T10:00:00.000Z' },
    ]);
    expect(two.events).toEqual(one.events);
  });

  test("keeps AWS's own time of a stack event", () => {
    const one = recorder();
    createReporter({ clock, renderers: [one] }).report({
      type: 'stack.event',
      instance: 'api@eu-west-1',
      target: 'eu-west-1',
      path: 'Fn',
      status: 'CREATE_COMPLETE',
      at: '2026-11-24T09:59:00.000Z',
    });
    expect(one.events[0]?.at).toBe('2026-11-24T09:59:00.000Z');
  });

  test('a renderer that throws breaks neither the run nor the other renderers, and is given up after a while', async () => {
    let calls = 0;
    const broken: Renderer = {
      event() {
        calls += 1;
        throw new Error('no terminal');
      },
      close: () => Promise.reject(new Error('no file')),
    };
    const [fine, told] = [recorder(), [] as string[]];
    const reporter = createReporter({ clock, renderers: [broken, fine], onRendererFailure: (text) => told.push(text) });
    for (let index = 0; index < 50; index += 1) reporter.report({ type: 'note', level: 'info', text: `${index}` });
    await reporter.close();
    expect(fine.events).toHaveLength(50);
    expect(calls).toBe(20);
    expect(told).toEqual(['no terminal']);
  });

  test('closes every renderer once and drops what comes later', async () => {
    let closed = 0;
    const one = {
      ...recorder(),
      close: async () => {
        closed += 1;
      },
    };
    const reporter = createReporter({ clock, renderers: [one] });
    await reporter.close();
    await reporter.close();
    reporter.report({ type: 'note', level: 'info', text: 'late' });
    expect([closed, one.events]).toEqual([1, []]);
  });

  test('takes secrets out of every text, names of targets and outputs included, and never out of words that programs read', () => {
    const redactor = createRedactor();
    for (const secret of ['111122223333', 'failed', 'regional-secret', 'state']) redactor.add(secret);
    const one = recorder();
    const failed = instance('api', '111122223333', {
      state: 'failed',
      reason: 'it failed',
      outputs: { state: 'regional-secret' },
    });
    createReporter({ clock, renderers: [one], redactor }).report({
      type: 'run.finished',
      result: result([failed], { status: 'failed', notes: ['see regional-secret'] }),
    });
    const [event] = one.events;
    if (event?.type !== 'run.finished') throw new Error('no result');
    expect(event.result.status).toBe('failed');
    expect(event.result.instances[0]).toMatchObject({
      state: 'failed',
      reason: 'it ***',
      target: '***',
      outputs: { '***': '***' },
    });
    expect(event.result.targets).toEqual({
      '***': { state: 'failed', region: '***', outputs: { api: { '***': '***' } } },
    });
    expect(JSON.stringify(event)).not.toMatch(/111122223333|regional-secret/);
  });
});
