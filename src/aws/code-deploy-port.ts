/** A deployment of CodeDeploy to one Lambda alias, as it is now. */
export interface LambdaDeployment {
  /** `d-ABC123XYZ`. */
  readonly id: string;
  /** `Created`, `Queued`, `InProgress`, `Baking`, `Succeeded`, `Failed`, `Stopped`, `Ready`. */
  readonly status: string;
  /** `CodeDeployDefault.LambdaCanary10Percent5Minutes`, or the name of somebody's own. */
  readonly config: string;
  /** Why it did not succeed, in CodeDeploy's code and words: `ALARM_ACTIVE`. */
  readonly error?: { readonly code: string; readonly message: string };
  /** Functions that were asked, by lifecycle event: `BeforeAllowTraffic`. */
  readonly hooks: Readonly<Record<string, string>>;
}

/** Where the traffic of an alias is while it is shifted. */
export interface LambdaShift {
  readonly functionName: string;
  readonly alias: string;
  readonly currentVersion: string;
  readonly targetVersion: string;
  /** Of the calls, on the target version: 0 to 100. */
  readonly percent: number;
  /** `BeforeAllowTraffic`, `AllowTraffic`, `AfterAllowTraffic` with `Pending`, `InProgress`, `Succeeded`, `Failed`, `Skipped`. */
  readonly lifecycle: readonly { readonly event: string; readonly status: string }[];
}

/** CodeDeploy in one account and region: read, never written. CloudFormation starts and stops its deployments. */
export interface CodeDeploy {
  /** Ids of the deployments of a group that were created since then (milliseconds since the epoch), newest first. */
  deployments(group: {
    readonly application: string;
    readonly group: string;
    readonly since: number;
  }): Promise<readonly string[]>;
  /** Undefined when there is no such deployment. */
  deployment(id: string): Promise<LambdaDeployment | undefined>;
  /** Undefined as long as it has no target yet, or is none of Lambda. */
  shift(id: string): Promise<LambdaShift | undefined>;
}
