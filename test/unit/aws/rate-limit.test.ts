import { describe, expect, test } from '@jest/globals';
import { createRateLimit, createRateLimits, POLL_BURST } from '../../../src/aws/rate-limit.ts';
import type { Clock } from '../../../src/clock.ts';

/** A clock on which many sleep at once: time moves to the next one due. */
function queueClock() {
  let now = 0;
  const due: { readonly at: number; readonly wake: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    random: () => 0.5,
    sleep: (ms) => new Promise((wake) => due.push({ at: now + ms, wake })),
  };
  return {
    clock,
    async run(until: number) {
      for (;;) {
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
        due.sort((a, b) => a.at - b.at);
        const next = due[0];
        if (!next || next.at > until) return;
        due.shift();
        now = Math.max(now, next.at);
        next.wake();
      }
    },
  };
}

/** Times of calls of `pollers` loops that poll as fast as they may, within `ms`. */
async function callsOf(pollers: number, ms: number): Promise<readonly number[]> {
  const { clock, run } = queueClock();
  const limit = createRateLimit(clock);
  const times: number[] = [];
  const loop = async () => {
    while (clock.now() <= ms) {
      await limit.take();
      times.push(clock.now());
      await clock.sleep(1);
    }
  };
  for (let index = 0; index < pollers; index += 1) void loop();
  await run(ms);
  return times;
}

describe('polling of one account and region', () => {
  test('stays under four calls a second in any ten seconds, however many stacks are followed', async () => {
    const times = await callsOf(50, 60_000);
    for (let start = 0; start < 50_000; start += 250) {
      const within = times.filter((time) => time >= start && time < start + 10_000).length;
      expect(within / 10).toBeLessThan(4);
    }
    expect(times.length).toBeGreaterThan(60 * 2.9);
  });

  test('does not wait for its first calls', async () => {
    const { clock, run } = queueClock();
    const limit = createRateLimit(clock);
    let through = 0;
    for (let index = 0; index < POLL_BURST + 3; index += 1) void limit.take().then(() => (through += 1));
    await run(0);
    expect(through).toBe(POLL_BURST);
  });

  test('slows down at once when AWS throttles all the same', async () => {
    const { clock, run } = queueClock();
    const limit = createRateLimit(clock);
    limit.throttled();
    let through = 0;
    for (let index = 0; index < 5; index += 1) void limit.take().then(() => (through += 1));
    await run(0);
    expect(through).toBe(1);
  });

  test('is one budget per key', () => {
    const limits = createRateLimits(queueClock().clock);
    expect(limits('111111111111 eu-west-1')).toBe(limits('111111111111 eu-west-1'));
    expect(limits('111111111111 eu-west-1')).not.toBe(limits('111111111111 eu-central-1'));
  });
});
