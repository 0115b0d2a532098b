/** Names that SAM CLI gives to its bucket's stack (`samcli/lib/bootstrap/bootstrap.py`). */
export const SAM_CLI_STACK = 'aws-sam-cli-managed-default';
export const SAM_CLI_BUCKET = 'SamCliSourceBucket';
export const SAM_CLI_OUTPUT = 'SourceBucket';
/** SAM CLI takes the stack for its own only with this tag. */
export const SAM_CLI_TAG: Readonly<Record<string, string>> = { ManagedStackSource: 'AwsSamCli' };
