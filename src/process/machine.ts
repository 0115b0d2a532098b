import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Spawn } from './spawn.ts';

export interface MachinePorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly spawn: Spawn;
  readonly platform: NodeJS.Platform;
}

/**
 * A name of this boot of this machine, and of the table of processes that this one is in: two processes with the same
 * name see each other by their ids. Undefined where that cannot be said for certain: on other systems than Linux and
 * macOS, and in CI, whose machines may be restored from one snapshot and then are alike in all of this.
 */
export async function machineOf({ env, cwd, spawn, platform }: MachinePorts): Promise<string | undefined> {
  if (env['CI']) return undefined;
  try {
    if (platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
      return digest(boot.trim(), readlinkSync('/proc/self/ns/pid'));
    }
    if (platform !== 'darwin') return undefined;
    const { exitCode, tail } = await spawn('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'], { cwd, env: {} });
    const boot = tail.find((line) => /^[0-9A-F-]{36}$/i.test(line.trim()));
    return exitCode === 0 && boot !== undefined ? digest(boot.trim()) : undefined;
  } catch {
    return undefined;
  }
}

/** A lease is read by others: they need to compare, not to know. */
function digest(...parts: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([hostname(), ...parts]))
    .digest('hex')
    .slice(0, 24);
}

/** True when no process of this machine has this id. One that may not be asked is there. */
export function isProcessGone(id: number): boolean {
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
