import type { ServerResponse } from 'node:http';
import type { BlackoutMode } from './types.ts';

/** How long a call to a slow region waits before it goes on, in milliseconds. */
export const SLOW_MS = 2000;

/** Regions that are lost. Global control planes are lost with us-east-1, because that is the region of their calls. */
export interface Blackouts {
  set(region: string, mode: BlackoutMode, slowMs?: number): void;
  restore(region: string): void;
  /** Deals with a call to a lost region. True: the call is over or hangs. False: go on, after the wait of `slow`. */
  swallow(region: string, res: ServerResponse): Promise<boolean>;
  /** Ends every blackout and cuts what hangs. */
  clear(): void;
}

interface Lost {
  readonly mode: BlackoutMode;
  readonly slowMs: number;
  readonly hanging: Set<ServerResponse>;
}

export function createBlackouts(): Blackouts {
  const lost = new Map<string, Lost>();
  const restore = (region: string): void => {
    for (const res of lost.get(region)?.hanging ?? []) res.socket?.destroy();
    lost.delete(region);
  };
  return {
    set(region, mode, slowMs = SLOW_MS) {
      restore(region);
      lost.set(region, { mode, slowMs, hanging: new Set() });
    },
    restore,
    async swallow(region, res) {
      const state = lost.get(region);
      if (state === undefined) return false;
      if (state.mode === 'slow') {
        await new Promise((resolve) => setTimeout(resolve, state.slowMs).unref());
        return false;
      }
      if (state.mode === 'refuse') {
        res.socket?.destroy();
        return true;
      }
      state.hanging.add(res);
      res.once('close', () => state.hanging.delete(res));
      return true;
    },
    clear() {
      for (const region of [...lost.keys()]) restore(region);
    },
  };
}
