import { describe, expect, test } from '@jest/globals';
import type { DrillReport } from '../../../../src/failover/drill/report.ts';
import { recoverySeconds } from '../../../../src/failover/drill/report.ts';
import { failoverReport } from '../../../../src/failover/report.ts';
import { drillHtml } from '../../../../src/report/render/drill-html.ts';
import { drillJunit } from '../../../../src/report/render/drill-junit.ts';
import { drillMarkdown } from '../../../../src/report/render/drill-markdown.ts';
import { drillLines } from '../../../../src/report/render/drill-text.ts';
import { plainStyle } from '../../../../src/report/style.ts';
import { schemaErrors } from '../../../support/published-schema.ts';

const AT = Date.UTC(2026, 0, 5, 8, 0, 0);
const about = {
  id: 'd-1',
  application: 'shop',
  environment: 'prod',
  mechanism: 'stop-switch',
  who: 'me',
  reason: '<b>quarterly</b>',
  version: '1',
  plan: { sha256: 'abc', compiledAt: '2026-01-01', release: 'r1' },
};
const probes = Array.from({ length: 20 }, (_, second) => ({
  at: AT + second * 1_000,
  durationMs: 1,
  status: 200,
  region: second < 4 ? 'eu-west-1' : 'eu-central-1',
}));
const away = failoverReport({
  ...about,
  end: {
    outcome: 'verified',
    move: { active: ['central'], inactive: ['west'], leaving: ['west'] },
    marks: { decided: AT, actuated: AT + 1_000, accepted: AT + 1_000, verified: AT + 9_000 },
    deviations: [],
  },
  approvals: { confirmedBy: 'me', reviews: 'not measured' },
  afterwards: [],
  startedAt: AT,
  endedAt: AT + 10_000,
  ledger: [],
  refused: [],
  rtoMs: 3_000,
  probing: {
    url: 'https://api.example.com/',
    resolver: 'the machine',
    results: probes,
    wanted: { regions: new Set(['eu-central-1']), regionKnown: true },
    stableMs: 3_000,
  },
});
const report: DrillReport = {
  ...about,
  schema: 1,
  kind: 'outage',
  outcome: 'failed',
  why: 'recovery took 4 s, and the objective is 3 s',
  from: ['west'],
  to: ['central'],
  startedAt: new Date(AT).toISOString(),
  endedAt: new Date(AT + 20_000).toISOString(),
  injectedAt: new Date(AT).toISOString(),
  readiness: [],
  returns: [{ name: 's', region: 'eu-central-1', by: 'central', at: new Date(AT + 1_800_000).toISOString() }],
  moves: [away],
  probes: away.probes,
  deviations: ['no probe noticed it'],
};

describe('the report of a drill', () => {
  test('says how it ended and why, what would have brought traffic back, and each move with its times', () => {
    expect(recoverySeconds(report)).toBe(4);
    const markdown = drillMarkdown(report);
    expect(markdown).toMatch(/# Drill \(outage\): FAILED; traffic is where it was/);
    for (const text of ['recovery took 4 s', 'the schedule s in eu-central-1', 'no probe noticed it', '4.0 s'])
      expect(markdown).toContain(text);
    expect(markdown).toContain('## Failover verified');
    expect(drillLines(report, plainStyle).join('\n')).toMatch(/west → central: it failed/);
  });

  test('is HTML that loads nothing and JUnit that fails where the drill did', () => {
    const html = drillHtml(report, probes, drillMarkdown(report));
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/<script|src=|href=|<b>quarterly/);
    expect(drillJunit(report)).toContain('<failure message="4 s, and the objective is 3 s"/>');
    const left = drillJunit({ ...report, outcome: 'left', why: 'west is not fit' });
    expect(left).toContain('traffic is where it was"><failure message="west is not fit"/>');
  });

  test('never calls a rehearsal or a drill that nobody measured a success', () => {
    const { why: _, ...rest } = report;
    const shown = drillJunit({ ...rest, outcome: 'rehearsed', moves: [] });
    expect(shown).not.toMatch(/passed"\/>|failure/);
    expect(drillMarkdown({ ...rest, outcome: 'rehearsed' })).toContain('NOTHING WAS MOVED');
    expect(recoverySeconds({ moves: [] })).toBeUndefined();
    const looked = { ...rest, kind: 'readiness' as const, moves: [], outcome: 'failed' as const };
    const unready = { ...looked, readiness: [{ target: 'central', problems: ['release: another one'] }] };
    expect(drillJunit(unready)).toContain('central is ready"><failure message="release: another one"/>');
    expect(drillMarkdown(unready)).toContain('NOT READY');
  });
});

describe('the published schema of drill-report.json', () => {
  test('takes what is written', () => {
    expect(schemaErrors('drill-report', report)).toEqual([]);
    const { why: _, injectedAt: __, ...looked } = report;
    const readiness = [{ target: 'central', problems: ['certificate: it ends in 3 days'] }];
    const nothing = { ...looked, kind: 'readiness', outcome: 'passed', moves: [], probes: 'not measured', readiness };
    expect(schemaErrors('drill-report', nothing)).toEqual([]);
  });

  test.each([
    ['another version', { schema: 2 }, '/schema'],
    ['an unknown kind', { kind: 'tabletop' }, '/kind'],
    ['an unknown outcome', { outcome: 'verified' }, '/outcome'],
    ['no probes instead of "not measured"', { probes: undefined }, ''],
    ['a move that is no report of a failover', { moves: [{ schema: 1 }] }, '/moves/0'],
    ['an unknown key', { extra: 1 }, ''],
  ])('refuses %s', (_, change, path) => {
    const paths = schemaErrors('drill-report', { ...report, ...change }).map(({ instancePath }) => instancePath);
    expect(paths).toContain(path);
  });
});
