import { describe, expect, test } from '@jest/globals';
import type { RecordedValue, ReleaseRecord } from '../../../src/records/release-record.ts';
import { stateAtRisk, stateAtRiskOfLeaving } from '../../../src/rollout/rollback-loss.ts';
import { judgeRollback, type RollbackFacts } from '../../../src/rollout/rollback-plan.ts';
import type { ResourceChange } from '../../../src/stack/model.ts';
import { isStateful } from '../../../src/template/stateful.ts';

function record(release: string, parameters: Readonly<Record<string, RecordedValue>> = {}): ReleaseRecord {
  const asked = {
    release,
    commit: `commit of ${release}`,
    template: { sha256: release },
    parameters,
    tags: {},
    capabilities: [],
    notificationArns: [],
    artifacts: [],
    taken: {},
  };
  return { asked, ended: { state: 'succeeded', at: '2026-01-01T00:00:00.000Z', run: 'run', outputs: {} }, also: [] };
}

const secret = (since: string): RecordedValue => ({ secret: { since } });

function judge(facts: Partial<RollbackFacts> = {}) {
  return judgeRollback({
    instance: 'app@eu-west-1',
    target: record('v1'),
    current: record('v2'),
    template: 'Resources: {}',
    missingArtifacts: [],
    deployedParameters: new Set(['Password']),
    given: new Set(),
    shiftedAtOnce: [],
    atRisk: [],
    acceptDataLoss: false,
    ...facts,
  });
}

describe('a stack returns to a recorded release', () => {
  test('from what it has to what it had', () => {
    expect(judge()).toEqual({
      instance: 'app@eu-west-1',
      kind: 'returns',
      to: { id: 'v1', commit: 'commit of v1' },
      from: { id: 'v2', commit: 'commit of v2' },
      notes: [],
    });
  });

  test('not where its template is gone', () => {
    expect(judgeRollback(factsWithoutTemplate())).toMatchObject({
      kind: 'refused',
      reason: 'the template of release v1 is not there any more, or was changed',
    });
  });

  test('not where artifacts are gone, which are named', () => {
    expect(judge({ missingArtifacts: ['abc.zip', 'def.zip'] })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('abc.zip and 1 more, which is not in the artifact bucket any more'),
    });
  });

  test('with a secret value that is the same, and not with one that has changed', () => {
    const target = record('v1', { Password: secret('a') });
    expect(judge({ target, current: record('v2', { Password: secret('a') }) })).toMatchObject({ kind: 'returns' });
    expect(judge({ target, current: record('v2', { Password: secret('b') }) })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('Password is secret'),
    });
  });

  test('with a secret value that has changed where a person gives it', () => {
    const target = record('v1', { Password: secret('a') });
    const current = record('v2', { Password: secret('b') });
    expect(judge({ target, current, given: new Set(['Password']) })).toMatchObject({ kind: 'returns' });
  });

  test('not with a secret value that the stack has no longer, or of which nothing is known', () => {
    const target = record('v1', { Password: secret('a') });
    const same = record('v2', { Password: secret('a') });
    expect(judge({ target, current: same, deployedParameters: new Set() })).toMatchObject({ kind: 'refused' });
    expect(judge({ target, current: record('v2') })).toMatchObject({ kind: 'refused' });
  });

  test('over data only when that is accepted', () => {
    const refused = judge({ atRisk: ['Table'] });
    expect(refused).toMatchObject({ kind: 'refused', needs: 'accept-data-loss' });
    expect(judge({ atRisk: ['Table'], acceptDataLoss: true })).toMatchObject({ kind: 'returns' });
  });

  test('and says which values are taken as they are now, and what is done without steps', () => {
    const template = '{"A": "{{resolve:ssm:/host}} {{resolve:ssm:/pinned:3}}"}';
    const { notes } = judge({ template, shiftedAtOnce: ['Fn'] });
    expect(notes).toEqual([
      '{{resolve:ssm:/host}} is taken as it is now, not as it was',
      'Fn: AllAtOnce, without the alarms and hooks of CodeDeploy, for this update',
    ]);
  });
});

function factsWithoutTemplate(): RollbackFacts {
  return {
    instance: 'app@eu-west-1',
    target: record('v1'),
    missingArtifacts: [],
    deployedParameters: new Set(),
    given: new Set(),
    shiftedAtOnce: [],
    atRisk: [],
    acceptDataLoss: false,
  };
}

describe('what a rollback would take data from', () => {
  const change = (more: Partial<ResourceChange>): ResourceChange => ({
    logicalId: 'Table',
    path: 'Table',
    resourceType: 'AWS::DynamoDB::Table',
    action: 'Modify',
    scope: [],
    properties: [],
    dataLoss: false,
    ...more,
  });
  const property = (name: string): ResourceChange['properties'] => [{ name }];

  test.each<[string, Partial<ResourceChange>]>([
    ['a table that is deleted', { action: 'Remove', policyAction: 'Delete', dataLoss: true }],
    ['one of which only a snapshot stays', { action: 'Remove', policyAction: 'Snapshot' }],
    ['one that is replaced', { replacement: 'True', dataLoss: true }],
    ['one that is replaced while the old one is retained', { replacement: 'True', policyAction: 'ReplaceAndRetain' }],
    ['one that may be replaced', { replacement: 'Conditional', dataLoss: true }],
    ['replicas', { resourceType: 'AWS::DynamoDB::GlobalTable', properties: property('/Properties/Replicas/1') }],
    ['replicas of a secret', { resourceType: 'AWS::SecretsManager::Secret', properties: property('ReplicaRegions') }],
    ['a nested stack that nobody could look into', { resourceType: 'AWS::CloudFormation::Stack', unseen: true }],
  ])('is %s', (_what, more) => {
    expect(stateAtRisk([change(more)], isStateful)).toEqual(['Table']);
  });

  test.each<[string, Partial<ResourceChange>]>([
    ['a table that is retained when it leaves', { action: 'Remove', policyAction: 'Retain' }],
    ['a table that is only modified', { replacement: 'False', properties: property('BillingMode') }],
    ['a function that is replaced', { resourceType: 'AWS::Lambda::Function', replacement: 'True' }],
    ['a table that comes back', { action: 'Add' }],
  ])('is not %s', (_what, more) => {
    expect(stateAtRisk([change(more)], isStateful)).toEqual([]);
  });

  test('is known before the release is there: what it adds or replaces, unless it is retained', () => {
    const changes = [
      change({ action: 'Add', logicalId: 'New', path: 'New' }),
      change({ action: 'Add', logicalId: 'Kept', path: 'Kept' }),
      change({ replacement: 'True' }),
      change({ logicalId: 'Same', path: 'Same', replacement: 'False' }),
    ];
    expect(stateAtRiskOfLeaving(changes, new Set(['Kept']), isStateful)).toEqual(['New', 'Table']);
  });
});
