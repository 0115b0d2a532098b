import { describe, expect, test } from '@jest/globals';
import { moveWeights } from '../../../src/rollout/move-weights.ts';
import type { RolloutPorts } from '../../../src/rollout/ports.ts';
import type { Progress } from '../../../src/rollout/progress.ts';
import type { TrafficPorts } from '../../../src/rollout/traffic-ports.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const SETTLE_MS = 90_000;
const weights = { a: 0, b: 100 };

/** What moving to the weights that are there already does. */
async function again(unfinished: boolean): Promise<{ readonly waited: number; readonly did: readonly string[] }> {
  const did: string[] = [];
  const clock = createVirtualClock();
  const began = clock.now();
  const traffic: TrafficPorts = {
    settings: { weights, steps: [100], floorPercent: 0 },
    leftOut: new Set(),
    active: async () => new Set(['a', 'b']),
    unfit: async () => new Set(),
    remember: async () => void did.push('remember'),
    isUnfinished: () => unfinished,
    settled: () => void did.push('settled'),
    driver: {
      kind: 'route53',
      controlPlane: 'us-east-1',
      smallestShare: 0,
      settleMs: SETTLE_MS,
      read: async () => ({ weights, revision: undefined }),
      set: async (next) => ({ id: 'c1', weights: next }),
      waitApplied: async () => void did.push('applied'),
    },
  };
  const ports = { clock, report: () => {}, signal: new AbortController().signal } as unknown as RolloutPorts;
  await moveWeights((current) => current, new Set(), traffic, { current: {} } as unknown as Progress, ports);
  return { waited: clock.now() - began, did };
}

describe('weights that are what they should be already', () => {
  test('are waited for where the process that changed them died before clients had followed', async () => {
    expect(await again(true)).toEqual({ waited: SETTLE_MS, did: ['applied', 'settled'] });
  });

  test('are not waited for otherwise', async () => {
    expect(await again(false)).toEqual({ waited: 0, did: ['settled'] });
  });
});
