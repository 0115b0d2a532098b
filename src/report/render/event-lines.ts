import type { TimedEvent } from '../events.ts';
import type { InstanceResult } from '../run-result.ts';
import { type Style, toneOf } from '../style.ts';
import { bytesText, cleanText, count, durationText, oneLine, someOf } from '../text.ts';
import { changeCounts, tookMs } from './change-text.ts';
import { problemLines } from './failure-text.ts';
import { locationText } from './location-text.ts';
import { planText } from './plan-text.ts';
import { previewLines } from './preview-text.ts';
import { readinessLines } from './readiness-text.ts';
import { rollbackLines } from './rollback-text.ts';
import { rolloutLines } from './rollout-text.ts';
import { lifecycleText, shiftText } from './shift-text.ts';
import { statusLines } from './status-text.ts';
import { into, shortCommit, summaryLines } from './summary-text.ts';
import { weightLines, weightsText } from './weight-text.ts';

export interface EventLinesOptions {
  readonly style: Style;
  readonly width?: number;
  /** Also resources in progress, copied artifacts and planning. */
  readonly verbose?: boolean;
}

/** What a log says of one event: no lines for what only a live table needs. */
export function eventLines(event: TimedEvent, options: EventLinesOptions): readonly string[] {
  const { style, verbose = false } = options;
  switch (event.type) {
    case 'run.started': {
      const where = event.environment ? ` ${into(event.command)} ${oneLine(event.environment)}` : '';
      const targets = `${count(event.targets.length, 'target')}: ${oneLine(someOf(event.targets, 8))}`;
      const dry = event.dryRun ? ' (dry run: nothing is executed)' : '';
      return [style.paint('strong', `${event.command} ${oneLine(event.application)}${where}${dry}, ${targets}`)];
    }
    case 'note': {
      const place = event.location ? ` (${oneLine(locationText(event.location))})` : '';
      const label = event.level === 'warning' ? style.paint('warn', `${style.mark.warn} warning:`) : 'note:';
      return [`${event.target ? `[${oneLine(event.target)}] ` : ''}${label} ${oneLine(event.text)}${place}`];
    }
    case 'step.started':
      return [`${oneLine(event.text)} ${style.mark.more}`];
    case 'step.finished':
      return [`${oneLine(event.text)} (${durationText(event.durationMs)})`];
    case 'tool.output':
      return cleanText(event.line)
        .split('\n')
        .map((line) => style.paint('dim', `[${oneLine(event.tool)}] ${line.trimEnd()}`.trimEnd()));
    case 'release.ready': {
      const commit = event.commit ? ` (commit ${shortCommit(event.commit)})` : '';
      const size = `${count(event.artifacts, 'artifact')}, ${bytesText(event.bytes)}`;
      return [`release ${oneLine(event.release)}${commit}: ${size}${event.reused ? ', built before' : ''}`];
    }
    case 'artifact.copied':
      if (!verbose) return [];
      return [
        `[${oneLine(event.target)}] artifact ${oneLine(event.key)} ${event.skipped ? 'is there' : `copied (${bytesText(event.bytes)})`}`,
      ];
    case 'plan.ready':
      return planText(event.plan, options);
    case 'phase.started':
      return [style.paint('strong', `${oneLine(event.phase)}: ${oneLine(someOf(event.targets, 8))}`)];
    case 'phase.finished': {
      const tone = event.verdict === 'passed' ? 'good' : event.verdict === 'failed' ? 'bad' : 'warn';
      return [
        `${oneLine(event.phase)} ${style.paint(tone, event.verdict)}${event.reason ? `: ${oneLine(event.reason)}` : ''}`,
      ];
    }
    case 'gate.verdict': {
      const { gate, target, verdict, reason } = event.verdict;
      const tone = verdict === 'pass' ? 'good' : verdict === 'fail' ? 'bad' : 'warn';
      const name = `gate ${oneLine(gate)}`;
      return [
        `${target ? `[${oneLine(target)}] ` : ''}${name} ${style.paint(tone, verdict)}${reason ? `: ${oneLine(reason)}` : ''}`,
      ];
    }
    case 'bake.started':
      return [
        `${oneLine(event.phase)} is deployed: its gates decide${event.bakeMs > 0 ? `, for ${durationText(event.bakeMs)}` : ''}`,
      ];
    case 'rollback.started':
      return rollbackLines(event, style);
    case 'instance.state': {
      const silent = event.text === undefined && event.state !== 'executing' && event.state !== 'rolling-back';
      if (silent && !verbose) return [];
      return [
        `${prefix(event)} ${style.paint(toneOf(event.state), event.state)}${event.text ? `: ${oneLine(event.text)}` : ''}`,
      ];
    }
    case 'stack.event': {
      const failed = event.status.endsWith('_FAILED');
      if (!verbose && !failed && !event.status.endsWith('_COMPLETE')) return [];
      const status = style.paint(
        failed ? 'bad' : event.status.endsWith('_COMPLETE') ? 'good' : 'dim',
        oneLine(event.status),
      );
      const type = event.resourceType ? ` (${oneLine(event.resourceType)})` : '';
      return [
        `${prefix(event)} ${status} ${oneLine(event.path)}${type}${event.reason ? `: ${oneLine(event.reason)}` : ''}`,
      ];
    }
    case 'alias.shift': {
      const tone = event.status === 'failed' ? 'bad' : event.status === 'succeeded' ? 'good' : 'dim';
      const lifecycle = lifecycleText(event);
      return [`${prefix(event)} CodeDeploy: ${style.paint(tone, shiftText(event))}${lifecycle && `: ${lifecycle}`}`];
    }
    case 'instance.finished':
      return [`${prefix(event.result)} ${finishedText(event.result, style)}`];
    case 'weight.planned':
      return weightLines(event.weights, style);
    case 'weight.changed':
      return [
        `weights changed: ${weightsText(event.before)} ${style.unicode ? '→' : '->'} ${weightsText(event.after)}`,
      ];
    case 'status.ready':
      return [
        ...statusLines(event.stacks, style),
        ...(event.weights === undefined ? [] : [...weightLines(event.weights, style), '']),
        ...rolloutLines(event.rollout, style),
      ];
    case 'readiness.ready':
      return readinessLines(event.readiness, style);
    case 'previews.found':
      return previewLines(event.previews, style);
    case 'cancel.requested':
      return [
        style.paint(
          'warn',
          `${style.mark.warn} ${oneLine(event.signal)}: nothing new is started; what is in progress in AWS goes on there`,
        ),
      ];
    case 'run.refused':
      return problemLines(event.refusal.problems, style);
    case 'run.finished':
      return ['', ...summaryLines(event.result, options)];
  }
}

function prefix({
  target,
  stack,
  instance,
}: {
  readonly target: string;
  readonly stack?: string;
  readonly instance: string;
}): string {
  // Instance ids are `stack@target`; stack events carry no key of their own.
  const name = stack ?? (instance.endsWith(`@${target}`) ? instance.slice(0, -target.length - 1) : instance);
  return `[${oneLine(target)} ${oneLine(name)}]`;
}

/** "succeeded in 41s (+3 ~1)", "failed in 1m 03s: reason". */
function finishedText(result: InstanceResult, style: Style): string {
  const took = tookMs(result);
  const changes = changeCounts(result.changes, style.unicode);
  return [
    style.paint(toneOf(result.state), result.state),
    took === undefined ? '' : ` in ${durationText(took)}`,
    changes && ` (${changes})`,
    result.reason ? `: ${oneLine(result.reason)}` : '',
  ].join('');
}
