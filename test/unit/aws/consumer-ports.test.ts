import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { SchedulerClient } from '@aws-sdk/client-scheduler';
import { describe, expect, test } from '@jest/globals';
import { createEventRules } from '../../../src/aws/event-rules.ts';
import { AwsError } from '../../../src/aws/ports.ts';
import { createScheduleStates } from '../../../src/aws/schedule-states.ts';

const NOW = Date.parse('2026-03-01T00:00:00Z');

/** Answers each command by its name, or fails with it. */
function client(answers: Readonly<Record<string, object>>) {
  const sent: [string, object][] = [];
  const send = async (command: { readonly constructor: { readonly name: string }; readonly input: object }) => {
    const name = command.constructor.name.replace('Command', '');
    sent.push([name, command.input]);
    const answer = answers[name] ?? {};
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { sent, send };
}
const refused = (kind: AwsError['kind'], code: string) =>
  new AwsError({ service: 'x', action: 'y', region: 'z', kind, code, message: code });

describe('a rule of EventBridge', () => {
  const room = (answers: Readonly<Record<string, object>>) => {
    const fake = client(answers);
    return { ...fake, rules: createEventRules(async () => fake as unknown as EventBridgeClient) };
  };

  test('is switched on its bus, unless it is so already', async () => {
    const off = room({ DescribeRule: { State: 'DISABLED' } });
    expect(await off.rules.enable({ name: 'r', bus: 'b' }, false)).toBe('unchanged');
    expect(await off.rules.enable({ name: 'r', bus: 'b' }, true)).toBe('changed');
    expect(off.sent.at(-1)).toEqual(['EnableRule', { Name: 'r', EventBusName: 'b' }]);
  });

  test('that also sees management events stays what it is', async () => {
    const all = room({ DescribeRule: { State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' } });
    expect(await all.rules.enable({ name: 'r' }, true)).toBe('unchanged');
    expect(await all.rules.enable({ name: 'r' }, false)).toBe('changed');
    expect(all.sent.map(([name]) => name)).toEqual(['DescribeRule', 'DescribeRule', 'DisableRule']);
  });

  test.each([
    ['ENABLED', 'on'],
    ['DISABLED', 'off'],
    ['ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS', 'kept'],
  ])('that is %s is %s', async (State, running) => {
    const { rules, sent } = room({ DescribeRule: { State } });
    expect(await rules.state({ name: 'r', bus: 'b' })).toBe(running);
    expect(sent).toEqual([['DescribeRule', { Name: 'r', EventBusName: 'b' }]]);
  });

  test('is gone, or just changed by somebody else', async () => {
    const gone = room({ DescribeRule: refused('not-found', 'ResourceNotFoundException') });
    const busy = room({
      DescribeRule: { State: 'ENABLED' },
      DisableRule: refused('invalid', 'ConcurrentModificationException'),
    });
    expect(await gone.rules.state({ name: 'r' })).toBe('gone');
    expect([await gone.rules.enable({ name: 'r' }, true), await busy.rules.enable({ name: 'r' }, false)]).toEqual([
      'gone',
      'busy',
    ]);
  });
});

describe('a schedule', () => {
  const found = {
    Arn: 'arn',
    Name: 's',
    GroupName: 'g',
    State: 'DISABLED',
    ScheduleExpression: 'rate(1 hour)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: 'a', RoleArn: 'r', Input: '{}' },
    EndDate: new Date(NOW + 9_000),
    CreationDate: new Date(0),
    LastModificationDate: new Date(0),
    $metadata: {},
  };
  const room = (answers: Readonly<Record<string, object>>) => {
    const fake = client(answers);
    const clock = { now: () => NOW };
    return { ...fake, schedules: createScheduleStates(async () => fake as unknown as SchedulerClient, clock) };
  };

  test('keeps everything but its state, and what AWS says of it is not sent back', async () => {
    const begun = room({ GetSchedule: { ...found, StartDate: new Date(NOW - 1) } });
    expect(await begun.schedules.enable({ name: 's', group: 'g' }, true)).toBe('changed');
    const { Arn: _, CreationDate: __, LastModificationDate: ___, $metadata: ____, ...given } = found;
    expect(begun.sent.at(-1)).toEqual(['UpdateSchedule', { ...given, State: 'ENABLED' }]);
    const later = room({ GetSchedule: { ...found, StartDate: new Date(NOW + 1) } });
    await later.schedules.enable({ name: 's' }, true);
    expect(later.sent.at(-1)?.[1]).toMatchObject({ StartDate: new Date(NOW + 1) });
  });

  test.each([
    [{}, 'off'],
    [{ State: 'ENABLED' }, 'on'],
    [{ State: 'ENABLED', ScheduleExpression: 'at(2026-03-02T00:00:00)' }, 'kept'],
  ])('with %j is %s', async (more, running) => {
    expect(await room({ GetSchedule: { ...found, ...more } }).schedules.state({ name: 's' })).toBe(running);
  });

  test('is so already, gone, or just changed by somebody else', async () => {
    const already = room({ GetSchedule: found });
    const gone = room({ GetSchedule: refused('not-found', 'ResourceNotFoundException') });
    const busy = room({ GetSchedule: found, UpdateSchedule: refused('conflict', 'ConflictException') });
    expect(await gone.schedules.state({ name: 's' })).toBe('gone');
    expect([
      await already.schedules.enable({ name: 's' }, false),
      await gone.schedules.enable({ name: 's' }, true),
      await busy.schedules.enable({ name: 's' }, true),
    ]).toEqual(['unchanged', 'gone', 'busy']);
  });
});
