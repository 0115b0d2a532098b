/** The newest heartbeat of a region, as it arrived in another one. Times are milliseconds since the epoch. */
export interface NewestHeartbeat {
  /** When it was written, by the clock of the region that wrote it; absent: none ever arrived. */
  readonly at?: number;
  /** The clock of the region that was asked, to a second; absent where its answer has no date. */
  readonly now?: number;
}

/** The table of heartbeats (`templates/heartbeat`) in one account and region. */
export interface Heartbeats {
  /**
   * @param region whose heartbeat
   * @throws AwsError `not-found` when there is no such table
   */
  newest(table: string, region: string): Promise<NewestHeartbeat>;
}
