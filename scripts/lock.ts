import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../src/errors.ts';

/** Another process that is building the same thing is waited for this long. */
const LOCK_TIMEOUT_MS = 15 * 60_000;

/** A file that exists while one process builds. Returns early once `isDone`; a lock whose process is gone is taken over. */
export async function acquireLock(file: string, isDone: () => boolean): Promise<() => Promise<void>> {
  const deadline = Date.now() + LOCK_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (isDone()) return async () => undefined;
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (await isAbandoned(file)) await rm(file, { force: true });
    else await sleep(500);
  }
  throw new UserError('provision-locked', `${file} is held by another process for too long.`, {
    fix: [`Delete ${file} if no other process is at work.`],
  });
}

async function isAbandoned(file: string): Promise<boolean> {
  const content = await readFile(file, 'utf8').catch(() => null);
  if (content === null) return false;
  if (content === '') {
    const age = Date.now() - (await stat(file).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    return age > 10_000;
  }
  try {
    process.kill(Number(content), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
