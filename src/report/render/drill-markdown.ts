import { type DrillReport, recoverySeconds } from '../../failover/drill/report.ts';
import { code, escapeMarkdown, markdownTable } from '../markdown.ts';
import { failoverMarkdown } from './failover-markdown.ts';

const TITLE: Readonly<Record<DrillReport['outcome'], string>> = {
  passed: 'passed',
  rehearsed: 'rehearsal: NOTHING WAS MOVED',
  'not-measured': 'went there and back, NOT MEASURED',
  failed: 'FAILED; traffic is where it was',
  aborted: 'ABORTED; traffic is where it was',
  left: 'traffic DID NOT RETURN',
  overridden: 'a failover took over',
};

/** The report of a drill for people: what was done, what was found, and each move as a failover is told. */
export function drillMarkdown(report: DrillReport): string {
  const { kind, outcome, plan, readiness, returns, moves, probes } = report;
  const seconds = recoverySeconds(report);
  const rows: readonly (readonly string[])[] = [
    ['application', escapeMarkdown(`${report.application}, ${report.environment}`)],
    ['mechanism', code(report.mechanism)],
    ['from', escapeMarkdown(report.from.join(', ') || 'nobody')],
    ['to', escapeMarkdown(report.to.join(', '))],
    ['reason', escapeMarkdown(report.reason)],
    ...(report.incident === undefined ? [] : [['incident', escapeMarkdown(report.incident)]]),
    ['by', escapeMarkdown(report.who)],
    ['from when to when', `${report.startedAt} to ${report.endedAt}`],
    ...(report.injectedAt === undefined ? [] : [['failure injected', report.injectedAt]]),
    ['recovery time of the move away', seconds === undefined ? 'not measured' : `${seconds.toFixed(1)} s`],
    ['plan', `${code(plan.sha256.slice(0, 12))} of ${escapeMarkdown(plan.compiledAt)}, release ${code(plan.release)}`],
  ];
  return [
    `# Drill (${kind}): ${TITLE[outcome]}`,
    '',
    ...(report.why === undefined ? [] : [escapeMarkdown(report.why), '']),
    markdownTable(['', ''], rows),
    ...section(
      'Readiness',
      readiness.flatMap(({ target, problems }) =>
        problems.length === 0 ? [`${target}: ready`] : problems.map((text) => `${target}: NOT READY: ${text}`),
      ),
    ),
    ...section(
      'What would have brought traffic back without this process',
      returns.map(({ name, region, at }) => `the schedule ${name} in ${region}, at ${at}`),
    ),
    ...section('Deviations', report.deviations),
    '',
    '## Probes',
    '',
    typeof probes === 'string'
      ? 'not measured: no probe is configured'
      : `${code(probes.url)} through ${escapeMarkdown(probes.resolver)}: ${probes.asked} asked, ${probes.good} good`,
    ...moves.flatMap((move) => ['', failoverMarkdown(move).replaceAll(/^#/gm, '##')]),
    '',
  ].join('\n');
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${escapeMarkdown(item)}`)];
}
