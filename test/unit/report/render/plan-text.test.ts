import { describe, expect, test } from '@jest/globals';
import type { Plan } from '../../../../src/report/plan-report.ts';
import { planText } from '../../../../src/report/render/plan-text.ts';
import { plainStyle } from '../../../../src/report/style.ts';
import { change, failure, plan, planned, variedPlan } from '../samples.ts';

const text = (of: Plan) => planText(of, { style: plainStyle, width: 120 }).join('\n');

describe('planText', () => {
  test('names what would be lost first, then resources by targets, differences, values, and what is predicted', () => {
    expect(text(variedPlan())).toBe(`Plan for prod, release 0123456789abcdef (commit 1234567)
order: before (eu-west-1) → wave 1 (eu-west-1) → wave 2 (eu-central-1, eu-north-1, us-west-2 (+1))

⚠ DATA LOSS: 1 stateful resource would lose what it holds
  api: Table (AWS::DynamoDB::Table) replaced in us-east-1

data (orders-data)
  no change in eu-west-1

api (orders-api)
                                eu-west-1 (+3)  us-east-1
  Fn     AWS::Lambda::Function  ~               ~
  Role   AWS::IAM::Role         +               +
  Table  AWS::DynamoDB::Table   ·               ±⚠         differs
  Old    AWS::SQS::Queue        ·               -          differs
  eu-west-1 (+3): eu-west-1, eu-central-1, eu-north-1, us-west-2
  Fn.Code.S3Key: aaa → bbb
  Table.TableName: orders → orders-2 (requires replacement) in us-east-1
  ⚠ Worker: events reach the new code at once, there is no alias in front

web (orders-web)
  predicted, known after api: eu-west-1, us-east-1

+ add   ~ modify   ± replace   - remove   · no change   ⚠ data loss`);
  });

  test('does not call a stack that is new in one target different from its updates elsewhere', () => {
    const shown = text(
      plan([
        planned('api', 'eu-west-1', { changes: [change('Fn', 'AWS::Lambda::Function')] }),
        planned('api', 'us-east-1', {
          kind: 'create',
          changes: [change('Fn', 'AWS::Lambda::Function', { action: 'Add' })],
        }),
      ]),
    );
    expect(shown).toContain('eu-west-1  us-east-1 (new)');
    expect(shown).not.toContain('differs');
  });

  test('stays readable with 500 targets of which one differs', () => {
    const same = [change('Fn', 'AWS::Lambda::Function', { properties: [{ name: 'Code', before: 'a', after: 'b' }] })];
    const targets = Array.from({ length: 500 }, (_, index) => `t${index}`);
    const instances = targets.map((target) =>
      planned('api', target, {
        changes: target === 't7' ? [...same, ...same.map((one) => ({ ...one, path: 'X' }))] : same,
      }),
    );
    const lines = text(plan(instances)).split('\n');
    expect(lines.length).toBeLessThan(15);
    expect(lines).toContain('                             t0 (+498)  t7');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(300);
  });

  test('caps columns when many targets differ from each other, and loses none of them', () => {
    const instances = Array.from({ length: 20 }, (_, index) =>
      planned('api', `t${index}`, { changes: [change(`R${index}`, 'AWS::SQS::Queue')] }),
    );
    const shown = text(plan(instances));
    expect(shown).toContain('t0  t1  t2  t3  t4  t5\n');
    for (let index = 6; index < 20; index += 1) expect(shown).toContain(`  t${index}: 1 change, unlike the others`);
  });

  test('names every data loss even in columns that are not shown', () => {
    const lossy = (index: number) => change(`R${index}`, 'AWS::DynamoDB::Table', { action: 'Remove', dataLoss: true });
    const shown = text(
      plan(Array.from({ length: 9 }, (_, index) => planned('api', `t${index}`, { changes: [lossy(index)] }))),
    );
    for (let index = 0; index < 9; index += 1)
      expect(shown).toContain(`api: R${index} (AWS::DynamoDB::Table) removed in t${index}`);
  });

  test('counts values that differ over the targets of one column', () => {
    const properties = (after: string) => [{ name: 'Env', before: 'x', after }];
    const shown = text(
      plan(
        ['a', 'b'].map((target) =>
          planned('api', target, {
            changes: [change('Fn', 'AWS::Lambda::Function', { properties: properties(target) })],
          }),
        ),
      ),
    );
    expect(shown).toContain('  Fn.Env: x → a (2 different values over the targets)');
  });

  test('says why a stack cannot be planned and what to do', () => {
    const failed = {
      kind: 'failed',
      reason: 'validation failed',
      failures: [failure('Fn', { status: 'VALIDATION_FAILED' })],
      fix: ['Change Fn.'],
    } as const;
    expect(
      text(plan([planned('api', 'a', failed), planned('api', 'b', failed)])),
    ).toContain(`  ✖ cannot be planned in a, b: validation failed
    ✖ Fn VALIDATION_FAILED: it broke
    → Change Fn.`);
  });

  test('tells notes that hold everywhere without targets, and the others with them', () => {
    const shown = text(
      plan([
        planned('api', 'a', { notes: ['all', 'some'], kind: 'no-change' }),
        planned('api', 'b', { notes: ['all'], kind: 'no-change' }),
      ]),
    );
    expect(shown).toContain('  note: all\n  note: some (a)\n');
  });

  test('says so when only tags or outputs change', () => {
    expect(text(plan([planned('api', 'a')]))).toContain('only tags, outputs or parameters change in a');
  });
});
