import { describe, expect, test } from '@jest/globals';
import { refuseOpenDrill } from '../../../src/commands/refuse-drill.ts';
import { activityReport } from '../../../src/commands/visible-activity.ts';
import type { FailoverRecord } from '../../../src/records/active-state-document.ts';
import type { PastDrill } from '../../../src/records/drill-history.ts';
import { activityLines, activityMarkdown } from '../../../src/report/render/activity-text.ts';
import { plainStyle } from '../../../src/report/style.ts';
import { record } from '../failover/drill-world.ts';

const NOW = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;
const failover: FailoverRecord = {
  id: 'f',
  from: ['west'],
  to: ['central'],
  mechanism: 'stop-switch',
  at: '2026-05-30T00:00:00.000Z',
  who: 'me',
  reason: 'lost',
  done: false,
};
const last: PastDrill = {
  id: 'd',
  kind: 'switchover',
  outcome: 'passed',
  at: '2026-01-01T00:00:00.000Z',
  endedAt: '2026-01-01T00:10:00.000Z',
  who: 'me',
  reason: 'r',
  rtoSeconds: 12.34,
};
const say = (...parts: Parameters<typeof activityReport>) =>
  activityLines(activityReport(...parts), plainStyle).join('\n');

describe('what status says of who is active', () => {
  test('names who serves and a failover that is not finished', () => {
    const said = say({ inactive: ['west'], failover }, [], ['west', 'central'], undefined, NOW);
    expect(said).toContain('active: central; not active: west');
    expect(said).toMatch(/failover from west to central since 2026-05-30.*NOT FINISHED/);
    expect(say({ inactive: [] }, [], ['west'], undefined, NOW)).not.toMatch(/drill|FINISHED/);
  });

  test('says when a drill is due, that it is overdue, and that there was none', () => {
    expect(say({ inactive: [] }, [last], ['west'], 400 * DAY, NOW)).toMatch(/due 2027-02-05.*/);
    expect(say({ inactive: [] }, [last], ['west'], 90 * DAY, NOW)).toContain('OVERDUE since 2026-04-01T00:10:00.000Z');
    expect(say({ inactive: [] }, [], ['west'], 90 * DAY, NOW)).toContain('never moved in a drill');
    expect(say({ inactive: [] }, [last], ['west'], undefined, NOW)).toContain('recovery 12.3 s');
  });

  test('tells of a drill that is open, when AWS ends it, and of what one left broken', () => {
    const open = activityReport({ inactive: ['west'], drill: record }, [], ['west', 'central'], undefined, NOW);
    expect(activityMarkdown(open)).toMatch(/is open since.*AWS lets traffic back at/);
    const ended = { at: record.at, outcome: 'overridden' } as const;
    const over = activityReport(
      { inactive: [], drill: { ...record, injected: true, ended } },
      [],
      ['west'],
      undefined,
      NOW,
    );
    expect([over.openDrill, over.injected]).toEqual([undefined, true]);
    expect(activityMarkdown(over)).toMatch(/a schedule of a drill that has ended may move traffic at .*drill --end/);
    const gone = { ...record, returns: [], ended };
    expect(say({ inactive: [], drill: gone }, [], ['west'], undefined, NOW)).not.toContain('schedule');
  });

  test('nothing else moves traffic while a drill is open', () => {
    expect(() => refuseOpenDrill({ drill: record })).toThrow('has not ended');
    expect(() => refuseOpenDrill({})).not.toThrow();
  });
});
