import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { expect, test } from '@jest/globals';
import { createMonitoring } from '../../../src/aws/monitoring.ts';

/** Answers each question about tags only when the test says so. */
function tagsOnDemand() {
  const waiting: ((answer: object) => void)[] = [];
  const asked: string[] = [];
  const send = (command: { readonly input: { readonly ResourceARN: string } }) => {
    asked.push(command.input.ResourceARN);
    return new Promise<object>((resolve) => waiting.push(resolve));
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const monitoring = createMonitoring(async () => ({ send }) as unknown as CloudWatchClient);
  return { monitoring, asked, waiting, turn };
}

test('the tags of many alarms are asked a few at a time, and those of each alarm once', async () => {
  const { monitoring, asked, waiting, turn } = tagsOnDemand();
  const arns = Array.from({ length: 30 }, (_, index) => `arn:${index}`);
  const all = Promise.all([...arns, ...arns].map((arn) => monitoring.alarmTags(arn)));
  const most: number[] = [];
  while (asked.length < arns.length || waiting.length > 0) {
    await turn();
    most.push(waiting.length);
    waiting.shift()?.({ Tags: [{ Key: 'team', Value: 'orders' }] });
  }
  expect((await all).every(({ team }) => team === 'orders')).toBe(true);
  expect([Math.max(...most), asked]).toEqual([8, arns]);
});
