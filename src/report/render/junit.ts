import type { InstanceResult, RunResult } from '../events.ts';
import { escapeHtml } from '../markdown.ts';
import { tookMs } from './change-text.ts';
import { rootCauseFirst } from './failure-text.ts';
import { locationText } from './location-text.ts';

/** The result as JUnit XML: a suite for each phase, a test case for each stack in a target. */
export function junitXml(result: RunResult): string {
  const suites = [...Map.groupBy(result.instances, (instance) => instance.phase)].map(([phase, instances]) =>
    suite(phase, instances),
  );
  const name = `${result.command} ${result.application} ${result.environment}`.trim();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${attribute(name)}" ${totals(result.instances)} time="${seconds(tookMs(result))}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(phase: string, instances: readonly InstanceResult[]): string {
  const time = instances.reduce((most, instance) => Math.max(most, tookMs(instance) ?? 0), 0);
  return [
    `  <testsuite name="${attribute(phase)}" ${totals(instances)} time="${seconds(time)}">`,
    ...instances.map(testCase),
    '  </testsuite>',
  ].join('\n');
}

type Verdict = 'passed' | 'failure' | 'error' | 'skipped';

/** What the stack did is a failure; what kept us from knowing is an error. */
function verdictOf({ state }: InstanceResult): Verdict {
  switch (state) {
    case 'succeeded':
    case 'no-change':
      return 'passed';
    case 'failed':
    case 'stuck':
    case 'rolled-back':
      return 'failure';
    case 'timed-out':
    case 'unreachable':
      return 'error';
    case 'cancelled':
    case 'skipped':
      return 'skipped';
  }
}

function testCase(instance: InstanceResult): string {
  const open = `    <testcase classname="${attribute(instance.stack)}" name="${attribute(instance.target)}" time="${seconds(tookMs(instance))}"`;
  const verdict = verdictOf(instance);
  const message = attribute(instance.reason ?? instance.state);
  if (verdict === 'passed') return `${open}/>`;
  if (verdict === 'skipped') return `${open}>\n      <skipped message="${message}"/>\n    </testcase>`;
  return `${open}>\n      <${verdict} type="${instance.state}" message="${message}">${text(story(instance))}</${verdict}>\n    </testcase>`;
}

function story({ failures, fix }: InstanceResult): string {
  const told = rootCauseFirst(failures).map(
    ({ path, status, reason, location }) =>
      `${path} ${status}: ${reason}${location ? ` (${locationText(location)})` : ''}`,
  );
  return [...told, ...fix.map((sentence) => `What to do: ${sentence}`)].join('\n');
}

function totals(instances: readonly InstanceResult[]): string {
  const amount = (verdict: Verdict) => instances.filter((instance) => verdictOf(instance) === verdict).length;
  return `tests="${instances.length}" failures="${amount('failure')}" errors="${amount('error')}" skipped="${amount('skipped')}"`;
}

function seconds(ms: number | undefined): string {
  return ((ms ?? 0) / 1000).toFixed(3);
}

/** XML 1.0 also forbids these two, even escaped. */
function text(value: string): string {
  return escapeHtml(value).replace(/[\ufffe\uffff]/g, '');
}

function attribute(value: string): string {
  return text(value).replaceAll('\n', '&#10;');
}
