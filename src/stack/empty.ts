/**
 * The texts by which CloudFormation says that a change set is empty: there is no status for it. Any other text is a
 * failure.
 * - "The submitted information didn't contain changes. Submit different information to create a change set."
 *   (CreateChangeSet, CloudFormation user guide, "Create change sets")
 * - "No updates are to be performed." (templates with a transform: aws/aws-cdk issue 2553)
 */
const EMPTY: readonly RegExp[] = [
  /^The submitted information didn't contain changes\b/i,
  /^No updates are to be performed\b/i,
];

export function isEmptyReason(reason: string | undefined): boolean {
  return reason !== undefined && EMPTY.some((pattern) => pattern.test(reason.trim()));
}
