import type { ChangeSetRequest, Stack } from '../../src/aws/cloudformation-port.ts';
import { createRecorder, type RecordedStack, type Recorder } from '../../src/commands/deploy/recorder.ts';
import { historyKey } from '../../src/records/history.ts';
import { type HistoryDocument, parseHistory } from '../../src/records/history-document.ts';
import { sha256 } from '../../src/release/hash.ts';
import type { RunEvent } from '../../src/report/events.ts';
import { executeStack, prepareStack } from '../../src/stack/index.ts';
import type { StackRequest } from '../../src/stack/model.ts';
import type { FakeTemplate } from './fake-cloudformation.ts';
import { createMemoryStorage, type MemoryStorage } from './memory-storage.ts';
import { createStackRoom, type StackRoom } from './stack-room.ts';

/** One stack whose releases are recorded, on the fake CloudFormation and a bucket in memory. */
export interface RecordedRoom extends Pick<StackRoom, 'cloudformation' | 'clock'> {
  readonly storage: MemoryStorage;
  readonly notes: readonly string[];
  /** A new process each time. `lost`: it dies after the execution, before it writes. */
  deploy(release: string, request: StackRequest, options?: { readonly lost?: boolean }): Promise<string>;
  history(): HistoryDocument;
  store(text: string): void;
  /** What the description of the next change set would be made of. */
  recorder(): Recorder;
  recorded(release: string, request: StackRequest): RecordedStack;
}

const PLACE = { application: 'shop', environment: 'prod', instance: 'app@eu-west-1' };
const BUCKET = 'artifacts';
const KEY = historyKey(PLACE);

export function createRecordedRoom(): RecordedRoom {
  const room = createStackRoom();
  const storage = createMemoryStorage();
  const notes: string[] = [];
  const report = (event: RunEvent): void => void (event.type === 'note' && notes.push(event.text));
  const recorder = (): Recorder =>
    createRecorder(PLACE, { clock: room.clock, origin: { runId: 'run-1', who: 'me' }, report });
  const recorded = (release: string, request: StackRequest): RecordedStack => ({
    instance: PLACE.instance,
    target: 'eu-west-1',
    session: { cloudformation: room.cloudformation, storage },
    bucket: BUCKET,
    description: `release ${release}`,
    subject: {
      release: { id: release },
      template: { sha256: sha256(request.template.body) },
      artifacts: [{ key: `${release}.zip`, sha256: sha256(release) }],
      taken: {},
      secretParameters: new Set(request.declaredParameters.filter(({ noEcho }) => noEcho).map(({ name }) => name)),
      secretTags: new Set(),
      defaults: Object.fromEntries(
        Object.entries((JSON.parse(request.template.body) as FakeTemplate).Parameters ?? {}).flatMap(
          ([name, { Default }]) => (Default === undefined ? [] : [[name, Default]]),
        ),
      ),
      tags: request.tags,
      capabilities: request.capabilities,
      notificationArns: [],
    },
    template: request.template.body,
  });
  return {
    cloudformation: room.cloudformation,
    clock: room.clock,
    storage,
    notes,
    recorder,
    recorded,
    async deploy(release, request, { lost = false } = {}) {
      const run = recorder();
      const stack = recorded(release, request);
      const describe = (parameters: ChangeSetRequest['parameters'], deployed?: Stack): Promise<string> =>
        run.describe(stack, parameters, deployed);
      const preparation = await prepareStack(request, { ...room.ports, describe });
      if (preparation.kind === 'no-change') {
        await run.unchanged(PLACE.instance, { outputs: preparation.outputs, changedAt: preparation.before.changedAt });
        return 'no-change';
      }
      if (preparation.kind !== 'change-set') return preparation.kind;
      await run.about(PLACE.instance);
      const outcome = await executeStack(request, preparation, room.ports);
      const { state, outputs, changedAt } = outcome;
      if (state === 'succeeded' && !lost) {
        await run.succeeded(PLACE.instance, { state, outputs, ...(changedAt !== undefined && { changedAt }) });
      }
      return state;
    },
    history() {
      const parsed = parseHistory(storage.text(BUCKET, KEY) ?? '');
      if (parsed.kind !== 'history') throw new Error(`the history is ${parsed.kind}`);
      return parsed.document;
    },
    store: (text) => storage.seed(BUCKET, KEY, text),
  };
}
