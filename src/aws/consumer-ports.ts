/** `busy`: AWS takes no change right now, because somebody else just makes one. `gone`: there is no such thing. */
export type Switched = 'changed' | 'unchanged' | 'busy' | 'gone';

/**
 * Whether something runs. `kept`: it does, and is not to be switched off for a while, because it could not be switched on
 * again as it is, or what it would have done meanwhile would never be done. `gone`: there is no such thing.
 */
export type Running = 'on' | 'off' | 'kept' | 'gone';

export interface RuleName {
  readonly name: string;
  readonly bus?: string;
}

/** Rules of EventBridge in one account and region. */
export interface EventRules {
  state(rule: RuleName): Promise<Running>;
  /** Events follow within moments. */
  enable(rule: RuleName, enabled: boolean): Promise<Switched>;
}

export interface ScheduleName {
  readonly name: string;
  readonly group?: string;
}

/** Schedules of EventBridge Scheduler in one account and region. Nothing else of them changes. */
export interface ScheduleStates {
  state(schedule: ScheduleName): Promise<Running>;
  enable(schedule: ScheduleName, enabled: boolean): Promise<Switched>;
}
