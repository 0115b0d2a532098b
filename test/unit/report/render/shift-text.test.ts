import { describe, expect, test } from '@jest/globals';
import type { TimedEvent } from '../../../../src/report/events.ts';
import { eventLines } from '../../../../src/report/render/event-lines.ts';
import { createRunView } from '../../../../src/report/run-view.ts';
import { createStyle } from '../../../../src/report/style.ts';

type AliasShift = Extract<TimedEvent, { readonly type: 'alias.shift' }>;

const shift: AliasShift = {
  type: 'alias.shift',
  at: '2026-01-01T00:00:00.000Z',
  instance: 'api@eu-west-1',
  target: 'eu-west-1',
  path: 'OrdersAliaslive',
  deployment: 'd-ABC123XYZ',
  functionName: 'orders-Orders-1',
  alias: 'live',
  version: '7',
  config: 'Canary10Percent5Minutes',
  percent: 10,
  status: 'running',
  lifecycle: [
    { event: 'BeforeAllowTraffic', status: 'Succeeded' },
    { event: 'AllowTraffic', status: 'InProgress' },
    { event: 'AfterAllowTraffic', status: 'Pending' },
  ],
};
const lines = (event: AliasShift) => eventLines(event, { style: createStyle({ color: false, unicode: false }) });

describe('what CodeDeploy does with an alias', () => {
  test('is a line with function, share, version, type and what has begun', () => {
    expect(lines(shift)).toEqual([
      '[eu-west-1 api] CodeDeploy: Orders:live 10 % on version 7 (Canary10Percent5Minutes, d-ABC123XYZ): BeforeAllowTraffic Succeeded, AllowTraffic InProgress',
    ]);
  });

  test('of an alias with a name of its own is told by that', () => {
    const [line] = lines({ ...shift, path: 'Live', lifecycle: [] });
    expect(line).toBe('[eu-west-1 api] CodeDeploy: Live 10 % on version 7 (Canary10Percent5Minutes, d-ABC123XYZ)');
  });

  test('is in the live table where the resource at hand is', () => {
    const view = createRunView();
    const { instance, target, at } = shift;
    view.apply({ type: 'instance.state', instance, target, stack: 'api', state: 'executing', at });
    view.apply(shift);
    expect(view.rows(0)[0]?.resource).toBe('Orders:live 10 % on version 7 (Canary10Percent5Minutes, d-ABC123XYZ)');
  });

  test('does not write outside its line', () => {
    expect(lines({ ...shift, config: 'a\nb' })).toHaveLength(1);
    expect(lines({ ...shift, config: 'a\nb' })[0]).not.toContain('\n');
  });
});
