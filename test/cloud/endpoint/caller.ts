import type { IncomingMessage } from 'node:http';
import { expiredToken, regionDisabled, unknownCredentials } from './common-errors.ts';
import type { AwsError } from './error-answer.ts';
import type { Principal, Sessions } from './sessions.ts';
import type { Target } from './target.ts';

/** Who calls, or why AWS would not let them in. */
export interface Caller {
  readonly account: string;
  readonly principal: Principal | undefined;
  readonly refusal: AwsError | undefined;
}

export interface CallerRules {
  readonly regions: ReadonlySet<string>;
  /** True: the emulator knows keys that were issued inside it (functions' roles) and checks every signature. */
  readonly auth: boolean;
}

/** Partitions' global services are signed for these regions whether or not anything runs there. */
const GLOBAL_SERVICES = new Set(['iam', 'route53', 'cloudfront', 'organizations', 'sts']);

/** Finds the caller of a request and refuses unknown or expired keys and regions that are not enabled. */
export function callerOf(req: IncomingMessage, target: Target, sessions: Sessions, rules: CallerRules): Caller {
  const { scope, service } = target;
  const closed = target.region !== '' && !rules.regions.has(target.region) && !globalCall(target);
  if (scope === undefined) {
    const refusal = closed && service === 'sts' ? regionDisabled() : undefined;
    return { account: '', principal: undefined, refusal };
  }
  const found = sessions.lookup(scope.accessKey, scope.sessionToken);
  const principal = found.kind === 'unknown' ? undefined : found.principal;
  const account = principal?.account ?? '';
  const temporary = scope.sessionToken !== undefined;
  if (closed || (found.kind === 'unknown' && !(rules.auth && temporary))) {
    return { account, principal, refusal: unknownCredentials(req, service, temporary) };
  }
  return { account, principal, refusal: found.kind === 'expired' ? expiredToken(req, service) : undefined };
}

function globalCall(target: Target): boolean {
  if (target.service === 'globalaccelerator') return target.region === 'us-west-2';
  // Endpoints of a cluster are in five regions, whatever the account has enabled.
  if (target.service === 'route53-recovery-cluster') return true;
  return GLOBAL_SERVICES.has(target.service) && target.region === 'us-east-1';
}
