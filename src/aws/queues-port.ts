/** One queue of SQS in the region of its session. */
export interface QueueName {
  readonly name: string;
  /** Account that owns it; absent: that of the credentials. */
  readonly account?: string;
}

/** Messages of a queue. SQS counts approximately: the counts are consistent about a minute after producers stop. */
export interface QueueDepth {
  /** Ready to be received. */
  readonly visible: number;
  /** Received and not deleted yet. */
  readonly inFlight: number;
  /** Not to be received before a delay is over. */
  readonly delayed: number;
}

/** SQS in one account and region. Reads only. */
export interface Queues {
  /** Undefined when there is no such queue. @throws AwsError */
  depth(queue: QueueName): Promise<QueueDepth | undefined>;
}
