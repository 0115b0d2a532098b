import type { DrillReport } from '../../failover/drill/report.ts';
import { escapeHtml } from '../markdown.ts';
import { testCase, type Verdict, within } from './failover-junit.ts';

/** The report of a drill as JUnit XML: a test case for each promise. What was not measured is skipped. */
export function drillJunit(report: DrillReport): string {
  const { kind, outcome, why = outcome, moves, readiness } = report;
  const [away] = moves;
  const moved: readonly string[] =
    kind === 'switchover' || kind === 'outage'
      ? [
          testCase('drill', 'traffic is where it was', stays(outcome, why)),
          testCase(
            'drill',
            'recovery time objective',
            away === undefined ? { skipped: 'not measured' } : within(away.rto.seconds, away.rto),
          ),
        ]
      : [];
  const ready = readiness.map(({ target, problems }) => {
    const verdict = problems.length === 0 ? undefined : { failure: problems.join('; ') };
    return testCase('drill', `${target} is ready`, verdict);
  });
  const cases = [testCase('drill', `the drill (${kind}) passed`, passed(outcome, why)), ...moved, ...ready];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="${escapeHtml(`drill ${report.application} ${report.environment}`)}" tests="${cases.length}">`,
    ...cases,
    '</testsuite>',
    '',
  ].join('\n');
}

function passed(outcome: DrillReport['outcome'], why: string): Verdict {
  if (outcome === 'passed') return undefined;
  return outcome === 'rehearsed' || outcome === 'not-measured' ? { skipped: outcome } : { failure: why };
}

function stays(outcome: DrillReport['outcome'], why: string): Verdict {
  if (outcome === 'rehearsed') return { skipped: 'nothing was moved' };
  return outcome === 'left' || outcome === 'overridden' ? { failure: why } : undefined;
}
