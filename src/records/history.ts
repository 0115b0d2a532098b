import { AwsError } from '../aws/ports.ts';
import type { Storage } from '../aws/storage-port.ts';
import { UserError } from '../errors.ts';
import { emptyHistory, type HistoryDocument, parseHistory } from './history-document.ts';

/** Where the records of one stack lie: in a bucket of its own target. */
export interface HistoryPlace {
  readonly storage: Storage;
  readonly bucket: string;
  readonly application: string;
  readonly environment: string;
  /** `api@eu-west-1`. */
  readonly instance: string;
}

export interface StoredHistory {
  readonly document: HistoryDocument;
  /** Absent: there is no object yet. */
  readonly etag?: string;
  /** What lies there cannot be read: a new history takes its place. */
  readonly damaged?: true;
}

export function historyKey({ application, environment, instance }: Omit<HistoryPlace, 'storage' | 'bucket'>): string {
  const parts = [application, environment, instance].map(encodeURIComponent);
  return `sam-multi-region/records/${parts.join('/')}.json`;
}

/**
 * The records of a stack, not yet proven.
 * @throws UserError `record-newer`; AwsError
 */
export async function readHistory(place: HistoryPlace): Promise<StoredHistory> {
  const stored = await place.storage.getText(place.bucket, historyKey(place));
  if (stored === undefined) return { document: emptyHistory(place.instance) };
  const parsed = parseHistory(stored.text);
  switch (parsed.kind) {
    case 'history':
      return { document: parsed.document, etag: stored.etag };
    case 'damaged':
      return { document: emptyHistory(place.instance), etag: stored.etag, damaged: true };
    case 'newer':
      throw new UserError(
        'record-newer',
        `the records of ${place.instance} were written by a newer version of this tool (format ${parsed.version})`,
        { fix: ['Use the version that deployed last, or a later one.'] },
      );
  }
}

/**
 * Writes the records, if nobody else has written them since they were read.
 * @returns what is stored now; undefined when somebody else was faster
 */
export async function writeHistory(
  place: HistoryPlace,
  { etag }: Pick<StoredHistory, 'etag'>,
  document: HistoryDocument,
): Promise<StoredHistory | undefined> {
  const condition = etag === undefined ? ({ ifAbsent: true } as const) : { ifMatch: etag };
  try {
    const written = await place.storage.putText(place.bucket, historyKey(place), JSON.stringify(document), condition);
    return { document, etag: written.etag };
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'conflict') return undefined;
    throw error;
  }
}
