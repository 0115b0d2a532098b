import { escapeHtml } from '../markdown.ts';
import type { InstanceResult, RunResult } from '../run-result.ts';
import { tookMs } from './change-text.ts';
import { rootCauseFirst } from './failure-text.ts';
import { locationText } from './location-text.ts';

/** The result as JUnit XML: a suite for each phase with a case for each stack in a target, and one of what gates said. */
export function junitXml(result: RunResult): string {
  const { gates = [], instances } = result;
  const phases = [...Map.groupBy(instances, (instance) => instance.phase)].map(([phase, own]) => ({
    name: phase,
    cases: own.map(caseOf),
  }));
  const suites = gates.length === 0 ? phases : [...phases, { name: 'gates', cases: gates.map(gateCase) }];
  const name = `${result.command} ${result.application} ${result.environment}`.trim();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${attribute(name)}" ${totals(suites.flatMap(({ cases }) => cases))} time="${seconds(tookMs(result))}">`,
    ...suites.map(suite),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Case {
  readonly classname: string;
  readonly name: string;
  readonly ms: number | undefined;
  readonly verdict: 'passed' | 'failure' | 'error' | 'skipped';
  /** The state or verdict in one word. */
  readonly type: string;
  readonly message: string;
  readonly story: string;
}

function suite({ name, cases }: { readonly name: string; readonly cases: readonly Case[] }): string {
  const time = cases.reduce((most, { ms }) => Math.max(most, ms ?? 0), 0);
  return [
    `  <testsuite name="${attribute(name)}" ${totals(cases)} time="${seconds(time)}">`,
    ...cases.map(testCase),
    '  </testsuite>',
  ].join('\n');
}

function caseOf(instance: InstanceResult): Case {
  const { stack, target, state, reason = state } = instance;
  const common = { classname: stack, name: target, ms: tookMs(instance) };
  return { ...common, verdict: verdictOf(instance), type: state, message: reason, story: story(instance) };
}

type GateVerdict = NonNullable<RunResult['gates']>[number];

const GATES = { pass: 'passed', fail: 'failure', inconclusive: 'error' } as const;

/** One that cannot tell is an error: nobody knows whether the release is good. */
function gateCase({ gate, target, moment, verdict, reason, evidence }: GateVerdict): Case {
  const name = target === undefined ? moment : `${target} (${moment})`;
  const found = Object.entries(evidence).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return {
    classname: gate,
    name,
    ms: undefined,
    verdict: GATES[verdict],
    type: verdict,
    message: reason,
    story: found.join('\n'),
  };
}

/** What the stack did is a failure; what kept us from knowing is an error. */
function verdictOf({ state }: InstanceResult): Case['verdict'] {
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

function testCase({ classname, name, ms, verdict, type, message, story: told }: Case): string {
  const open = `    <testcase classname="${attribute(classname)}" name="${attribute(name)}" time="${seconds(ms)}"`;
  const said = attribute(message);
  if (verdict === 'passed') return `${open}/>`;
  if (verdict === 'skipped') return `${open}>\n      <skipped message="${said}"/>\n    </testcase>`;
  return `${open}>\n      <${verdict} type="${type}" message="${said}">${text(told)}</${verdict}>\n    </testcase>`;
}

function story({ failures, fix }: InstanceResult): string {
  const told = rootCauseFirst(failures).map(
    ({ path, status, reason, location }) =>
      `${path} ${status}: ${reason}${location ? ` (${locationText(location)})` : ''}`,
  );
  return [...told, ...fix.map((sentence) => `What to do: ${sentence}`)].join('\n');
}

function totals(cases: readonly Case[]): string {
  const amount = (wanted: Case['verdict']) => cases.filter(({ verdict }) => verdict === wanted).length;
  return `tests="${cases.length}" failures="${amount('failure')}" errors="${amount('error')}" skipped="${amount('skipped')}"`;
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
