/** What deleting a stack stumbles over or leaves behind, in one account and region. */
export interface Leftovers {
  /**
   * Deletes every object of a bucket, all versions and delete markers too. A bucket that is not there is empty.
   * @returns how many were deleted, and why others could not be (one sentence for each reason)
   */
  emptyBucket(
    bucket: string,
    signal: AbortSignal,
  ): Promise<{ readonly deleted: number; readonly refused: readonly string[] }>;
  /** Names of the log groups that begin with this. */
  logGroups(prefix: string): Promise<readonly string[]>;
  /** False when there is no such log group. */
  deleteLogGroup(name: string): Promise<boolean>;
}
