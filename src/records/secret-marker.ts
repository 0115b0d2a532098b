import { createHash, createHmac } from 'node:crypto';

/**
 * Stands for a value that is not stored. Two records with the same `since` have the same value; so have two whose
 * `check` was made with the same key and is equal.
 */
export interface SecretMarker {
  /** The record before the one that brought the value. */
  readonly since: string;
  /** Keyed hash, cut short; absent: the value was there before and was only kept. */
  readonly check?: string;
  /** Names the key of `check`. */
  readonly key?: string;
}

/** 16 bits: somebody who has the record and the key as well learns no more of the value than that. */
const CHECK_DIGITS = 4;

/**
 * The marker of a value that was given.
 * @param key lies with CloudFormation in the description of the change set, never beside the record
 * @param before the marker in the record before, if any
 * @param since link to that record
 */
export function markGiven(
  name: string,
  value: string,
  key: string,
  before: SecretMarker | undefined,
  since: string | undefined,
): SecretMarker {
  const marker = { check: check(name, value, key), key: keyName(key) };
  if (before?.check === marker.check && before.key === marker.key) return before;
  return { since: since ?? FIRST, ...marker };
}

/** The marker of a value that was kept (`UsePreviousValue`). */
export function markKept(before: SecretMarker | undefined, since: string | undefined): SecretMarker {
  return before ?? { since: since ?? FIRST };
}

/** Whether both stand for the same value. False when that cannot be told. */
export function sameSecret(one: SecretMarker, other: SecretMarker): boolean {
  if (one.since === other.since) return true;
  return one.check !== undefined && one.check === other.check && one.key === other.key;
}

const FIRST = 'first';

function check(name: string, value: string, key: string): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([name, value]))
    .digest('hex')
    .slice(0, CHECK_DIGITS);
}

function keyName(key: string): string {
  return createHash('sha256').update(`key ${key}`).digest('hex').slice(0, 16);
}
