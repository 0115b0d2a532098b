import { expect, test } from '@jest/globals';
import { junitXml } from '../../../../src/report/render/junit.ts';
import { failedRollout } from '../samples.ts';

test('JUnit XML has a suite for each phase and a case for each stack in a target', () => {
  expect(junitXml(failedRollout())).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="deploy orders prod" tests="4" failures="1" errors="0" skipped="1" time="63.000">
  <testsuite name="before" tests="1" failures="0" errors="0" skipped="0" time="41.000">
    <testcase classname="data" name="eu-west-1" time="41.000"/>
  </testsuite>
  <testsuite name="wave 1" tests="1" failures="0" errors="0" skipped="0" time="41.000">
    <testcase classname="api" name="eu-west-1" time="41.000"/>
  </testsuite>
  <testsuite name="wave 2" tests="2" failures="1" errors="0" skipped="1" time="22.000">
    <testcase classname="api" name="us-east-1" time="22.000">
      <failure type="failed" message="Table: limit exceeded">Table CREATE_FAILED: Subscriber limit exceeded (template.yaml:12:3)
Fn CREATE_FAILED: Resource creation cancelled
What to do: Ask for a higher limit of tables in us-east-1.</failure>
    </testcase>
    <testcase classname="api" name="ap-south-1" time="0.000">
      <skipped message="wave 2 stopped after 1 failure"/>
    </testcase>
  </testsuite>
</testsuites>
`);
});

test('what gates said is a suite of its own: one that fails is a failure, one that cannot tell an error', () => {
  const common = {
    gate: 'health',
    moment: 'after',
    evidence: { status: 500 },
    at: '2026-11-24T10:00:00.000Z',
  } as const;
  const gates = [
    { ...common, target: 'eu-west-1', verdict: 'pass', reason: 'answered 200' },
    { ...common, target: 'us-east-1', verdict: 'fail', reason: 'answered <500>' },
    { ...common, gate: 'errors', verdict: 'inconclusive', reason: 'no data' },
  ] as const;
  expect(
    junitXml({ ...failedRollout(), command: 'verify', instances: [], gates }),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="verify orders prod" tests="3" failures="1" errors="1" skipped="0" time="63.000">
  <testsuite name="gates" tests="3" failures="1" errors="1" skipped="0" time="0.000">
    <testcase classname="health" name="eu-west-1 (after)" time="0.000"/>
    <testcase classname="health" name="us-east-1 (after)" time="0.000">
      <failure type="fail" message="answered &lt;500&gt;">status: 500</failure>
    </testcase>
    <testcase classname="errors" name="after" time="0.000">
      <error type="inconclusive" message="no data">status: 500</error>
    </testcase>
  </testsuite>
</testsuites>
`);
});
