import type { EndState } from '../../stack/model.ts';
import type { InstanceResult, RunResult } from '../run-result.ts';
import { type Style, toneOf } from '../style.ts';
import { clip, columns, count, durationText, oneLine } from '../text.ts';
import { activityLines } from './activity-text.ts';
import { changeCounts, tookMs } from './change-text.ts';
import { drillLines } from './drill-text.ts';
import { failoverLines } from './failover-text.ts';
import { failureLines } from './failure-text.ts';
import { gateLines, gateTally } from './gate-text.ts';
import { previewTally } from './preview-text.ts';
import { readinessTally } from './readiness-text.ts';
import { rolloutLines } from './rollout-text.ts';
import { statusTally } from './status-text.ts';

export interface SummaryOptions {
  readonly style: Style;
  /** Cells of a line; reasons in the table are cut to it. */
  readonly width?: number;
}

/** The end of every run for people: a table, failures with what to do, outputs, and one sentence last. */
export function summaryLines(result: RunResult, { style, width = 160 }: SummaryOptions): readonly string[] {
  return [
    ...resultTable(result, style, width),
    ...failoverLines(result.failover, style),
    ...drillLines(result.drill, style),
    ...activityLines(result.activity, style),
    ...gateLines(result.gates ?? [], style),
    ...(result.failure === undefined ? [] : [style.paint('bad', `${style.mark.bad} ${oneLine(result.failure)}`)]),
    ...rolloutLines(result.rollout, style),
    ...failures(result, style),
    ...outputs(result, style),
    ...result.notes.map((note) => `note: ${oneLine(note)}`),
    verdict(result, style),
  ];
}

function resultTable(result: RunResult, style: Style, width: number): readonly string[] {
  if (result.instances.length === 0 || isForecast(result)) return [];
  const head = ['TARGET', 'STACK', 'STATE', 'CHANGES', 'TIME', 'REASON'].map((name) => style.paint('dim', name));
  const rows = result.instances.map((instance) => {
    const took = tookMs(instance);
    return [
      oneLine(instance.target),
      oneLine(instance.stack),
      style.paint(toneOf(instance.state), instance.state),
      changeCounts(instance.changes, style.unicode),
      took === undefined ? '' : durationText(took),
      oneLine(instance.reason ?? ''),
    ];
  });
  const withoutReason = columns(
    [head, ...rows].map((row) => [...row.slice(0, -1), '|']),
    style.measure,
  );
  const room = Math.max(20, width - Math.max(...withoutReason.map(style.measure)) + 1);
  const table = rows.map((row) => [...row.slice(0, -1), clip(row.at(-1) ?? '', room, style.mark.more)]);
  return [...columns([head, ...table], style.measure), ''];
}

function failures(result: RunResult, style: Style): readonly string[] {
  const failed = result.instances.filter((instance) => instance.failures.length > 0 || instance.fix.length > 0);
  return alike(failed).flatMap(({ first, targets }) => [
    `${style.paint('bad', first.state)}: ${style.paint('strong', oneLine(first.stack))} in ${oneLine(targets.join(', '))}${first.reason ? `: ${oneLine(first.reason)}` : ''}`,
    ...failureLines(first, style),
    '',
  ]);
}

/** Stacks that failed for the same reasons everywhere are told once: 200 regions fail alike more often than not. */
export function alike(
  instances: readonly InstanceResult[],
): readonly { readonly first: InstanceResult; readonly targets: readonly string[] }[] {
  const groups = new Map<string, { first: InstanceResult; targets: string[] }>();
  for (const instance of instances) {
    const told = instance.failures.map(({ path, status, reason }) => [path, status, reason]);
    const key = JSON.stringify([instance.stack, instance.state, instance.reason, told, instance.fix]);
    const group = groups.get(key);
    if (group) group.targets.push(instance.target);
    else groups.set(key, { first: instance, targets: [instance.target] });
  }
  return [...groups.values()];
}

function outputs(result: RunResult, style: Style): readonly string[] {
  const rows = result.instances.flatMap((instance) =>
    Object.entries(instance.outputs).map(([name, value]) => [
      oneLine(instance.target),
      oneLine(instance.stack),
      oneLine(name),
      oneLine(value),
    ]),
  );
  if (rows.length === 0) return [];
  const head = ['TARGET', 'STACK', 'OUTPUT', 'VALUE'].map((name) => style.paint('dim', name));
  return [...columns([head, ...rows], style.measure), ''];
}

/** "deploy of orders to prod: 1 of 2 stacks failed in 1m 03s, release 0123 (commit abc)". */
function verdict(result: RunResult, style: Style): string {
  const took = tookMs(result);
  const release = result.release
    ? `, release ${result.release.id}${result.release.commit ? ` (commit ${shortCommit(result.release.commit)})` : ''}`
    : '';
  const time = took === undefined ? '' : ` in ${durationText(took)}`;
  const subject =
    `${result.command} of ${oneLine(result.application)} ${result.environment ? `${into(result.command)} ${oneLine(result.environment)}` : ''}`.trim();
  const state = result.stacks && result.exitCode !== 0 ? 'failed' : result.status;
  const tone = state === 'inconclusive' || state === 'paused' ? 'warn' : toneOf(state);
  const mark = tone === 'good' ? style.mark.good : tone === 'bad' ? style.mark.bad : style.mark.dot;
  return `${style.paint(tone, `${mark} ${subject}: ${tally(result)}`)}${time}${oneLine(release) && release}`;
}

/** "deploy of orders to prod", "status of orders in prod". */
export function into(command: string): 'to' | 'in' {
  return command === 'deploy' || command === 'plan' ? 'to' : 'in';
}

export function shortCommit(commit: string): string {
  return /^[0-9a-f]{40}$/.test(commit) ? commit.slice(0, 7) : oneLine(commit);
}

/** A plan executes nothing: its matrix says all there is to say. */
export function isForecast({ status, plan }: RunResult): boolean {
  return status === 'planned' && plan !== undefined;
}

/** Good news last: what needs somebody comes first. */
const reading: readonly EndState[] = [
  'stuck',
  'failed',
  'timed-out',
  'unreachable',
  'cancelled',
  'skipped',
  'rolled-back',
  'succeeded',
  'no-change',
];

/** "1 failed, 3 succeeded" over stacks; "3 stacks succeeded" when all are alike. */
export function tally({
  instances,
  status,
  stacks,
  gates,
  previews,
  readiness,
}: Pick<RunResult, 'instances' | 'status' | 'stacks' | 'gates' | 'previews' | 'readiness'>): string {
  if (readiness !== undefined) return readinessTally(readiness);
  if (stacks !== undefined) return statusTally(stacks);
  if (previews !== undefined && (status === 'planned' || instances.length === 0)) return previewTally(previews);
  if (gates !== undefined && instances.length === 0) return gateTally(gates);
  if (status === 'planned') return 'planned';
  if (instances.length === 0) return status;
  const states = reading.filter((state) => instances.some((instance) => instance.state === state));
  if (states.length === 1) return `${count(instances.length, 'stack')} ${states[0]}`;
  return states
    .map((state) => `${instances.filter((instance) => instance.state === state).length} ${state}`)
    .join(', ');
}
