import type { FailoverReport, TimeMark } from '../../failover/report.ts';
import { code, escapeMarkdown, markdownTable } from '../markdown.ts';

const MEANING: Readonly<Record<TimeMark, string>> = {
  T0: 'declared: the command began',
  T1: 'first failed probe',
  T2: 'decided',
  T3: 'first call that moves traffic',
  T4: 'first good probe by the public name',
  T5: '99% of the probes are good',
  T6: 'last probe answered by what was left',
  T7: 'consumers enabled',
  T8: 'declared over',
};

const TITLE: Readonly<Record<FailoverReport['outcome'], string>> = {
  'already-active': 'Nothing to do: it is active already',
  rehearsed: 'Rehearsal: NOTHING WAS MOVED',
  verified: 'Failover verified',
  'not-verified': 'Failover NOT VERIFIED: users were not seen to be served',
  'not-measured': 'Failover done, not measured',
  failed: 'Failover FAILED',
};

/** Users may be served although something else does not run yet. */
function titleOf({ outcome, failure }: FailoverReport): string {
  return outcome === 'not-verified' && failure !== undefined ? 'Failover NOT FINISHED: run it again' : TITLE[outcome];
}

/** The report for people. */
export function failoverMarkdown(report: FailoverReport): string {
  const { plan, rto, rpo, probes, timeline } = report;
  return [
    `# ${titleOf(report)}`,
    '',
    markdownTable(
      ['', ''],
      [
        ['application', escapeMarkdown(`${report.application}, ${report.environment}`)],
        ['from', escapeMarkdown(report.from.join(', ') || 'nobody')],
        ['to', escapeMarkdown(report.to.join(', '))],
        ['mechanism', `${code(report.mechanism)}${report.graceful ? ', graceful' : ''}`],
        ...(report.failure === undefined ? [] : [['why', escapeMarkdown(report.failure)]]),
        ['reason', escapeMarkdown(report.reason)],
        ...(report.incident === undefined ? [] : [['incident', escapeMarkdown(report.incident)]]),
        ['by', escapeMarkdown(report.who)],
        ['confirmed by', escapeMarkdown(report.approvals.confirmedBy)],
        ['approved by', escapeMarkdown(reviewers(report.approvals.reviews))],
        [
          'plan',
          `${code(plan.sha256.slice(0, 12))} of ${escapeMarkdown(plan.compiledAt)}, release ${code(plan.release)}`,
        ],
        ['recovery time (T0 to T5)', withObjective(seconds(rto.seconds), rto)],
        ['execution (T2 to T5)', seconds(rto.executionSeconds)],
        ['recovery point, at most', withObjective(seconds(rpo.boundSeconds), rpo)],
        ['how the recovery point was measured', escapeMarkdown(rpo.method)],
        ...(rpo.heartbeats ?? []).map(({ from, to, at }) => [`newest heartbeat of ${from} in ${to}`, at]),
        ['tail of old answers', seconds(report.ttlTailSeconds)],
      ],
    ),
    '',
    '## Timeline',
    '',
    markdownTable(
      ['mark', 'time (UTC)', 'meaning'],
      (Object.keys(MEANING) as TimeMark[]).map((mark) => [mark, timeline[mark], MEANING[mark]]),
    ),
    '',
    '## Probes',
    '',
    ...(typeof probes === 'string'
      ? ['not measured: no probe is configured']
      : [
          `${code(probes.url)} through ${escapeMarkdown(probes.resolver)}: ${probes.asked} asked, ${probes.good} good`,
          '',
          markdownTable(
            ['answered by', 'probes'],
            Object.entries(probes.byRegion).map(([region, amount]) => [escapeMarkdown(region), String(amount)]),
          ),
        ]),
    ...sourceText(report.source),
    '',
    '## What was contacted until users were served',
    '',
    contacts(report.ledger),
    ...(report.afterwards.length === 0
      ? []
      : ['', '## What was contacted after that', '', contacts(report.afterwards)]),
    ...list(
      'Refused before they were sent',
      report.refused.map(({ service, action, region, reason }) => `${service} ${action} in ${region}: ${reason}`),
    ),
    ...fenced(report.fencing),
    ...list('Deviations', report.deviations),
    '',
  ].join('\n');
}

function reviewers(reviews: FailoverReport['approvals']['reviews']): string {
  if (typeof reviews === 'string') return reviews;
  const said = reviews.map(
    ({ by, state, comment, environments }) =>
      `${by} (${state}, ${environments.join(', ')}${comment === '' ? '' : `: ${comment}`})`,
  );
  return said.join('; ') || 'nobody was asked';
}

function contacts(lines: FailoverReport['ledger']): string {
  return markdownTable(
    ['service', 'action', 'region', 'endpoint', 'calls', 'errors'],
    lines.map((line) => [
      escapeMarkdown(line.service),
      escapeMarkdown(line.action),
      escapeMarkdown(line.region),
      escapeMarkdown(line.endpoint),
      String(line.calls),
      String(line.errors),
    ]),
  );
}

function fenced(fencing: FailoverReport['fencing']): readonly string[] {
  if (fencing === undefined) return [];
  const { steps, ledger } = fencing;
  return [
    '',
    `## Done to what was left, in ${seconds(fencing.seconds)}, once users were served`,
    '',
    markdownTable(
      ['target', 'what', 'result', ''],
      steps.map(({ target, what, result, detail = '' }) => [target, what, result, detail].map(escapeMarkdown)),
    ),
    '',
    contacts(ledger),
  ];
}

function sourceText(source: FailoverReport['source']): readonly string[] {
  if (typeof source === 'string') return [];
  const { name, servers, asked, answered, settledSeconds } = source;
  const settled =
    typeof settledSeconds === 'number'
      ? `from ${settledSeconds.toFixed(1)} s after T3 on they gave only what they gave at the end`
      : 'they were not seen to change';
  return ['', `${code(name)} at its ${servers} name servers: ${answered} of ${asked} questions answered; ${settled}`];
}

function seconds(value: number | string): string {
  return typeof value === 'number' ? `${value.toFixed(1)} s` : value;
}

function withObjective(
  text: string,
  { objectiveSeconds, met }: Pick<FailoverReport['rto'], 'objectiveSeconds' | 'met'>,
): string {
  if (objectiveSeconds === undefined) return text;
  const said = typeof met === 'boolean' ? (met ? ': met' : ': NOT MET') : '';
  return `${text} (objective ${objectiveSeconds} s${said})`;
}

function list(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${escapeMarkdown(item)}`)];
}
