/** `busy`: AWS takes no change right now, because somebody else just makes one. `gone`: there is no such thing. */
export type Switched = 'changed' | 'unchanged' | 'busy' | 'gone';

/** Rules of EventBridge in one account and region. */
export interface EventRules {
  /** Events follow within moments. */
  enable(rule: { readonly name: string; readonly bus?: string }, enabled: boolean): Promise<Switched>;
}

/** Schedules of EventBridge Scheduler in one account and region. Nothing else of them changes. */
export interface ScheduleStates {
  enable(schedule: { readonly name: string; readonly group?: string }, enabled: boolean): Promise<Switched>;
}
