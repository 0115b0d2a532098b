import type { EndState } from '../../stack/model.ts';
import {
  code,
  codeBlock,
  escapeMarkdown,
  fitSections,
  folded,
  linkOrCode,
  markdownTable,
  type Section,
} from '../markdown.ts';
import type { InstanceResult, Refusal, RunResult } from '../run-result.ts';
import { clipped, count, durationText, someOf } from '../text.ts';
import { activityMarkdown } from './activity-text.ts';
import { changeCounts, tookMs } from './change-text.ts';
import { drillMarkdown } from './drill-markdown.ts';
import { failoverMarkdown } from './failover-markdown.ts';
import { rootCauseFirst } from './failure-text.ts';
import { ganttChart } from './gantt.ts';
import { gateMarkdown } from './gate-text.ts';
import { locationText } from './location-text.ts';
import { planMarkdown } from './plan-markdown.ts';
import { previewMarkdown } from './preview-text.ts';
import { readinessMarkdown } from './readiness-text.ts';
import { rolloutMarkdown } from './rollout-text.ts';
import { statusMarkdown } from './status-text.ts';
import { alike, into, isForecast, shortCommit, tally } from './summary-text.ts';
import { weightMarkdown } from './weight-text.ts';

/** A step's summary may have 1 MiB; what is over fails the whole upload, so a margin is kept for other writers. */
export const SUMMARY_LIMIT = 1_000_000;
/** Mermaid refuses longer charts (`maxTextSize`). */
const CHART_LIMIT = 45_000;
const MOST_FAILURES = 20;

/** The job summary: verdict, failures, table, chart, plan, outputs, calls; shortened from the back of this list. */
export function summaryMarkdown(result: RunResult, limit = SUMMARY_LIMIT): string {
  const executed = isForecast(result) ? [] : result.instances;
  const chart = ganttChart(executed);
  const { stacks = [] } = result;
  const open = stacks.filter(({ good }) => !good);
  const troubled = executed.filter((instance) => !calm.has(instance.state));
  return fitSections(
    [
      { forms: [heading(result)], importance: 9 },
      { forms: [summaryFailures(result.instances), summaryFailures(result.instances, 3)], importance: 8 },
      { forms: [statusMarkdown(stacks), statusMarkdown(open), statusMarkdown(open.slice(0, 100)), ''], importance: 5 },
      { forms: [previewMarkdown(result.previews), previewMarkdown(leaving(result)), ''], importance: 6 },
      {
        forms: [
          [result.failure && `❌ ${escapeMarkdown(result.failure)}`, rolloutMarkdown(result.rollout)]
            .filter(Boolean)
            .join('\n\n'),
        ],
        importance: 9,
      },
      {
        forms: [result.failover === undefined ? '' : failoverMarkdown(result.failover).replaceAll(/^#/gm, '##'), ''],
        importance: 8,
      },
      { forms: [readinessMarkdown(result.readiness), ''], importance: 8 },
      {
        forms: [result.drill === undefined ? '' : drillMarkdown(result.drill).replaceAll(/^#/gm, '##'), ''],
        importance: 8,
      },
      { forms: [activityMarkdown(result.activity), ''], importance: 7 },
      { forms: [result.weights === undefined ? '' : weightMarkdown(result.weights), ''], importance: 6 },
      { forms: [gateMarkdown(result.gates ?? []), gateMarkdown(openGates(result)), ''], importance: 7 },
      {
        forms: [
          instanceTable(executed),
          instanceTable(troubled),
          instanceTable(troubled, 50),
          instanceTable(troubled.slice(0, 100)),
          '',
        ],
        importance: 5,
      },
      { forms: [chart.length > CHART_LIMIT ? '' : chart && codeBlock(chart, 'mermaid'), ''], importance: 4 },
      { forms: [plan(result, limit), plan(result, limit / 4), ''], importance: 3 },
      { forms: [outputs(result.instances), leftOut(result.instances), ''], importance: 2 },
      { forms: [result.notes.map((note) => `- ${escapeMarkdown(note)}`).join('\n'), ''], importance: 6 },
      { forms: [calls(result), ''], importance: 1 },
    ],
    limit,
  );
}

const leaving = ({ previews }: RunResult) => previews?.filter(({ decision }) => decision === 'delete');
const openGates = ({ gates = [] }: RunResult) => gates.filter(({ verdict }) => verdict !== 'pass');

/** The job summary of a run that was refused: what to put right. */
export function refusalMarkdown({ command, problems }: Refusal, limit = SUMMARY_LIMIT): string {
  const heading = `## ❌ ${command ? `${escapeMarkdown(command)} ` : ''}refused`;
  return fitSections([{ forms: [heading], importance: 9 }, ...problemSections(problems)], limit);
}

/** Each problem as a part of a document; the last ones give way first. */
export function problemSections(problems: Refusal['problems']): readonly Section[] {
  const told = problems.slice(0, 200).map(({ code: id, message, fix, location }) => {
    const place = location ? ` at ${code(locationText(location))}` : '';
    const [first = '', ...more] = message.split('\n');
    const rest = more.join('\n').trim() ? `\n\n${codeBlock(more.join('\n'))}` : '';
    return `**${escapeMarkdown(id)}**${place}: ${escapeMarkdown(first)}${rest}${fix.map((sentence) => `\n\n→ ${escapeMarkdown(sentence)}`).join('')}`;
  });
  return told.map((text, index) => ({ forms: [text, ''], importance: 8 - index / told.length }));
}

const calm: ReadonlySet<EndState> = new Set(['succeeded', 'no-change']);

const marks: Readonly<Record<EndState, string>> = {
  succeeded: '✅',
  'no-change': '▫️',
  failed: '❌',
  stuck: '🛑',
  'timed-out': '⌛',
  cancelled: '🚫',
  skipped: '⏭️',
  unreachable: '🔌',
  'rolled-back': '↩️',
};

/** Verdict, counts, release and time. */
export function heading(result: RunResult): string {
  const mark = result.stacks
    ? result.exitCode === 0
      ? '✅'
      : '❌'
    : result.status === 'planned'
      ? '📋'
      : result.status === 'inconclusive' || result.status === 'paused'
        ? '⚠️'
        : marks[result.status];
  const took = tookMs(result);
  const release =
    result.release &&
    `release ${code(result.release.id)}${result.release.commit ? ` (commit ${code(shortCommit(result.release.commit))})` : ''}`;
  const facts = [release, took !== undefined && `took ${durationText(took)}`].filter(Boolean).join(', ');
  const where = result.environment ? ` ${into(result.command)} ${escapeMarkdown(result.environment)}` : '';
  return `## ${mark} ${escapeMarkdown(result.command)} ${escapeMarkdown(result.application)}${where}: ${tally(result)}${facts ? `\n\n${facts}` : ''}`;
}

/** What failed, alike failures once, each with what to do. */
export function summaryFailures(
  instances: readonly InstanceResult[],
  mostEach = 10,
  mostKinds = MOST_FAILURES,
): string {
  const groups = alike(instances.filter((instance) => instance.failures.length > 0 || instance.fix.length > 0));
  if (groups.length === 0) return '';
  const parts = groups.slice(0, mostKinds).map(({ first, targets }) => {
    const shown = rootCauseFirst(first.failures).slice(0, mostEach);
    const left = first.failures.length - shown.length;
    return [
      `${marks[first.state]} **${escapeMarkdown(first.stack)} in ${escapeMarkdown(someOf(targets, 12))}**: ${escapeMarkdown(first.reason ?? first.state)}`,
      '',
      ...shown.map((failure) => {
        const place = failure.location ? ` at ${code(locationText(failure.location))}` : '';
        const with_ =
          failure.cancelled.length > 0 ? `; cancelled with it: ${escapeMarkdown(someOf(failure.cancelled, 5))}` : '';
        return `- ${code(failure.path)} ${escapeMarkdown(failure.status)}${place}: ${escapeMarkdown(failure.reason)}${with_}`;
      }),
      ...(left > 0 ? [`- and ${left} more`] : []),
      ...first.fix.map((sentence) => `- → ${escapeMarkdown(sentence)}`),
    ].join('\n');
  });
  const more = groups.length > mostKinds ? [`and ${groups.length - mostKinds} more kinds of failure, see the log`] : [];
  return [`### Failures`, ...parts, ...more].join('\n\n');
}

/** Stacks as rows: how each ended. */
export function instanceTable(instances: readonly InstanceResult[], mostOfReason = 300): string {
  if (instances.length === 0) return '';
  const rows = instances.map((instance) => {
    const took = tookMs(instance);
    const urls = Object.entries(instance.outputs).filter(([, value]) => /^https?:\/\//i.test(value));
    return [
      escapeMarkdown(instance.target),
      escapeMarkdown(instance.stack),
      `${marks[instance.state]} ${instance.state}`,
      escapeMarkdown(changeCounts(instance.changes)),
      took === undefined ? '' : durationText(took),
      urls
        .slice(0, 5)
        .map(([name, value]) => linkOrCode(value, name))
        .join(' '),
      escapeMarkdown(clipped(instance.reason ?? '', mostOfReason)),
    ];
  });
  return markdownTable(['target', 'stack', 'state', 'changes', 'time', 'URLs', 'reason'], rows);
}

function plan(result: RunResult, limit: number): string {
  if (!result.plan) return '';
  const open = result.status === 'planned' || result.status === 'failed';
  const text = planMarkdown(result.plan, { limit: Math.max(1_000, Math.floor(limit / 2)), level: 3 });
  return open && result.status === 'planned' ? text : folded('Plan', text);
}

function outputs(instances: readonly InstanceResult[]): string {
  const rows = instances.flatMap(({ target, stack, outputs: own }) =>
    Object.entries(own).map(([name, value]) => [
      escapeMarkdown(target),
      escapeMarkdown(stack),
      code(name),
      linkOrCode(clipped(value, 500)),
    ]),
  );
  return rows.length === 0
    ? ''
    : folded(`Outputs (${rows.length})`, markdownTable(['target', 'stack', 'output', 'value'], rows));
}

/** The web addresses are in the table above. */
function leftOut(instances: readonly InstanceResult[]): string {
  const amount = instances.reduce((sum, { outputs: own }) => sum + Object.keys(own).length, 0);
  return amount === 0
    ? ''
    : `${count(amount, 'output')} of the stacks are in the output "outputs" of the step: too many for this page.`;
}

function calls({ calls: all }: RunResult): string {
  if (all.length === 0) return '';
  const rows = all.map(({ service, region, endpoint, calls: made, errors, retries }) => [
    escapeMarkdown(service),
    escapeMarkdown(region),
    code(endpoint),
    `${made}`,
    `${errors}`,
    `${retries}`,
  ]);
  return folded('Calls to AWS', markdownTable(['service', 'region', 'endpoint', 'calls', 'errors', 'retries'], rows));
}
