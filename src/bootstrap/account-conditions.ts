/** As many conditions `Fn::Or` takes (CloudFormation user guide, "Condition functions"). */
const MOST = 10;

/**
 * A condition of a template that holds in some accounts, as a value in YAML.
 * @returns undefined where any account is meant, and where there are too many to name
 */
export function inAccounts(accounts: readonly string[] | undefined): string | undefined {
  if (accounts === undefined || accounts.length === 0 || accounts.length > MOST * MOST) return undefined;
  const equal = accounts.map((account) => `!Equals [!Ref AWS::AccountId, "${account}"]`);
  if (equal.length <= MOST) return or(equal);
  const groups = Array.from({ length: Math.ceil(equal.length / MOST) }, (_, index) =>
    or(equal.slice(index * MOST, (index + 1) * MOST)),
  );
  return or(groups);
}

function or(conditions: readonly string[]): string {
  const [only = '', ...others] = conditions;
  return others.length === 0 ? only : `!Or [${conditions.join(', ')}]`;
}
