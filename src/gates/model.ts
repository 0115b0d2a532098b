/**
 * When a gate is asked: before a wave starts, all through its bake, and once more when the bake is over. `return`: whether
 * a target that was rolled back answers again (HTTP gates only, whatever their `when` says).
 */
export type GateMoment = 'before' | 'bake' | 'after' | 'return';

/** `inconclusive` never promotes silently: the rollout holds, and then fails, or does what the gate is configured to do. */
export type Verdict = 'pass' | 'fail' | 'inconclusive';

/** What one gate said about one target (or about the rollout as a whole), with what it saw. */
export interface GateVerdict {
  /** Name of the gate, unique in its environment. */
  readonly gate: string;
  /** Absent: it speaks of the rollout as a whole. */
  readonly target?: string;
  readonly moment: GateMoment;
  readonly verdict: Verdict;
  /** One sentence for people: what was seen against what was expected. No secrets. */
  readonly reason: string;
  /** What it saw, as data: numbers with their units in the names. */
  readonly evidence: Readonly<Record<string, string | number | boolean | null>>;
  /** ISO 8601. */
  readonly at: string;
}

/** One round of asking. */
export interface GateRequest {
  readonly moment: GateMoment;
  /** Phase whose gates are asked. */
  readonly phase: string;
  /** Names of the targets that are judged. */
  readonly targets: readonly string[];
  /** Outputs by target and stack key, as far as they are known. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  /** Milliseconds since the epoch: when the wave's deployment began, and when its bake did. */
  readonly since: number;
  readonly bakeSince?: number;
  /** The release that is expected where it is not the one that is rolled out: after a rollback. */
  readonly release?: { readonly id: string; readonly commit?: string };
}

/** Asks every gate of the phase side by side. Never throws for what a gate or AWS says: that is a verdict. */
export interface GateRunner {
  /** How long the rollout waits between two rounds of a bake, milliseconds. */
  readonly intervalMs: number;
  ask(request: GateRequest, signal: AbortSignal): Promise<readonly GateVerdict[]>;
}
