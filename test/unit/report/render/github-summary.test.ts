import { describe, expect, test } from '@jest/globals';
import { byteLength } from '../../../../src/report/markdown.ts';
import { SUMMARY_LIMIT, summaryMarkdown } from '../../../../src/report/render/github-summary.ts';
import type { InstanceResult } from '../../../../src/report/run-result.ts';
import { change, failedRollout, failure, instance, plan, planned, result, variedPlan } from '../samples.ts';

describe('summaryMarkdown', () => {
  test('is the verdict, failures with what to do, a table, a chart, and what is folded away', () => {
    const calls = [
      {
        service: 'CloudFormation',
        region: 'eu-west-1',
        endpoint: 'cloudformation.eu-west-1.amazonaws.com',
        calls: 12,
        errors: 0,
        retries: 1,
      },
    ];
    expect(
      summaryMarkdown({ ...failedRollout(), calls, notes: ['stack name taken from samconfig.toml'] }),
    ).toBe(`## ❌ deploy orders to prod: 1 failed, 1 skipped, 1 succeeded, 1 no-change

release <code>0123456789abcdef</code> (commit <code>1234567</code>), took 1m 03s

### Failures

❌ **api in us-east-1**: Table: limit exceeded

- <code>Table</code> CREATE_FAILED at <code>template.yaml:12:3</code>: Subscriber limit exceeded; cancelled with it: Fn, Role
- <code>Fn</code> CREATE_FAILED: Resource creation cancelled
- → Ask for a higher limit of tables in us-east-1.

| target | stack | state | changes | time | URLs | reason |
| --- | --- | --- | --- | --- | --- | --- |
| eu-west-1 | data | ▫️ no-change |  | 41s |  |  |
| eu-west-1 | api | ✅ succeeded | &#126;1 | 41s | [Url](<https://abc.execute-api.eu-west-1.amazonaws.com/>) |  |
| us-east-1 | api | ❌ failed | &#126;1 | 22s |  | Table: limit exceeded |
| ap-south-1 | api | ⏭️ skipped | &#126;1 |  |  | wave 2 stopped after 1 failure |

\`\`\`mermaid
gantt
  dateFormat x
  axisFormat %H:%M:%S
  section before
  ▫ eu-west-1 data (41s) :done, 1795514400000, 1795514441000
  section wave 1
  ✔ eu-west-1 api (41s) :done, 1795514400000, 1795514441000
  section wave 2
  ✖ us-east-1 api (22s) :crit, 1795514441000, 1795514463000
\`\`\`

<details><summary>Outputs (1)</summary>

| target | stack | output | value |
| --- | --- | --- | --- |
| eu-west-1 | api | <code>Url</code> | [https:&#47;/abc.execute-api.eu-west-1.amazonaws.com/](<https://abc.execute-api.eu-west-1.amazonaws.com/>) |

</details>

- stack name taken from samconfig.toml

<details><summary>Calls to AWS</summary>

| service | region | endpoint | calls | errors | retries |
| --- | --- | --- | --- | --- | --- |
| CloudFormation | eu-west-1 | <code>cloudformation.eu-west-1.amazonaws.com</code> | 12 | 0 | 1 |

</details>
`);
  });

  test('shows the plan open when planning was all, folded otherwise', () => {
    const planned = result([], { status: 'planned', command: 'plan', plan: variedPlan() });
    expect(summaryMarkdown(planned)).toContain('## 📋 plan orders to prod: planned\n');
    expect(summaryMarkdown(planned)).toContain('\n\n### Plan for prod\n');
    expect(summaryMarkdown({ ...planned, status: 'succeeded' })).toContain(
      '<details><summary>Plan</summary>\n\n### Plan for prod\n',
    );
  });

  test('stays under 1 MiB whatever happened, and keeps failures longest', () => {
    const outputs = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`Output${index}`, 'v'.repeat(200)]));
    const many = Array.from(
      { length: 500 },
      (_, index): InstanceResult =>
        instance('api', `target-${index}`, {
          outputs,
          reason: 'r'.repeat(2000),
          state: index % 2 ? 'failed' : 'succeeded',
          failures: index % 2 ? [failure(`R${index}`, { reason: 'w'.repeat(3000) })] : [],
        }),
    );
    const text = summaryMarkdown(result(many, { status: 'failed' }));
    expect(byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(text).toContain('### Failures');
    expect(text).toContain('target-499');
    expect(text).not.toContain('Output1<');
    const tiny = summaryMarkdown(result(many, { status: 'failed' }), 70_000);
    expect(byteLength(tiny)).toBeLessThanOrEqual(70_000);
    expect(tiny).toContain('### Failures');
  });

  describe('of 1,000 targets with two stacks each', () => {
    const targets = Array.from({ length: 1_000 }, (_, index) => `account-${index}-eu-central-1`);
    const instances = targets.flatMap((target, index) =>
      ['data', 'api'].map((stack) =>
        instance(stack, target, {
          outputs: {
            Url: `https://a${index}.execute-api.eu-central-1.amazonaws.com/`,
            Arn: `arn:aws:lambda:eu-central-1:111111111111:function:orders-${stack}-Fn-${index}-${'A'.repeat(12)}`,
            Table: `orders-${stack}-Table-${index}-${'B'.repeat(12)}`,
          },
          ...(index % 100 === 50 && {
            state: 'failed' as const,
            reason: 'limit',
            failures: [failure('Table')],
            fix: ['Ask.'],
          }),
        }),
      ),
    );
    const changes = Array.from({ length: 10 }, (_, index) => change(`Fn${index}`, 'AWS::Lambda::Function'));
    const whole = result(instances, {
      status: 'failed',
      plan: plan(targets.flatMap((target) => ['data', 'api'].map((stack) => planned(stack, target, { changes })))),
      calls: targets.map((region) => ({
        service: 's3',
        region,
        endpoint: `https://s3.${region}.amazonaws.com`,
        calls: 9,
        errors: 0,
        retries: 0,
      })),
      gates: targets.map(
        (target) =>
          ({
            ...{
              gate: 'smoke',
              target,
              moment: 'after',
              reason: 'x'.repeat(80),
              evidence: {},
              at: '2026-11-24T10:00:00Z',
            },
            verdict: target === 'account-7-eu-central-1' ? 'fail' : 'pass',
          }) as const,
      ),
    });

    test('has the verdict, alike failures once, each stack with its address, a chart that Mermaid draws and the plan', () => {
      const text = summaryMarkdown(whole);
      expect(byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
      expect(text).toContain('## ❌ deploy orders to prod: 20 failed, 1980 succeeded');
      expect(text.match(/\*\*api in account-50-eu-central-1, .*?\*\*: limit/g)).toHaveLength(1);
      for (const index of [0, 999])
        expect(text).toMatch(
          new RegExp(`\\| account-${index}-eu-central-1 \\| api \\| ✅ succeeded .*https://a${index}\\.`),
        );
      expect(text).toMatch(/\| account-7-eu-central-1 \| <code>smoke<\/code> .* fail /);
      const [, chart = ''] = /```mermaid\n([\s\S]*?)```/.exec(text) ?? [];
      // Mermaid draws no text of more than 50,000 characters (its setting maxTextSize).
      expect([chart.length > 0, chart.length < 50_000]).toEqual([true, true]);
      expect(text).toContain('<summary>Plan</summary>');
      expect(text).toContain('6000 outputs of the stacks are in the output "outputs"');
    });

    test('says what went wrong in every target even when each has a reason of its own', () => {
      const worst = instances.map((one, index) => ({
        ...one,
        state: 'failed' as const,
        reason: `${index} ${'r'.repeat(900)}`,
        failures: [failure(`R${index}`, { reason: `${index} ${'w'.repeat(3_000)}` })],
      }));
      const text = summaryMarkdown({ ...whole, instances: worst });
      expect(byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
      expect(text.includes('more kinds of failure, see the log')).toBe(true);
      expect(targets.filter((target) => !text.includes(`| ${target} | api | ❌ failed |`))).toEqual([]);
    });

    test('of their status leaves out what is well before what is not', () => {
      const stacks = targets.flatMap((target, index) =>
        ['data', 'api'].map((stack) => ({
          ...{
            instance: `${stack}@${target}`,
            target,
            region: 'eu-central-1',
            account: '111111111111',
            stackName: `orders-${stack}`,
          },
          ...{ kind: 'deployed' as const, status: 'UPDATE_COMPLETE', outputs: {}, good: index !== 7 },
          reason: 'x'.repeat(600),
        })),
      );
      const text = summaryMarkdown(result([], { command: 'status', stacks }));
      expect(byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
      expect(text).toContain('| account-7-eu-central-1 | <code>orders-api</code> | ❌');
      const plain = stacks.map(({ reason: _, ...stack }) => stack);
      const all = summaryMarkdown(result([], { command: 'status', stacks: plain }));
      expect(targets.filter((target) => !all.includes(`| ${target} |`))).toEqual([]);
    });
  });
});
