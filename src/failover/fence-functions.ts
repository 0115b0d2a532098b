import type { Functions } from '../aws/functions-port.ts';
import type { Storage } from '../aws/storage-port.ts';
import { errorText, UserError } from '../errors.ts';
import type { Call, FenceStep } from './fence.ts';
import { type FenceRecord, NO_FENCE, parseFence } from './fence-record.ts';

/** One target whose functions are fenced, or were. */
export interface FencedTarget {
  readonly target: string;
  readonly functions: Pick<Functions, 'reserved' | 'reserve'>;
  readonly storage: Pick<Storage, 'getText' | 'putText'>;
  readonly bucket: string;
  readonly key: string;
}

/**
 * Reserved concurrency 0: the functions take no calls, whoever makes them, until the record is used to give back what
 * they had. Reversible and out of the way of the stack, whose template still says what it said.
 */
export function functionSteps(names: readonly string[], fenced: FencedTarget): readonly FenceStep[] {
  const { target, functions } = fenced;
  let noted: Promise<ReadonlyMap<string, Error | 'stopped' | 'open'>> | undefined;
  return names.map((name) => ({
    target,
    what: `the function ${name} takes no calls`,
    async apply(call) {
      // What all of them had is written down in one object before the first is stopped.
      noted ??= noteBefore(names, fenced, call);
      const found = (await noted).get(name);
      if (found instanceof Error) throw found;
      if (found === 'open') await call(() => functions.reserve(name, 0));
    },
  }));
}

async function noteBefore(
  names: readonly string[],
  { functions, storage, bucket, key }: FencedTarget,
  call: Call,
): Promise<ReadonlyMap<string, Error | 'stopped' | 'open'>> {
  const stored = await call(() => storage.getText(bucket, key));
  const known = stored === undefined ? NO_FENCE : (parseFence(stored.text) ?? NO_FENCE);
  const before: Record<string, number | null> = { ...known.functions };
  const found = await Promise.all(
    names.map(async (name): Promise<readonly [string, Error | 'stopped' | 'open']> => {
      try {
        const reserved = await call(() => functions.reserved(name));
        // Stopped already: by an earlier fence, whose note stays, or by somebody who wants it so.
        if (reserved === 0) return [name, 'stopped'];
        before[name] = reserved ?? null;
        return [name, 'open'];
      } catch (error) {
        return [name, error instanceof Error ? error : new Error(String(error))];
      }
    }),
  );
  const record: FenceRecord = { version: 1, functions: before };
  if (found.some(([, state]) => state === 'open'))
    await call(() => storage.putText(bucket, key, `${JSON.stringify(record)}\n`));
  return new Map(found);
}

/**
 * Gives the functions of a target back what they had before they were fenced. One that takes calls was given back by
 * somebody else, and is left as it is. Any number of times.
 * @returns what could not be given back
 */
export async function liftFence(
  { target, functions, storage, bucket, key }: FencedTarget,
  text: string | undefined,
): Promise<readonly string[]> {
  const record = text === undefined ? NO_FENCE : parseFence(text);
  if (record === undefined) {
    throw new UserError('fence-damaged', `s3://${bucket}/${key} does not tell what was fenced in ${target}`, {
      fix: ['Look at the reserved concurrency of its functions, and delete the object.'],
    });
  }
  const fenced = Object.entries(record.functions);
  if (fenced.length === 0) return [];
  const left = await Promise.all(
    fenced.map(async ([name, before]) => {
      try {
        if ((await functions.reserved(name)) === 0) await functions.reserve(name, before ?? undefined);
        return [];
      } catch (error) {
        return [[name, before, `the function ${name} in ${target} may take no calls: ${errorText(error)}`] as const];
      }
    }),
  );
  const stay = Object.fromEntries(left.flat().map(([name, before]) => [name, before]));
  await storage.putText(bucket, key, `${JSON.stringify({ version: 1, functions: stay } satisfies FenceRecord)}\n`);
  return left.flat().map(([, , said]) => said);
}
