import { AwsError } from '../aws/ports.ts';
import { errorText } from '../errors.ts';
import { jsonObject, parseJson } from '../json.ts';
import { type DrillKind, type DrillOutcome, isKind, isOutcome } from './drill-record.ts';
import type { JournalPlace } from './rollout-journal.ts';

/** One drill that is over. Its report lies beside, under its id. */
export interface PastDrill {
  readonly id: string;
  readonly kind: DrillKind;
  readonly outcome: DrillOutcome;
  /** ISO 8601. */
  readonly at: string;
  readonly endedAt: string;
  readonly who: string;
  readonly reason: string;
  /** Measured recovery time of the move away; absent: not measured. */
  readonly rtoSeconds?: number;
  readonly why?: string;
}

/** Drills that are remembered; of more the oldest are forgotten. */
const KEPT = 20;
/** Somebody else writes a record of theirs at the same moment. */
const ATTEMPTS = 3;
const VERSION = 1;

type Place = Pick<JournalPlace, 'target' | 'storage' | 'bucket'>;
type Subject = { readonly application: string; readonly name: string };

/** Where the drills of an environment are remembered in the bucket of each of its targets. */
export function drillHistoryKey(subject: Subject): string {
  return `${folderOf(subject)}.json`;
}

/** Where the report of a drill lies. */
export function drillReportKey(subject: Subject, id: string): string {
  return `${folderOf(subject)}/${encodeURIComponent(id)}.json`;
}

function folderOf({ application, name }: Subject): string {
  return `sam-multi-region/drills/${encodeURIComponent(application)}/${encodeURIComponent(name)}`;
}

/** Drills as any of these targets remembers them, oldest first. What cannot be read is noted. */
export async function readDrills(
  key: string,
  places: readonly Place[],
  note: (text: string, target: string) => void,
): Promise<readonly PastDrill[]> {
  const found = await Promise.all(
    places.map(async ({ target, storage, bucket }) => {
      try {
        const stored = await storage.getText(await bucket(), key);
        return stored === undefined ? [] : parseDrills(stored.text);
      } catch (error) {
        note(`the drills that it remembers cannot be read: ${errorText(error)}`, target);
        return [];
      }
    }),
  );
  return merged(found.flat());
}

/** Adds a drill in every one of these targets. What cannot be kept is noted: the others have it. */
export async function keepDrill(
  key: string,
  drill: PastDrill,
  places: readonly Place[],
  note: (text: string, target: string) => void,
): Promise<void> {
  const known = await readDrills(key, places, () => {});
  await Promise.all(
    places.map(async (place) => {
      try {
        await addTo(place, key, [...known, drill]);
      } catch (error) {
        note(`the drill could not be remembered: ${errorText(error)}`, place.target);
      }
    }),
  );
}

async function addTo({ storage, bucket }: Place, key: string, drills: readonly PastDrill[]): Promise<void> {
  const name = await bucket();
  for (let attempt = 1; ; attempt += 1) {
    const stored = await storage.getText(name, key);
    const all = merged([...(stored === undefined ? [] : parseDrills(stored.text)), ...drills]).slice(-KEPT);
    const condition = stored === undefined ? ({ ifAbsent: true } as const) : { ifMatch: stored.etag };
    try {
      await storage.putText(name, key, JSON.stringify({ version: VERSION, drills: all }), condition);
      return;
    } catch (error) {
      if (!(error instanceof AwsError) || error.kind !== 'conflict' || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Nothing of a document that is damaged or of another version: a drill that is forgotten is due again. */
export function parseDrills(text: string): readonly PastDrill[] {
  const value = jsonObject(parseJson(text));
  const { drills } = value ?? {};
  return value?.['version'] === VERSION && Array.isArray(drills) ? drills.filter(isPastDrill) : [];
}

/** Each drill once, oldest first. */
function merged(drills: readonly PastDrill[]): readonly PastDrill[] {
  const byId = new Map(drills.map((drill) => [drill.id, drill]));
  return [...byId.values()].sort((one, other) => Date.parse(one.endedAt) - Date.parse(other.endedAt));
}

function isPastDrill(value: unknown): value is PastDrill {
  const { id, kind, outcome, at, endedAt, who, reason, rtoSeconds, why } = jsonObject(value) ?? {};
  return (
    [id, at, endedAt, who, reason].every((text) => typeof text === 'string') &&
    isKind(kind) &&
    isOutcome(outcome) &&
    (rtoSeconds === undefined || typeof rtoSeconds === 'number') &&
    (why === undefined || typeof why === 'string')
  );
}

/** Whether traffic was moved and came back, and users were served: what a due date counts from. */
export function countsAsDrill({ kind, outcome }: Pick<PastDrill, 'kind' | 'outcome'>): boolean {
  return (kind === 'switchover' || kind === 'outage') && (outcome === 'passed' || outcome === 'not-measured');
}

/** When the next drill that moves traffic is due, milliseconds since the epoch. Where none was ever done: now. */
export function drillDue(drills: readonly PastDrill[], everyMs: number, now: number): number {
  const last = drills.findLast(countsAsDrill);
  return last === undefined ? now : Date.parse(last.endedAt) + everyMs;
}
