import type { Target } from './target.ts';
import type { FaultRule } from './types.ts';

/** The rules in force and how often each has hit. */
export interface FaultBook {
  /** Adds a rule; the returned function removes it. */
  add(rule: FaultRule): () => void;
  /** The first rule that hits this call, counted as a hit. */
  hit(target: Target, account: string): FaultRule | undefined;
  /** Hits of one rule (the same object that was added), or of all rules so far. */
  hits(rule?: FaultRule): number;
  clear(): void;
}

interface Entry {
  readonly rule: FaultRule;
  readonly random: () => number;
}

export function createFaultBook(seed: number): FaultBook {
  const entries = new Set<Entry>();
  const counts = new Map<FaultRule, number>();
  return {
    add(rule) {
      const entry = { rule, random: seededRandom(seed + counts.size) };
      entries.add(entry);
      counts.set(rule, 0);
      return () => {
        entries.delete(entry);
      };
    },
    hit(target, account) {
      for (const { rule, random } of entries) {
        const count = counts.get(rule) ?? 0;
        if (!matches(rule, target, account) || count >= (rule.times ?? Infinity)) continue;
        if (rule.probability !== undefined && random() >= rule.probability) continue;
        counts.set(rule, count + 1);
        return rule;
      }
      return undefined;
    },
    hits(rule) {
      if (rule !== undefined) return counts.get(rule) ?? 0;
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },
    clear() {
      entries.clear();
      counts.clear();
    },
  };
}

function matches(rule: FaultRule, target: Target, account: string): boolean {
  return (
    (rule.service === undefined || rule.service === target.service) &&
    (rule.region === undefined || rule.region === target.region) &&
    (rule.action === undefined || rule.action === target.action) &&
    (rule.account === undefined || rule.account === account)
  );
}

/** Numbers in [0, 1) that depend on the seed only (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
