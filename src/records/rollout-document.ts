import { UserError } from '../errors.ts';
import { jsonObject, parseJson } from '../json.ts';
import type { OpenRollout, PhaseProgress } from '../rollout/open-rollout.ts';
import type { ScheduledRevert } from '../rollout/revert.ts';

/** Where the latest rollout of an environment lies in the bucket of each of its targets. */
export function rolloutKey({ application, name }: { readonly application: string; readonly name: string }): string {
  return `sam-multi-region/rollouts/${encodeURIComponent(application)}/${encodeURIComponent(name)}.json`;
}

const VERSION = 1;
const COURSES = ['forward', 'rolling-back', 'failed', 'closed'] as const;
const STAGES = ['pending', 'started', 'deployed', 'passed', 'incomplete', 'failed', 'returned'] as const;

/**
 * Reads one copy. Undefined for what is damaged: the other regions have theirs.
 * @throws UserError `rollout-newer` for one of a later version, which may mean something that this one would undo
 */
export function parseRollout(text: string, place: string): OpenRollout | undefined {
  const value = jsonObject(parseJson(text));
  const version = value?.['version'];
  if (typeof version === 'number' && version > VERSION) {
    throw new UserError(
      'rollout-newer',
      `the rollout kept in ${place} was written by a newer version (format ${version})`,
      {
        fix: ['Use the version that deployed last, or a later one.'],
      },
    );
  }
  const release = jsonObject(value?.['release']);
  const owner = jsonObject(value?.['owner']);
  if (value === undefined || version !== VERSION || release === undefined || owner === undefined) return undefined;
  const { openedAt, sequence, revision, course } = value;
  if (typeof release['id'] !== 'string' || typeof owner['run'] !== 'string' || typeof owner['who'] !== 'string')
    return undefined;
  if (typeof openedAt !== 'string' || Number.isNaN(Date.parse(openedAt))) return undefined;
  if (!isCount(sequence) || !isCount(revision) || !isOneOf(course, COURSES)) return undefined;
  const failure = jsonObject(value['failure']);
  const weights = jsonObject(value['weightsBefore']);
  const paused = jsonObject(value['paused']);
  const revert = revertOf(jsonObject(value['revert']));
  return {
    version: VERSION,
    release: { id: release['id'], ...(typeof release['commit'] === 'string' && { commit: release['commit'] }) },
    owner: { run: owner['run'], who: owner['who'] },
    openedAt,
    sequence,
    revision,
    course,
    phases: phasesOf(jsonObject(value['phases'])),
    ...(failure !== undefined && { failure: { phase: String(failure['phase']), reason: String(failure['reason']) } }),
    ...(paused !== undefined && { paused: { after: String(paused['after']), at: String(paused['at']) } }),
    ...(revert !== undefined && { revert }),
    ...(weights !== undefined && { weightsBefore: numbersOf(weights) }),
  };
}

function revertOf(value: Readonly<Record<string, unknown>> | undefined): ScheduledRevert | undefined {
  const { name, region, at } = value ?? {};
  if (typeof name !== 'string' || typeof region !== 'string' || typeof at !== 'string') return undefined;
  return { name, region, at, from: numbersOf(jsonObject(value?.['from'])), to: numbersOf(jsonObject(value?.['to'])) };
}

function phasesOf(value: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, PhaseProgress>> {
  const entries = Object.entries(value ?? {}).flatMap(([name, entry]): [string, PhaseProgress][] => {
    const progress = jsonObject(entry);
    const stage = progress?.['stage'];
    const startedAt = progress?.['startedAt'];
    if (progress === undefined || !isOneOf(stage, STAGES) || typeof startedAt !== 'string') return [];
    const { bakeSince, steps, kept, missed, owed } = progress;
    return [
      [
        name,
        {
          stage,
          startedAt,
          ...(typeof bakeSince === 'string' && !Number.isNaN(Date.parse(bakeSince)) && { bakeSince }),
          ...(isCount(steps) && { steps }),
          ...(Array.isArray(kept) && { kept: textsOf(kept) }),
          ...(Array.isArray(missed) && { missed: textsOf(missed) }),
          ...(Array.isArray(owed) && { owed: textsOf(owed) }),
        },
      ],
    ];
  });
  return Object.fromEntries(entries);
}

function textsOf(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}

function numbersOf(value: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isOneOf<T extends string>(value: unknown, allowed: readonly T[]): value is T {
  return allowed.some((one) => one === value);
}
