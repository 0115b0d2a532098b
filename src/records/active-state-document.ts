import { UserError } from '../errors.ts';
import { jsonObject, parseJson } from '../json.ts';
import type { Weights } from '../traffic/model.ts';
import { type DrillRecord, parseDrill } from './drill-record.ts';

/** The latest change of weights, written before it is made: a crash leaves what has to be restored or carried on. */
export interface WeightChangeRecord {
  readonly before: Weights;
  readonly after: Weights;
  /** ISO 8601. */
  readonly at: string;
  /** A URL or "user@host, process 123". */
  readonly who: string;
  readonly command: string;
  /** It is in force, and clients have followed. */
  readonly done: boolean;
  /** Why a person went below the floor. */
  readonly reason?: string;
  /** Weights before the first change of a command that makes several and is not done: what it restores in the end. */
  readonly first?: Weights;
}

/** The latest failover, written before traffic is moved: whoever repeats it goes on with it. */
export interface FailoverRecord {
  readonly id: string;
  /** Targets that traffic leaves. */
  readonly from: readonly string[];
  /** Targets that are active afterwards. */
  readonly to: readonly string[];
  readonly mechanism: string;
  /** ISO 8601: when it began. */
  readonly at: string;
  /** A URL or "user@host, process 123". */
  readonly who: string;
  readonly reason: string;
  /** Number or link of the incident. */
  readonly incident?: string;
  /** Users were seen to be served where they should be, or nobody could measure it; false: it has to be repeated. */
  readonly done: boolean;
  /** Of a graceful move: what it needs to be undone, and whether traffic may have moved, so that it no longer is. */
  readonly graceful?: { readonly inactiveBefore: readonly string[]; readonly shifting: boolean };
  /** It is a move of this drill: a failover takes over from it without being forced to. */
  readonly drill?: string;
}

/** What an environment remembers of its traffic, in the region of every target. State, never configuration. */
export interface ActiveState {
  readonly version: 1;
  /** Grows with each write, and with time: of copies that differ, the highest is the truth. */
  readonly serial: number;
  /** Targets that are not active; a target that is not named is active, so a new one is. */
  readonly inactive: readonly string[];
  readonly lastChange?: WeightChangeRecord;
  readonly failover?: FailoverRecord;
  /** Targets whose writes a graceful move stopped; whoever makes one active again resumes them. */
  readonly quiesced?: readonly string[];
  readonly drill?: DrillRecord;
}

const VERSION = 1;

/** Where nothing was remembered yet: every target is active. */
export const ALL_ACTIVE: ActiveState = { version: VERSION, serial: 0, inactive: [] };

/** Where the state of an environment lies in the bucket of each of its targets. */
export function activeStateKey({ application, name }: { readonly application: string; readonly name: string }): string {
  return `sam-multi-region/active/${encodeURIComponent(application)}/${encodeURIComponent(name)}.json`;
}

/** Those of the targets that are active. */
export function activeTargets(state: ActiveState, targets: readonly string[]): ReadonlySet<string> {
  return new Set(targets.filter((target) => !state.inactive.includes(target)));
}

/** The newest of several copies. */
export function newestState(copies: readonly (ActiveState | undefined)[]): ActiveState {
  return copies.reduce<ActiveState>(
    (newest, copy) => (copy !== undefined && copy.serial > newest.serial ? copy : newest),
    ALL_ACTIVE,
  );
}

/**
 * Reads one copy. Undefined for what is damaged: the other regions have theirs.
 * @throws UserError `active-state-newer` for one of a later version, which may mean something that this one would undo
 */
export function parseActiveState(text: string, place: string): ActiveState | undefined {
  const value = jsonObject(parseJson(text));
  const version = value?.['version'];
  if (typeof version === 'number' && version > VERSION) {
    throw new UserError(
      'active-state-newer',
      `which targets are active, as kept in ${place}, was written by a newer version (format ${version})`,
      { fix: ['Use the version that ran last, or a later one.'] },
    );
  }
  if (value === undefined || version !== VERSION) return undefined;
  const { serial, inactive } = value;
  if (typeof serial !== 'number' || !Number.isSafeInteger(serial) || serial < 1) return undefined;
  if (!isNames(inactive)) return undefined;
  const lastChange = parseChange(jsonObject(value['lastChange']));
  if (value['lastChange'] !== undefined && lastChange === undefined) return undefined;
  const failover = parseFailover(jsonObject(value['failover']));
  if (value['failover'] !== undefined && failover === undefined) return undefined;
  const { quiesced } = value;
  if (quiesced !== undefined && !isNames(quiesced)) return undefined;
  const drill = parseDrill(jsonObject(value['drill']));
  if (value['drill'] !== undefined && drill === undefined) return undefined;
  return {
    version: VERSION,
    serial,
    inactive,
    ...(lastChange !== undefined && { lastChange }),
    ...(failover !== undefined && { failover }),
    ...(quiesced !== undefined && { quiesced }),
    ...(drill !== undefined && { drill }),
  };
}

function parseFailover(value: Readonly<Record<string, unknown>> | undefined): FailoverRecord | undefined {
  if (value === undefined) return undefined;
  const { id, from, to, mechanism, at, who, reason, incident, done, drill } = value;
  if (!areTexts([id, mechanism, at, who, reason]) || !isNames(from) || !isNames(to) || typeof done !== 'boolean')
    return undefined;
  return {
    id: String(id),
    from,
    to,
    mechanism: String(mechanism),
    at: String(at),
    who: String(who),
    reason: String(reason),
    ...(typeof incident === 'string' && { incident }),
    done,
    ...parseGraceful(jsonObject(value['graceful'])),
    ...(typeof drill === 'string' && { drill }),
  };
}

function parseGraceful(value: Readonly<Record<string, unknown>> | undefined): Pick<FailoverRecord, 'graceful'> {
  const { inactiveBefore, shifting } = value ?? {};
  if (!isNames(inactiveBefore) || typeof shifting !== 'boolean') return {};
  return { graceful: { inactiveBefore, shifting } };
}

const areTexts = (values: readonly unknown[]): boolean => values.every((value) => typeof value === 'string');

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && areTexts(value);
}

function parseChange(value: Readonly<Record<string, unknown>> | undefined): WeightChangeRecord | undefined {
  const before = weightsOf(value?.['before']);
  const after = weightsOf(value?.['after']);
  if (value === undefined || before === undefined || after === undefined) return undefined;
  const { at, who, command, done } = value;
  if (typeof at !== 'string' || typeof who !== 'string' || typeof command !== 'string' || typeof done !== 'boolean')
    return undefined;
  const { reason } = value;
  const first = weightsOf(value['first']);
  return {
    before,
    after,
    at,
    who,
    command,
    done,
    ...(typeof reason === 'string' && { reason }),
    ...(first !== undefined && { first }),
  };
}

function weightsOf(value: unknown): Weights | undefined {
  const entries = Object.entries(jsonObject(value) ?? { none: undefined });
  const weights = entries.filter((entry): entry is [string, number] => Number.isInteger(entry[1]));
  return weights.length === entries.length ? Object.fromEntries(weights) : undefined;
}
