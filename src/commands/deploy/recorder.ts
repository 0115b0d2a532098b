import type { ChangeSet, ChangeSetRequest, Stack } from '../../aws/cloudformation-port.ts';
import { AwsError, type TargetSession } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import { anchorText, newKey } from '../../records/anchor.ts';
import { type AskSubject, askedRelease } from '../../records/ask.ts';
import { type HistoryPlace, readHistory, type StoredHistory, writeHistory } from '../../records/history.ts';
import { withPending, withRecord, withSameRelease } from '../../records/history-document.ts';
import { type Proof, proveRecords } from '../../records/proof.ts';
import { type AskedRelease, type ReleaseRecord, recordId, releasesOf } from '../../records/release-record.ts';
import { PREFIX } from '../../stack/names.ts';

/** One stack whose release is recorded. */
export interface RecordedStack {
  readonly instance: string;
  readonly target: string;
  readonly session: Pick<TargetSession, 'cloudformation' | 'storage'>;
  readonly bucket: string;
  /** Beginning of the change set's description. */
  readonly description: string;
  readonly subject: AskSubject;
  /** The delivered template, where it is to be kept beside the record. */
  readonly template?: string;
}

export type RecordPlace = Pick<RecordedStack, 'instance' | 'session' | 'bucket'>;

/** What was worked out for the change set of a stack. */
export interface Draft {
  readonly stack: RecordedStack;
  readonly stored: StoredHistory;
  readonly proof: Proof | undefined;
  readonly asked: AskedRelease;
  /** The run that deployed exactly this was lost before it wrote its record: this is it. */
  readonly missing: boolean;
}

/** Keeps a record of every release that a stack gets. */
export interface Recorder {
  /** Begins to read what is recorded of a stack, side by side with other work. */
  open(stack: RecordPlace): void;
  /** What is recorded of a stack, read once. @throws UserError `record-newer`; AwsError */
  read(stack: RecordPlace): Promise<StoredHistory>;
  /** What was worked out for the change set of a stack in this run. */
  draft(instance: string): Draft | undefined;
  /** Description of the change set, which binds the record to the stack. @throws UserError `record-newer`; AwsError */
  describe(stack: RecordedStack, parameters: ChangeSetRequest['parameters'], deployed?: Stack): Promise<string>;
  /**
   * Keeps what is about to be executed, so that a run that is lost before it writes its record does not end the chain.
   * Never throws: the record itself tells when nothing can be written.
   */
  about(instance: string): Promise<void>;
  /** Writes the record of a stack whose change set was executed well. Never throws: the deployment is done. */
  succeeded(instance: string, ended: Pick<ReleaseRecord['ended'], 'state' | 'outputs' | 'changedAt'>): Promise<void>;
  /** Notes that the release changed nothing. Never throws. True: it was not noted here before. */
  unchanged(instance: string, ended: Pick<ReleaseRecord['ended'], 'outputs' | 'changedAt'>): Promise<boolean>;
}

export interface RecorderOptions {
  readonly application: string;
  readonly environment: string;
}

export function createRecorder(
  options: RecorderOptions,
  context: Pick<RunContext, 'clock' | 'origin' | 'report'>,
): Recorder {
  const reading = new Map<string, Promise<StoredHistory>>();
  const drafts = new Map<string, Draft>();
  const placeOf = ({ instance, session, bucket }: RecordPlace) =>
    ({ ...options, instance, bucket, storage: session.storage }) satisfies HistoryPlace;

  function read(stack: RecordPlace): Promise<StoredHistory> {
    const known = reading.get(stack.instance);
    if (known !== undefined) return known;
    const started = readHistory(placeOf(stack));
    reading.set(stack.instance, started);
    return started;
  }

  const warn = (text: string, target: string): void => context.report({ type: 'note', level: 'warning', text, target });

  async function write(draft: Draft, document: StoredHistory['document']): Promise<void> {
    const { instance, target } = draft.stack;
    try {
      const written = await writeHistory(placeOf(draft.stack), draft.stored, document);
      if (written === undefined) {
        warn(
          `the release record of ${instance} was written by somebody else meanwhile: this release is not in it`,
          target,
        );
      } else reading.set(instance, Promise.resolve(written));
    } catch (error) {
      // The stack is as it should be: its result must reach the user.
      warn(
        `${instance} cannot be rolled back to this release, its record was not written: ${errorText(error)}`,
        target,
      );
    }
  }

  async function keep(draft: Draft, state: ReleaseRecord['ended']['state'], ended: object): Promise<void> {
    const { proof, stored, asked, stack } = draft;
    const trusted = proof === undefined || proof.kind === 'none' ? [] : proof.records;
    const end = { state, at: new Date(context.clock.now()).toISOString(), run: context.origin.who };
    const record = { asked, ended: { ...end, outputs: {}, ...ended }, also: [] } satisfies ReleaseRecord;
    await write(draft, withRecord({ ...stored.document, records: trusted }, record, stack.template));
  }

  return {
    open: (stack) => void read(stack).catch(() => undefined),
    read,
    draft: (instance) => drafts.get(instance),
    async describe(stack, parameters, deployed) {
      const [stored, changeSet] = await Promise.all([read(stack), lastChangeSet(deployed, stack)]);
      const { records, pending } = stored.document;
      const proof = deployed && proveRecords(deployed, changeSet, records, pending);
      sayUntrusted(stack, stored, proof, context);
      const key = proof?.key ?? newKey();
      const ask = (before: ReleaseRecord | undefined, created: boolean): AskedRelease =>
        askedRelease(stack.subject, parameters, {
          key,
          created,
          ...(deployed !== undefined && { stack: deployed }),
          ...(before !== undefined && { before }),
        });
      const newest = proof === undefined || proof.kind === 'none' ? undefined : proof.records.at(-1);
      const lost = proof?.kind === 'behind' ? proof.lost.id : undefined;
      const found = [ask(newest, false), ask(newest, true)].find((asked) => recordId(asked) === lost);
      // Where it is not known what the stack has now, nothing may be taken for the release before this one. A rollback
      // names what it goes back to.
      const known = lost === undefined || stack.subject.restores !== undefined;
      const asked = found ?? ask(known ? newest : undefined, deployed === undefined);
      const missing = found !== undefined;
      drafts.set(stack.instance, { stack, stored, proof, asked, missing });
      const anchor = anchorText({ record: recordId(asked), key, ...(asked.before && { after: asked.before }) });
      return `${stack.description}; ${anchor}`;
    },
    async about(instance) {
      const draft = drafts.get(instance);
      if (draft === undefined) return;
      const { stack, stored, proof, asked } = draft;
      // What an earlier run was about to execute, and did, becomes a record before something else stands in its place.
      const records = proof?.kind === 'current' ? proof.records : stored.document.records;
      try {
        const document = withPending({ ...stored.document, records }, asked, stack.template);
        const written = await writeHistory(placeOf(stack), stored, document);
        if (written === undefined) return;
        drafts.set(instance, { ...draft, stored: written });
        // A stack that somebody else changed meanwhile is planned again, from what lies there now.
        reading.set(instance, Promise.resolve(written));
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
      }
    },
    async succeeded(instance, { state, ...ended }) {
      const draft = drafts.get(instance);
      if (draft !== undefined) await keep(draft, state, ended);
    },
    async unchanged(instance, ended) {
      const draft = drafts.get(instance);
      if (draft === undefined) return false;
      if (draft.missing) {
        await keep(draft, 'succeeded', ended);
        return true;
      }
      const newest = draft.proof?.kind === 'current' ? draft.proof.records.at(-1) : undefined;
      const { release, commit } = draft.asked;
      // A stack that was adopted and never changed by us has nothing that could vouch for a record.
      if (newest === undefined) return true;
      const recovered = draft.proof?.kind === 'current' && draft.proof.recovered === true;
      const document = recovered ? { ...draft.stored.document, records: draft.proof.records } : draft.stored.document;
      if (releasesOf(newest).at(-1) === release) {
        if (recovered) await write(draft, document);
        return recovered;
      }
      const at = new Date(context.clock.now()).toISOString();
      const same = { release, at, ...(commit !== undefined && { commit }) };
      await write(draft, withSameRelease(document, same));
      return true;
    },
  };
}

/** The change set that was executed last, if it is one of ours: only those say anything of records. */
export async function lastChangeSet(
  deployed: Stack | undefined,
  { session }: { readonly session: Pick<TargetSession, 'cloudformation'> },
): Promise<ChangeSet | undefined> {
  const id = deployed?.changeSetId;
  // arn:aws:cloudformation:REGION:ACCOUNT:changeSet/NAME/ID
  if (id === undefined || !id.split('/')[1]?.startsWith(PREFIX)) return undefined;
  return session.cloudformation.describeChangeSet(id);
}

/** Records that lie there and cannot be used are never passed over in silence. */
function sayUntrusted(
  { instance, target }: RecordedStack,
  { damaged, document }: StoredHistory,
  proof: Proof | undefined,
  { report }: Pick<RunContext, 'report'>,
): void {
  const why = damaged
    ? 'they are damaged'
    : proof?.kind === 'none' && document.records.length > 0
      ? proof.reason
      : undefined;
  if (why === undefined) return;
  const text = `the release records of ${instance} are not used, so it cannot return to a release before this one: ${why}`;
  report({ type: 'note', level: 'warning', text, target });
}
