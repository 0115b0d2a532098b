import { describe, expect, test } from '@jest/globals';
import { readAnchor } from '../../../src/records/anchor.ts';
import { keptTemplate, RECORDS_KEPT } from '../../../src/records/history-document.ts';
import { proveRecords } from '../../../src/records/proof.ts';
import type { ReleaseRecord } from '../../../src/records/release-record.ts';
import { sha256 } from '../../../src/release/hash.ts';
import { createRecordedRoom, type RecordedRoom } from '../../support/recorded-room.ts';
import { requestFor, template } from '../../support/stack-room.ts';

/** What the stack says of its records right now. */
async function proof(room: RecordedRoom, records: readonly ReleaseRecord[] = room.history().records) {
  const stack = await room.cloudformation.describeStack('app');
  if (stack?.changeSetId === undefined) throw new Error('there is no stack');
  return proveRecords(stack, await room.cloudformation.describeChangeSet(stack.changeSetId), records);
}

const releases = (records: readonly ReleaseRecord[]): readonly string[] => records.map(({ asked }) => asked.release);

async function deployed(...versions: readonly string[]): Promise<RecordedRoom> {
  const room = createRecordedRoom();
  for (const version of versions) await room.deploy(version, requestFor(template(version)));
  return room;
}

describe('records of releases', () => {
  test('hold what was delivered and what came of it, and the stack vouches for all of them', async () => {
    const room = await deployed('v1', 'v2');
    expect(await proof(room)).toMatchObject({ kind: 'current' });
    const { records } = room.history();
    expect(releases(records)).toEqual(['v1', 'v2']);
    expect(records[1]?.ended).toMatchObject({
      state: 'succeeded',
      run: 'me',
      outputs: { Url: 'https://v2.example.com' },
    });
    const [v1] = records;
    expect(keptTemplate(room.history(), v1?.asked.template.sha256 ?? '')).toBe(JSON.stringify(template('v1')));
  });

  test('of the last ten are kept, with no template of older ones', async () => {
    const versions = Array.from({ length: RECORDS_KEPT + 2 }, (_, index) => `v${index}`);
    const room = await deployed(...versions);
    const { records, templates } = room.history();
    expect(releases(records)).toEqual(versions.slice(-RECORDS_KEPT));
    expect(Object.keys(templates)).toHaveLength(RECORDS_KEPT);
    expect(await proof(room)).toMatchObject({ kind: 'current', records: { length: RECORDS_KEPT } });
  });

  test('cost four calls a deployment with a change and two without', async () => {
    const room = await deployed('v1');
    room.storage.calls.length = 0;
    const described = (): number =>
      room.cloudformation.calls.filter(({ action }) => action === 'describeChangeSet').length;
    const before = described();
    await room.deploy('v1', requestFor(template('v1')));
    expect(room.storage.calls.map((call) => call.split(' ')[0])).toEqual(['getText']);
    // One more than for the change set that is made.
    expect(described() - before).toBe(2);
    await room.deploy('v2', requestFor(template('v2')));
    expect(room.storage.calls.map((call) => call.split(' ')[0])).toEqual(['getText', 'getText', 'putText', 'putText']);
  });

  test('remember a release that changed nothing without a record of its own', async () => {
    const room = await deployed('v1');
    expect(await room.deploy('v1b', requestFor(template('v1')))).toBe('no-change');
    await room.deploy('v2', requestFor(template('v2')));
    expect(room.history().records[0]?.also).toMatchObject([{ release: 'v1b' }]);
    expect(await proof(room)).toMatchObject({ kind: 'current', records: [{ also: [{ release: 'v1b' }] }, {}] });
  });

  test('of a run that was lost before it wrote are written by the same run again', async () => {
    const room = await deployed('v1');
    await room.deploy('v2', requestFor(template('v2')), { lost: true });
    expect(await proof(room)).toMatchObject({ kind: 'behind', records: [{ asked: { release: 'v1' } }] });
    expect(await room.deploy('v2', requestFor(template('v2')))).toBe('no-change');
    expect(await proof(room)).toMatchObject({ kind: 'current', records: { length: 2 } });
  });

  test('of a lost run are written again also where its release brought parameters with defaults', async () => {
    const more = {
      Parameters: { Size: { Type: 'String', Default: 'small' }, Key: { Type: 'String', Default: 'k', NoEcho: true } },
    };
    const room = await deployed('v1');
    const v2 = requestFor({ ...template('v2'), ...more });
    await room.deploy('v2', v2, { lost: true });
    expect(await room.deploy('v2', v2)).toBe('no-change');
    expect(await proof(room)).toMatchObject({ kind: 'current', records: { length: 2 } });
    expect(room.history().records[1]?.asked.parameters).toMatchObject({
      Size: { value: 'small' },
      Key: { secret: {} },
    });
  });

  test('of a run that was lost before it wrote are written by whatever is released next', async () => {
    const room = await deployed('v1');
    await room.deploy('v2', requestFor(template('v2')), { lost: true });
    await room.deploy('v3', requestFor(template('v3')));
    const found = await proof(room);
    expect(found.kind === 'current' && releases(found.records)).toEqual(['v1', 'v2', 'v3']);
    const [, v2] = room.history().records;
    expect(v2?.ended).toMatchObject({ state: 'succeeded', outputs: { Url: 'https://v2.example.com' } });
    expect(keptTemplate(room.history(), v2?.asked.template.sha256 ?? '')).toBe(JSON.stringify(template('v2')));
  });

  test('of several runs that were lost one after the other are all there', async () => {
    const room = await deployed('v1');
    for (const version of ['v2', 'v3']) await room.deploy(version, requestFor(template(version)), { lost: true });
    const { records, pending } = room.history();
    const stack = await room.cloudformation.describeStack('app');
    const changeSet = await room.cloudformation.describeChangeSet(stack?.changeSetId ?? '');
    const found = stack && proveRecords(stack, changeSet, records, pending);
    expect(found?.kind === 'current' && releases(found.records)).toEqual(['v1', 'v2', 'v3']);
  });

  test('are not continued over a release that nobody kept', async () => {
    const room = await deployed('v1');
    const { pending: _, ...before } = room.history();
    await room.deploy('v2', requestFor(template('v2')), { lost: true });
    room.store(JSON.stringify(before));
    await room.deploy('v3', requestFor(template('v3')));
    const found = await proof(room);
    expect(found.kind === 'current' && releases(found.records)).toEqual(['v3']);
  });

  test('are not taken from what was about to be executed and was not, or was forged', async () => {
    const room = await deployed('v1');
    const broken = template('v2', { Bad: { Type: 'AWS::SQS::Queue', $fail: 'no' } });
    await room.deploy('v2', requestFor(broken));
    await room.deploy('v3', requestFor(template('v3')), { lost: true });
    const history = room.history();
    const forged = { ...history, pending: { ...history.pending, release: 'evil' } };
    room.store(JSON.stringify(forged));
    await room.deploy('v4', requestFor(template('v4')));
    const found = await proof(room);
    expect(found.kind === 'current' && releases(found.records)).toEqual(['v4']);
  });

  test('stay good when a deployment fails and CloudFormation puts back what was there', async () => {
    const room = await deployed('v1', 'v2');
    const broken = template('v3', { Bad: { Type: 'AWS::SQS::Queue', $fail: 'no' } });
    expect(await room.deploy('v3', requestFor(broken))).toBe('failed');
    const found = await proof(room);
    expect(found.kind === 'current' && releases(found.records)).toEqual(['v1', 'v2']);
  });
});

describe('who can write to the bucket and not to the stack', () => {
  const forge = (room: RecordedRoom, change: (records: ReleaseRecord[]) => void): ReleaseRecord[] => {
    const records = JSON.parse(JSON.stringify(room.history().records)) as ReleaseRecord[];
    change(records);
    return records;
  };

  test('cannot change what the stack has now', async () => {
    const room = await deployed('v1', 'v2');
    const records = forge(room, (all) => Object.assign(all[1]?.asked.template ?? {}, { sha256: sha256('evil') }));
    expect(await proof(room, records)).toMatchObject({ kind: 'behind', records: [{ asked: { release: 'v1' } }] });
  });

  test('cannot change an earlier record, nor one before that', async () => {
    const room = await deployed('v1', 'v2', 'v3');
    for (const index of [0, 1]) {
      const records = forge(room, (all) =>
        Object.assign(all[index]?.asked ?? {}, { parameters: { A: { value: 'evil' } } }),
      );
      const found = await proof(room, records);
      expect(found.kind === 'current' && releases(found.records)).toEqual(index === 0 ? ['v2', 'v3'] : ['v3']);
    }
  });

  test('cannot make an older release pass for the one before', async () => {
    const room = await deployed('v1', 'v2', 'v3');
    const records = forge(room, (all) => void all.splice(1, 1));
    const found = await proof(room, records);
    expect(found.kind === 'current' && releases(found.records)).toEqual(['v3']);
  });

  test('cannot give an older release the name of another', async () => {
    const room = await deployed('v1', 'v2');
    const also = [{ release: 'v2', at: '2026-01-01T00:00:00.000Z' }];
    const records = forge(room, (all) => Object.assign(all[0] ?? {}, { also }));
    expect(await proof(room, records)).toMatchObject({ kind: 'current', records: [{ also: [] }, {}] });
  });

  test('cannot bring in the records of another stack', async () => {
    const [room, other] = [await deployed('v1'), await deployed('x1', 'x2')];
    expect(await proof(room, other.history().records)).toMatchObject({ kind: 'behind', records: [] });
  });

  test('cannot have a deployment vouch for what was forged before it', async () => {
    const room = await deployed('v1');
    const records = forge(room, (all) => Object.assign(all[0]?.asked ?? {}, { parameters: { A: { value: 'evil' } } }));
    room.store(JSON.stringify({ ...room.history(), records }));
    await room.deploy('v2', requestFor(template('v2')));
    const found = await proof(room);
    expect(found.kind === 'current' && releases(found.records)).toEqual(['v2']);
    expect(releases(room.history().records)).toEqual(['v2']);
  });

  test('cannot point to the change set of another stack', async () => {
    const room = await deployed('v1');
    const stack = await room.cloudformation.describeStack('app');
    const changeSet = await room.cloudformation.describeChangeSet(stack?.changeSetId ?? '');
    if (stack === undefined || changeSet === undefined) throw new Error('there is no stack');
    const other = { ...changeSet, stackId: 'another stack' };
    expect(proveRecords(stack, other, room.history().records)).toMatchObject({ kind: 'none' });
  });
});

describe('records that cannot be used', () => {
  test('that are damaged are replaced, and it is said', async () => {
    const room = await deployed('v1');
    room.store('{"version":1,"records":[{}]}');
    expect(await room.deploy('v2', requestFor(template('v2')))).toBe('succeeded');
    expect(room.notes.join()).toContain('they are damaged');
    expect(releases(room.history().records)).toEqual(['v2']);
  });

  test('of a newer version refuse the deployment and stay as they are', async () => {
    const room = await deployed('v1');
    const newer = JSON.stringify({ version: 2 });
    room.store(newer);
    expect(await room.deploy('v2', requestFor(template('v2')))).toBe('failed');
    expect(room.storage.text('artifacts', 'sam-multi-region/records/shop/prod/app%40eu-west-1.json')).toBe(newer);
  });

  test('that somebody else wrote meanwhile are left alone, and the deployment stays good', async () => {
    const room = await deployed('v1');
    // What is about to be executed, and the record.
    for (let writes = 0; writes < 2; writes += 1) room.storage.failNext('putText', 'conflict');
    expect(await room.deploy('v2', requestFor(template('v2')))).toBe('succeeded');
    expect(room.notes.join()).toContain('written by somebody else');
  });

  test('are none when somebody else changed the stack since', async () => {
    const room = await deployed('v1');
    const records = room.history().records.map((record) => ({
      ...record,
      ended: { ...record.ended, changedAt: '2020-01-01T00:00:00.000Z' },
    }));
    expect(await proof(room, records)).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining('somebody else'),
    });
  });
});

describe('a secret value', () => {
  const secret = { Parameters: { Password: { Type: 'String', NoEcho: true } } };
  const request = (version: string, parameters: Record<string, string>) =>
    requestFor({ ...template(version), ...secret }, { parameters });

  const marks = (room: RecordedRoom) =>
    room.history().records.map(({ asked }) => {
      const value = asked.parameters['Password'];
      return value !== undefined && 'secret' in value ? value.secret : undefined;
    });

  test('is never stored, and whether it changed can be told', async () => {
    const room = createRecordedRoom();
    await room.deploy('v1', request('v1', { Password: 'correct horse' }));
    await room.deploy('v2', request('v2', { Password: 'correct horse' }));
    await room.deploy('v3', request('v3', {}));
    await room.deploy('v4', request('v4', { Password: 'battery staple' }));
    const [v1, v2, v3, v4] = marks(room);
    expect(v2).toEqual(v1);
    expect(v3).toEqual(v1);
    expect(v4).not.toEqual(v1);
    for (const object of room.storage.objects.values()) {
      expect(object.body.toString()).not.toMatch(/horse|staple/);
      expect(object.body.toString()).not.toContain(sha256('correct horse').slice(0, 8));
    }
  });

  test('is checked with a key that lies with CloudFormation and not in the bucket', async () => {
    const room = createRecordedRoom();
    await room.deploy('v1', request('v1', { Password: 'correct horse' }));
    const stack = await room.cloudformation.describeStack('app');
    const changeSet = await room.cloudformation.describeChangeSet(stack?.changeSetId ?? '');
    const key = readAnchor(changeSet?.description)?.key ?? '';
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    for (const { body } of room.storage.objects.values()) expect(body.toString()).not.toContain(key);
    expect(marks(room)[0]?.check).toHaveLength(4);
  });
});
