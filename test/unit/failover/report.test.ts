import { describe, expect, test } from '@jest/globals';
import type { ProbeResult } from '../../../src/failover/probe.ts';
import { failoverReport, type ReportFacts } from '../../../src/failover/report.ts';
import { failoverHtml } from '../../../src/report/render/failover-html.ts';
import { failoverJunit } from '../../../src/report/render/failover-junit.ts';
import { failoverMarkdown } from '../../../src/report/render/failover-markdown.ts';
import { failoverLines } from '../../../src/report/render/failover-text.ts';
import { plainStyle } from '../../../src/report/style.ts';

const at = (seconds: number): number => Date.UTC(2026, 0, 5, 8, 0, seconds);
const probe = (seconds: number, region?: string): ProbeResult => ({
  at: at(seconds),
  durationMs: 5,
  ...(region === undefined ? { error: 'no answer' } : { status: 200, region }),
});
const results = [
  probe(0),
  probe(1),
  ...[2, 3].map((second) => probe(second, 'eu-west-1')),
  probe(4, 'eu-central-1'),
  probe(5, 'eu-west-1'),
  ...[6, 7, 8, 9, 10, 11].map((second) => probe(second, 'eu-central-1')),
];
const facts: ReportFacts = {
  end: {
    outcome: 'verified',
    move: { active: ['central'], inactive: ['west'], leaving: ['west'] },
    marks: { decided: at(1), actuated: at(2), accepted: at(2), verified: at(11) },
    deviations: ['<b>something</b>'],
  },
  startedAt: at(0),
  endedAt: at(12),
  id: 'r',
  application: 'shop',
  environment: 'prod',
  mechanism: 'stop-switch',
  who: 'me',
  reason: 'lost',
  approvals: {
    confirmedBy: 'me',
    reviews: [{ by: 'mona', state: 'approved', comment: 'go', environments: ['prod-failover'] }],
  },
  version: '1',
  plan: { sha256: 'abc', compiledAt: '2026-01-01', release: 'r1' },
  ledger: [],
  afterwards: [],
  refused: [],
  rtoMs: 5_000,
};
const probing = {
  url: 'https://api.example.com/status',
  resolver: 'the machine',
  results,
  wanted: { regions: new Set(['eu-central-1']), regionKnown: true },
  stableMs: 3_000,
};

describe('the report of a failover', () => {
  test('measures by probes: first good, 99% good, last old answer', () => {
    const report = failoverReport({ ...facts, probing });
    const mark = (seconds: number) => new Date(at(seconds)).toISOString();
    expect(report.timeline).toMatchObject({ T0: mark(0), T1: mark(0), T4: mark(4), T5: mark(6), T6: mark(5) });
    expect([report.rto.seconds, report.rto.executionSeconds, report.ttlTailSeconds]).toEqual([6, 5, 1]);
    expect(report.probes).toMatchObject({ asked: 12, good: 7, byRegion: { 'no answer': 2, 'eu-west-1': 3 } });
  });

  test('says "not measured" for what was not, and never zero', () => {
    const report = failoverReport(facts);
    expect([report.rto.seconds, report.rpo.boundSeconds, report.ttlTailSeconds, report.probes]).toEqual(
      Array(4).fill('not measured'),
    );
    expect(Object.values(report.timeline)).toContain('not measured');
  });

  test.each([
    [4_000, true, 'name="recovery point objective"/>'],
    [9_000, false, '<failure message="9 s, and the objective is 5 s"/>'],
    [undefined, 'not measured', 'name="recovery point objective"><skipped message="not measured"'],
  ])('holds a recovery point of %s ms against its objective', (boundMs, met, junit) => {
    const measured = { ...(boundMs !== undefined && { boundMs, method: 'heartbeat' }), heartbeats: [], problems: [] };
    const report = failoverReport({ ...facts, rpoMs: 5_000, recoveryPoint: measured });
    expect([report.rpo.met, report.rto.met]).toEqual([met, 'not measured']);
    expect(failoverJunit(report)).toContain(junit);
  });

  test('is Markdown, HTML that loads nothing, and JUnit', () => {
    const report = failoverReport({ ...facts, probing });
    const markdown = failoverMarkdown(report);
    expect(markdown).toContain('Failover verified');
    expect(markdown).toContain('mona (approved, prod-failover: go)');
    expect(markdown).toContain('6.0 s (objective 5 s: NOT MET)');
    const html = failoverHtml(report, results, markdown);
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/<script|src=|href=|<b>something/);
    const xml = failoverJunit(report);
    expect(xml).toContain('<failure message="6 s, and the objective is 5 s"/>');
    expect(xml).toContain('name="recovery point objective"><skipped');
  });

  test('is three lines on a terminal, and a rehearsal says that nothing was moved', () => {
    const report = failoverReport({ ...facts, probing });
    expect(failoverLines(report, plainStyle)).toEqual([
      expect.stringMatching(
        /west .*> central: users were seen to be served|west → central: users were seen to be served/,
      ),
      'recovery 6.0 s (objective 5 s NOT MET), recovery point not measured, tail of old answers 1.0 s, probes 7 good of 12',
      'contacted: nobody',
    ]);
    expect(failoverLines({ ...report, outcome: 'rehearsed' }, plainStyle)[0]).toContain('NOTHING WAS MOVED');
    expect(failoverLines(undefined, plainStyle)).toEqual([]);
  });
});

test('the report says that a move was graceful, and why it is not finished', () => {
  const end = { ...facts.end, outcome: 'not-verified', failure: 'consumers of central may not all run' } as const;
  const report = failoverReport({ ...facts, graceful: true, end });
  expect(report).toMatchObject({ graceful: true, failure: 'consumers of central may not all run' });
  const markdown = failoverMarkdown(report);
  expect(markdown).toContain('NOT FINISHED');
  expect(markdown).toContain('consumers of central may not all run');
  expect(failoverLines(report, plainStyle)[0]).toContain('something does NOT run yet');
  expect(failoverReport(facts)).toMatchObject({ graceful: false });
  expect(failoverReport(facts).failure).toBeUndefined();
});
