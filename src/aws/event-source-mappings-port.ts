export type MappingState = 'enabled' | 'disabled' | 'changing';

/** What a mapping reads, and for whom. */
export interface MappedSource {
  readonly state: MappingState;
  /** ARN of the queue or stream; absent: Kafka that AWS does not manage. */
  readonly arn?: string;
  /** Name of the function, without version or alias. */
  readonly functionName: string;
  /** Milliseconds since the epoch at which it was changed, or its state was. */
  readonly changedAt?: number;
}

/**
 * Event source mappings of Lambda in one account and region, by their ids (UUIDs). Calls are sent once: who calls tries
 * again.
 */
export interface EventSourceMappings {
  /** Undefined when there is none. */
  state(id: string): Promise<MappingState | undefined>;
  /**
   * Asks for it to be enabled or disabled. `busy`: Lambda takes no change right now, it is just being changed. Undefined
   * when there is none.
   */
  enable(id: string, enabled: boolean): Promise<'accepted' | 'busy' | undefined>;
}

export interface MappedSources {
  /** Undefined when there is none. */
  source(id: string): Promise<MappedSource | undefined>;
}
