export type MappingState = 'enabled' | 'disabled' | 'changing';

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
