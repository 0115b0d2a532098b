import { type ContextKeys, conditionHolds, texts, wildcardMatch } from './conditions.ts';

/** Who asks to assume a role. */
export type Asker =
  | { readonly kind: 'federated'; readonly provider: string }
  | { readonly kind: 'aws'; readonly arn: string; readonly account: string }
  | { readonly kind: 'service'; readonly name: string };

/** Whether a trust policy lets `asker` perform `action`: some Allow matches and no Deny does. */
export function trusts(policy: unknown, action: string, asker: Asker, keys: ContextKeys): boolean {
  const matching = statements(policy).filter(
    (statement) =>
      actionMatches(statement, action) &&
      principalMatches(statement['Principal'], asker) &&
      conditionHolds(statement['Condition'], keys),
  );
  return (
    matching.some((statement) => statement['Effect'] === 'Allow') &&
    !matching.some((statement) => statement['Effect'] === 'Deny')
  );
}

type Statement = Readonly<Record<string, unknown>>;

function statements(policy: unknown): readonly Statement[] {
  const list = record(policy)['Statement'];
  return (Array.isArray(list) ? list : [list]).map(record);
}

function record(value: unknown): Statement {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function actionMatches(statement: Statement, action: string): boolean {
  const listed = (value: unknown): boolean =>
    texts(value).some((pattern) => wildcardMatch(pattern.toLowerCase(), action.toLowerCase()));
  return statement['NotAction'] === undefined ? listed(statement['Action']) : !listed(statement['NotAction']);
}

function principalMatches(principal: unknown, asker: Asker): boolean {
  if (principal === '*') return true;
  const named = record(principal);
  if (asker.kind === 'federated') {
    return texts(named['Federated']).some(
      (provider) => withoutPartition(provider) === withoutPartition(asker.provider),
    );
  }
  if (asker.kind === 'service') return texts(named['Service']).includes(asker.name);
  return texts(named['AWS']).some((entry) => awsPrincipalMatches(entry, asker.arn, asker.account));
}

function awsPrincipalMatches(entry: string, arn: string, account: string): boolean {
  if (entry === '*' || entry === account || entry === arn) return true;
  const [, owner, resource = ''] = /^arn:[^:]+:(?:iam|sts)::(\d{12}):(.+)$/.exec(entry) ?? [];
  if (owner !== account) return false;
  if (resource === 'root') return true;
  // A role stands for all of its sessions, whose ARNs have the role's name but not its path.
  const role = resource.startsWith('role/') ? resource.slice(resource.lastIndexOf('/') + 1) : undefined;
  return role !== undefined && arn.split(':').slice(5).join(':').startsWith(`assumed-role/${role}/`);
}

function withoutPartition(arn: string): string {
  return arn.replace(/^arn:[^:]+:/, '');
}
