/** What a Lambda function answered. */
export interface Invocation {
  /** The answer, or what the error says of itself: JSON as text. */
  readonly payload: string;
  /** `Handled`, `Unhandled`: the function failed. */
  readonly functionError?: string;
  readonly executedVersion?: string;
}

/** An alias: its version, and the share (0 to 1) of calls that go to others. */
export interface FunctionAlias {
  readonly version: string;
  readonly weights: Readonly<Record<string, number>>;
}

/** Lambda in one account and region. */
export interface Functions {
  /** Waits for the answer, however long the function takes. It is sent once: nobody knows what a second one would do. */
  invoke(
    request: { readonly function: string; readonly qualifier?: string; readonly payload: string },
    signal: AbortSignal,
  ): Promise<Invocation>;
  /** Undefined when there is no such alias. */
  alias(functionName: string, alias: string): Promise<FunctionAlias | undefined>;
  /** Calls that a function may take at the same time; undefined: as many as the account has left. */
  reserved(functionName: string): Promise<number | undefined>;
  /** Undefined takes the limit away; 0 refuses every call. */
  reserve(functionName: string, calls: number | undefined): Promise<void>;
}
