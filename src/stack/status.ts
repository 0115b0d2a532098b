/** What a stack status means to everything here that has to decide something about a stack. */
export interface StatusMeaning {
  /** An operation runs now; the stack refuses changes until it ends. */
  readonly inProgress: boolean;
  /** The last create, update or import did what was asked. */
  readonly success: boolean;
  /** What has to happen before a change set of ours can be made. */
  readonly next: NextStep;
  /** Its first creation ended well and nobody deletes it: what it holds may serve, however its last change went. */
  readonly made: boolean;
  /** CloudFormation is undoing, or has undone, the last change. */
  readonly rollback: boolean;
  /** A finished operation ended here and nothing else follows by itself. */
  readonly settled: boolean;
  /** What an operation of ours that ended here is called; absent while it runs. */
  readonly end?: 'succeeded' | 'failed' | 'stuck' | 'deleted';
}

export type NextStep =
  /** A change set of type CREATE. */
  | 'create'
  /** A change set of type UPDATE. */
  | 'update'
  /** Let the running operation end, then look again. */
  | 'wait'
  /** The first create failed: delete the stack (when that loses nothing), then CREATE. */
  | 'recreate'
  /** `ContinueUpdateRollback`. */
  | 'continue-rollback'
  /** Only a person can repair it. */
  | 'stuck';

const running = {
  inProgress: true,
  success: false,
  next: 'wait',
  made: true,
  rollback: false,
  settled: false,
} as const;
const undoing = { ...running, rollback: true } as const;
const done = {
  inProgress: false,
  success: true,
  next: 'update',
  made: true,
  rollback: false,
  settled: true,
  end: 'succeeded',
} as const;
const restored = { ...done, success: false, rollback: true, end: 'failed' } as const;
const broken = {
  inProgress: false,
  success: false,
  next: 'stuck',
  made: true,
  rollback: false,
  settled: true,
  end: 'stuck',
} as const;
/** The first create failed. */
const unmade = { next: 'recreate', made: false } as const;

/**
 * All stack statuses of CloudFormation's API (`StackStatus` in the SDK model), matched whole and never by a part:
 * `UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS` is a living stack although it contains `ROLLBACK_COMPLETE`.
 */
const MEANINGS: Readonly<Record<string, StatusMeaning>> = {
  CREATE_IN_PROGRESS: { ...running, made: false },
  CREATE_COMPLETE: done,
  CREATE_FAILED: { ...broken, ...unmade },
  ROLLBACK_IN_PROGRESS: { ...undoing, made: false },
  ROLLBACK_COMPLETE: { ...restored, ...unmade },
  ROLLBACK_FAILED: { ...broken, ...unmade, rollback: true },
  UPDATE_IN_PROGRESS: running,
  UPDATE_COMPLETE: done,
  // The update itself is through (old resources are being removed), only the next change has to wait.
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: { ...running, success: true, settled: true, end: 'succeeded' },
  // Rollback was disabled: the stack can be updated again (stack failure options, CloudFormation user guide).
  UPDATE_FAILED: { ...broken, next: 'update' },
  UPDATE_ROLLBACK_IN_PROGRESS: undoing,
  UPDATE_ROLLBACK_COMPLETE: restored,
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: undoing,
  UPDATE_ROLLBACK_FAILED: { ...broken, next: 'continue-rollback', rollback: true },
  IMPORT_IN_PROGRESS: running,
  IMPORT_COMPLETE: done,
  IMPORT_ROLLBACK_IN_PROGRESS: undoing,
  IMPORT_ROLLBACK_COMPLETE: restored,
  IMPORT_ROLLBACK_FAILED: { ...broken, rollback: true },
  // Not a stack yet: it only holds change sets of type CREATE.
  REVIEW_IN_PROGRESS: { ...running, inProgress: false, next: 'create', made: false },
  DELETE_IN_PROGRESS: { ...running, made: false },
  DELETE_COMPLETE: { ...broken, next: 'create', made: false, end: 'deleted' },
  DELETE_FAILED: { ...broken, made: false },
};

export const STACK_STATUSES: readonly string[] = Object.keys(MEANINGS);

/** A status that is newer than this program: waited for when it says so itself, else left to a person. */
function unknownMeaning(status: string): StatusMeaning {
  return status.endsWith('_IN_PROGRESS') ? running : broken;
}

export function statusMeaning(status: string): StatusMeaning {
  return MEANINGS[status] ?? unknownMeaning(status);
}
