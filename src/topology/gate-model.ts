import type { SourceLocation } from '../errors.ts';
import type { GateMoment } from '../gates/model.ts';
import type { Json } from './schema/dsl.ts';

/** A check of an environment or wave, checked but not resolved: its texts may hold `${…}` references. Times in milliseconds. */
export interface GateDefinition {
  /** Unique in its phase. */
  readonly name: string;
  readonly when: readonly GateMoment[];
  /** Asked once for each target of the wave, or once for all. */
  readonly scope: 'target' | 'rollout';
  /** `hold`: the rollout waits for a clear verdict, then fails. */
  readonly inconclusive: 'hold' | 'pass' | 'fail';
  /** Between two rounds of a bake. */
  readonly intervalMs: number;
  /** Of one round; passing it is inconclusive. */
  readonly timeoutMs: number;
  readonly check: GateCheck;
  readonly location?: SourceLocation;
}

export type GateCheck = HttpCheck | AlarmCheck | MetricCheck | CompareCheck | CommandCheck | LambdaCheck;

/** What a doubtful answer counts as. */
export type Doubt = 'inconclusive' | 'pass' | 'fail';

/** What an answer must be like; all of it must hold. */
export interface Expectation {
  /** `200`, `2xx` …; any of them. */
  readonly statuses: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** By JSONPath (RFC 9535). */
  readonly json: Readonly<Record<string, Json>>;
  /** Regular expressions by JSONPath. */
  readonly jsonMatches: Readonly<Record<string, string>>;
  readonly bodyContains?: string;
  readonly bodyMatches?: string;
}

export interface HttpCheck {
  readonly kind: 'http';
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** `address` or `address:port` to connect to instead of what the name resolves to. */
  readonly address?: string;
  /** Name server to ask, `address` or `address:port`. */
  readonly resolver?: string;
  readonly redirects: number;
  /** In a row. */
  readonly successes: number;
  readonly failures: number;
  readonly pauseMs: number;
  readonly requestTimeoutMs: number;
  readonly expect: Expectation;
}

/** Alarms by name and by the beginning of the name; where tags are said, those of them, or of all, that have the tags. */
export interface AlarmCheck {
  readonly kind: 'alarm';
  readonly names: readonly string[];
  readonly prefixes: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly insufficientData: Doubt;
  readonly stale: Doubt;
}

export interface MetricSource {
  readonly id: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: string;
}

export interface MetricCheck {
  readonly kind: 'metric';
  readonly metrics: readonly MetricSource[];
  /** Metric math; absent: the only metric. */
  readonly expression?: string;
  readonly comparison: 'below' | 'at-most' | 'above' | 'at-least';
  readonly threshold: number;
  readonly periodMs: number;
  /** Absent: since the bake began. */
  readonly windowMs?: number;
  readonly datapointsToFail: number;
  readonly minDatapoints: number;
  /** Samples in the window of the metric with the id `samplesOf`. */
  readonly minSamples?: number;
  readonly samplesOf: string;
  readonly missingData: Doubt;
}

export interface CommandCheck {
  readonly kind: 'command';
  /** Program and arguments. */
  readonly run: readonly string[];
  /** Absolute. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly credentials: 'read-only' | 'full' | 'none';
}

export interface LambdaCheck {
  readonly kind: 'lambda';
  readonly function: string;
  readonly qualifier?: string;
  readonly payload: Json;
  readonly expect: Expectation;
}

export interface CompareCheck {
  readonly kind: 'compare';
  readonly function: string;
  readonly alias: string;
  /** Absent: those that the alias has. */
  readonly versions?: { readonly canary: string; readonly baseline: string };
  /** Compares with another target instead of another version. */
  readonly baselineTarget?: { readonly name: string; readonly function: string };
  /** Chance of a false alarm over all tests of the gate. */
  readonly significance: number;
  /** Shares, 0 to 1: what is worth failing for. */
  readonly errorIncrease: number;
  readonly latencyIncrease: number;
  readonly latencyStatistic: string;
  readonly minSamples: number;
  readonly minMinutes: number;
  /** Increase of the error rate that must be visible, 0 to 1. */
  readonly detect?: number;
}
