import { describe, expect, test } from '@jest/globals';
import type { ResourceChange } from '../../../src/stack/model.ts';
import type { FakeTemplate } from '../../support/fake-cloudformation.ts';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

const TABLE = 'AWS::DynamoDB::Table';

async function plan(before: FakeTemplate, after: FakeTemplate): Promise<readonly ResourceChange[]> {
  const room = createStackRoom();
  room.cloudformation.seed('app', { template: before });
  const preparation = await room.prepare(requestFor(after));
  if (preparation.kind !== 'change-set') throw new Error(`expected a change set, got ${preparation.kind}`);
  return preparation.changes;
}

async function tableChange(before: FakeTemplate['Resources'][string], after?: FakeTemplate['Resources'][string]) {
  const changes = await plan(template('1', { Table: before }), template('1', after && { Table: after }));
  return changes.find(({ logicalId }) => logicalId === 'Table');
}

describe('what a plan says of data', () => {
  test('a stateful resource that is removed loses data', async () => {
    expect(await tableChange({ Type: TABLE })).toMatchObject({ action: 'Remove', dataLoss: true });
  });

  test.each(['Retain', 'Snapshot'] as const)(
    'one that is removed with DeletionPolicy %s does not',
    async (DeletionPolicy) => {
      expect(await tableChange({ Type: TABLE, DeletionPolicy })).toMatchObject({ action: 'Remove', dataLoss: false });
    },
  );

  test.each([
    [false, 'True'],
    [true, 'Conditional'],
  ] as const)('one that is replaced loses data (conditional: %s)', async ($conditional, replacement) => {
    const change = await tableChange(
      { Type: TABLE, Properties: { Key: 'a' } },
      { Type: TABLE, Properties: { Key: 'b' }, $conditional },
    );
    expect(change).toMatchObject({ action: 'Modify', replacement, dataLoss: true });
  });

  test.each(['Retain', 'Snapshot'] as const)(
    'one that is replaced with UpdateReplacePolicy %s does not',
    async (UpdateReplacePolicy) => {
      const change = await tableChange(
        { Type: TABLE, Properties: { Key: 'a' } },
        { Type: TABLE, Properties: { Key: 'b' }, UpdateReplacePolicy },
      );
      expect(change).toMatchObject({
        replacement: 'True',
        policyAction: `ReplaceAnd${UpdateReplacePolicy}`,
        dataLoss: false,
      });
    },
  );

  test('one that is changed in place does not, nor does a function that is replaced', async () => {
    expect(
      await tableChange({ Type: TABLE, Properties: { Mode: 'a' } }, { Type: TABLE, Properties: { Mode: 'b' } }),
    ).toMatchObject({
      replacement: 'False',
      dataLoss: false,
      properties: [{ name: '/Properties/Mode', before: 'a', after: 'b', requiresRecreation: 'Never' }],
    });
    const changes = await plan(
      template('1', { Other: { Type: 'AWS::Lambda::Function', Properties: { Key: 'a' } } }),
      template('1', { Other: { Type: 'AWS::Lambda::Function', Properties: { Key: 'b' } } }),
    );
    expect(changes).toMatchObject([{ logicalId: 'Other', replacement: 'True', dataLoss: false }]);
  });
});

describe('secrets in a plan', () => {
  test('values of NoEcho parameters are masked wherever they end up', async () => {
    const room = createStackRoom();
    const Parameters = { Word: { Type: 'String', NoEcho: true } };
    const resources = (value: string) => ({
      Fn: { Type: 'AWS::Lambda::Function', Properties: { Url: `db://user:${value}@host` } },
    });
    room.cloudformation.seed('app', {
      template: { Parameters, Resources: resources('old') },
      parameters: { Word: 'old' },
    });
    const next = { Parameters, Resources: resources('hunter22') };
    const preparation = await room.prepare(requestFor(next, { parameters: { Word: 'hunter22' } }));
    expect(JSON.stringify(preparation)).not.toContain('hunter22');
    expect(preparation).toMatchObject({ changes: [{ properties: [{ after: 'db://user:****@host' }] }] });
  });

  test('properties that are named like a secret are masked, references to secrets are not', async () => {
    const fn = (value: string, reference: string) => ({
      Type: 'AWS::Lambda::Function',
      Properties: { DbPassword: value, SecretArn: reference },
    });
    const changes = await plan(
      { Resources: { Fn: fn('one', 'arn:aws:secretsmanager:a') } },
      { Resources: { Fn: fn('two', 'arn:aws:secretsmanager:b') } },
    );
    expect(changes[0]?.properties).toMatchObject([
      { name: '/Properties/DbPassword', before: '****', after: '****' },
      { name: '/Properties/SecretArn', after: 'arn:aws:secretsmanager:b' },
    ]);
  });
});

describe('nested stacks', () => {
  const nested = (child: FakeTemplate): FakeTemplate =>
    template('1', { Child: { Type: 'AWS::CloudFormation::Stack', Properties: { Template: child } } });
  const child = (key: string): FakeTemplate => ({ Resources: { Table: { Type: TABLE, Properties: { Key: key } } } });

  test('that changed only because CloudFormation always lists them are no change', async () => {
    const room = createStackRoom();
    await room.deploy(requestFor(nested(child('a'))));
    expect(await room.prepare(requestFor(nested(child('a')), { runId: 'run-2' }))).toMatchObject({ kind: 'no-change' });
  });

  test('show what changes inside them, with data loss', async () => {
    const room = createStackRoom();
    await room.deploy(requestFor(nested(child('a'))));
    const preparation = await room.prepare(requestFor(nested(child('b')), { runId: 'run-2' }));
    expect(preparation).toMatchObject({
      kind: 'change-set',
      changes: [
        { path: 'Child', dataLoss: false },
        { path: 'Child.Table', logicalId: 'Table', replacement: 'True', dataLoss: true },
      ],
    });
  });

  test('do not hide a change of the outputs or tags of the stack itself', async () => {
    const room = createStackRoom();
    await room.deploy(requestFor(nested(child('a'))));
    const outputs = { ...nested(child('a')), Outputs: { Url: { Value: 'other' } } };
    expect(await room.prepare(requestFor(outputs, { runId: 'run-2' }))).toMatchObject({ kind: 'change-set' });
    const tagged = requestFor(nested(child('a')), { runId: 'run-3', tags: { team: 'a' } });
    expect(await room.prepare(tagged)).toMatchObject({ kind: 'change-set' });
  });

  test('that are removed take the data in them along', async () => {
    const room = createStackRoom();
    await room.deploy(requestFor(nested(child('a'))));
    const preparation = await room.prepare(requestFor(template('1'), { runId: 'run-2' }));
    expect(preparation).toMatchObject({ changes: [{ path: 'Child', action: 'Remove', dataLoss: true }] });
  });
});

test('a drift-aware change set is asked for on updates only, and without nested stacks', async () => {
  const room = createStackRoom();
  const revertDrift = true;
  await room.deploy(requestFor(template('1'), { revertDrift, hasNestedStacks: true }));
  await room.deploy(requestFor(template('2'), { revertDrift, hasNestedStacks: true, runId: 'run-2' }));
  const requests = room.cloudformation.calls
    .filter(({ action }) => action === 'createChangeSet')
    .map(({ request }) => request);
  expect(requests[0]).toMatchObject({ type: 'CREATE', includeNestedStacks: true });
  expect(requests[0]).not.toHaveProperty('deploymentMode');
  expect(requests[1]).toMatchObject({ type: 'UPDATE', includeNestedStacks: false, deploymentMode: 'REVERT_DRIFT' });
});
