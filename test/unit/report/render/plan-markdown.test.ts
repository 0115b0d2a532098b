import { describe, expect, test } from '@jest/globals';
import { byteLength } from '../../../../src/report/markdown.ts';
import { planMarkdown } from '../../../../src/report/render/plan-markdown.ts';
import { change, failure, plan, planned, variedPlan } from '../samples.ts';

describe('planMarkdown', () => {
  test('is a caution of what would be lost, and for each stack a matrix, remarks and folded values', () => {
    expect(planMarkdown(variedPlan())).toBe(`## Plan for prod

Release <code>0123456789abcdef</code> (commit <code>1234567</code>). **before**: eu-west-1 → **wave 1**: eu-west-1 → **wave 2**: eu-central-1, eu-north-1, us-west-2, us-east-1

> [!CAUTION]
> **Data loss**: 1 stateful resource would lose what it holds.
> - api: <code>Table</code> (AWS::DynamoDB::Table) replaced in us-east-1

### data (<code>orders-data</code>)

- no change in eu-west-1

### api (<code>orders-api</code>)

| resource | type | eu-west-1 (+3) | us-east-1 |  |
| --- | --- | --- | --- | --- |
| <code>Fn</code> | AWS::Lambda::Function | <code>~</code> | <code>~</code> |  |
| <code>Role</code> | AWS::IAM::Role | <code>+</code> | <code>+</code> |  |
| <code>Table</code> | AWS::DynamoDB::Table | · | <code>±</code> ⚠ **data loss** | ≠ differs |
| <code>Old</code> | AWS::SQS::Queue | · | <code>-</code> | ≠ differs |

- eu-west-1 (+3) are eu-west-1, eu-central-1, eu-north-1, us-west-2
- ⚠ <code>Worker</code>: events reach the new code at once, there is no alias in front (eu-west-1, eu-central-1, eu-north-1 (+2))

<details><summary>Properties (2)</summary>

| resource | property | before | after |  |
| --- | --- | --- | --- | --- |
| <code>Fn</code> | <code>Code.S3Key</code> | <code>aaa</code> | <code>bbb</code> |  |
| <code>Table</code> | <code>TableName</code> | <code>orders</code> | <code>orders-2</code> | requires replacement; in us-east-1 |

</details>

### web (<code>orders-web</code>)

- *predicted*, known after api: eu-west-1, us-east-1

<sub>+ add, ~ modify, ± replace, - remove, · no change</sub>
`);
  });

  test('says why a stack cannot be planned, with its place and what to do', () => {
    const failed = planned('api', 'a', {
      kind: 'failed',
      reason: 'a|b',
      failures: [failure('Fn', { location: { file: 't.yaml', line: 3 } })],
      fix: ['Do <this>.'],
    });
    expect(planMarkdown(plan([failed]))).toContain(`- ❌ cannot be planned in a: a&#124;b
  - <code>Fn</code> CREATE_FAILED: it broke (<code>t.yaml:3</code>)
  - → Do &lt;this&gt;.`);
  });

  test('fits into its limit by leaving out values first and matrices next, never what would be lost', () => {
    const wide = Array.from({ length: 400 }, (_, index) =>
      change(`Resource${index}`, 'AWS::DynamoDB::Table', {
        properties: [{ name: 'X', before: 'a'.repeat(90), after: 'b'.repeat(90) }],
        dataLoss: index === 399,
        ...(index === 399 && { action: 'Remove' as const }),
      }),
    );
    const big = plan([planned('api', 'eu-west-1', { changes: wide })]);
    const [full, middle, small] = [200_000, 60_000, 3_000].map((limit) => planMarkdown(big, { limit }));
    expect(full).toContain('Properties (399)');
    expect(middle).not.toContain('Properties');
    expect(middle).toContain('<code>Resource200</code>');
    expect(small).not.toContain('Resource200');
    expect(small).toContain('- eu-west-1: 400 changes');
    for (const text of [full, middle, small])
      expect(text).toContain('<code>Resource399</code> (AWS::DynamoDB::Table) removed in eu-west-1');
    expect([byteLength(middle ?? '') <= 60_000, byteLength(small ?? '') <= 3_000]).toEqual([true, true]);
  });

  test('stays within a comment for 500 targets that all differ', () => {
    const instances = Array.from({ length: 500 }, (_, index) =>
      planned('api', `target-${index}`, { changes: [change(`R${index}`, 'AWS::SQS::Queue')] }),
    );
    const text = planMarkdown(plan(instances));
    expect(text.length).toBeLessThan(60_000);
    expect(text).toContain('more groups of targets, each unlike the others');
  });
});
