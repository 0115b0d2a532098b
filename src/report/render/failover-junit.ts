import type { FailoverReport } from '../../failover/report.ts';
import { escapeHtml } from '../markdown.ts';

/** The report as JUnit XML: a test case for each promise that a failover can keep or break. What was not measured is skipped. */
export function failoverJunit(report: FailoverReport): string {
  const { outcome, rto, rpo, refused } = report;
  const cases = [
    testCase('failover', 'users are served where they should be', verdictOf(outcome)),
    testCase('failover', 'recovery time objective', within(rto.seconds, rto)),
    testCase('failover', 'recovery point objective', within(rpo.boundSeconds, rpo)),
    testCase(
      'failover',
      'nothing was asked that may be lost',
      refused.length === 0 ? undefined : { failure: `${refused.length} calls were refused before they were sent` },
    ),
  ];
  const name = `failover ${report.application} ${report.environment}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="${escapeHtml(name)}" tests="${cases.length}">`,
    ...cases,
    '</testsuite>',
    '',
  ].join('\n');
}

/** Undefined: it was kept. */
export type Verdict = { readonly failure: string } | { readonly skipped: string } | undefined;

function verdictOf(outcome: FailoverReport['outcome']): Verdict {
  if (outcome === 'verified' || outcome === 'already-active') return undefined;
  if (outcome === 'rehearsed') return { skipped: 'a rehearsal: nothing was moved' };
  return outcome === 'not-measured' ? { skipped: 'not measured' } : { failure: outcome };
}

/** Whether a figure is within its objective. */
export function within(
  seconds: number | string,
  { objectiveSeconds, met }: Pick<FailoverReport['rto'], 'objectiveSeconds' | 'met'>,
): Verdict {
  if (met === undefined) return { skipped: 'no objective is configured' };
  if (typeof met === 'string') return { skipped: met };
  return met ? undefined : { failure: `${seconds} s, and the objective is ${objectiveSeconds} s` };
}

/** One promise. */
export function testCase(of: string, name: string, verdict: Verdict): string {
  const open = `  <testcase classname="${of}" name="${escapeHtml(name)}"`;
  if (verdict === undefined) return `${open}/>`;
  const [kind, message] = 'failure' in verdict ? ['failure', verdict.failure] : ['skipped', verdict.skipped];
  return `${open}><${kind} message="${escapeHtml(message)}"/></testcase>`;
}
