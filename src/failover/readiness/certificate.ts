import type { Certificate } from '../../aws/readiness-ports.ts';
import { missing, notLookedAt, type ReadinessCheck, ready } from './model.ts';

const DAY_MS = 86_400_000;
/** ACM begins to renew 60 days before the end (ACM User Guide, "Managed certificate renewal"): by now it has failed. */
const LATE_DAYS = 30;

/** A certificate, and what ends TLS with it: "API Gateway", "the distribution E1". */
export interface UsedCertificate {
  readonly by: string;
  readonly certificate: Certificate;
}

/**
 * @param name public name that it has to prove
 * @param used of custom domains of API Gateway, of listeners and distributions of the stacks; none: nothing here has one of ACM
 * @param now milliseconds since the epoch
 */
export function certificateChecks(
  name: string,
  used: readonly UsedCertificate[],
  now: number,
): readonly ReadinessCheck[] {
  if (used.length > 0) return used.map((one) => certificateCheck(name, one, now));
  const text = `API Gateway has no custom domain ${name} here, and the stacks have no listener or distribution with a certificate of ACM for it; what else ends TLS is not looked at`;
  return [notLookedAt('certificate', text)];
}

function certificateCheck(name: string, { by, certificate }: UsedCertificate, now: number): ReadinessCheck {
  const { arn, status, notAfter } = certificate;
  const days = notAfter === undefined ? undefined : Math.floor((notAfter - now) / DAY_MS);
  const found = `the certificate of ${name} at ${by} is ${status}${days === undefined ? '' : `, for ${days} days more`}`;
  if (status === 'ISSUED' && (days === undefined || days >= LATE_DAYS)) return ready('certificate', found);
  const renewal =
    status === 'ISSUED'
      ? `ACM has not renewed it: see why with aws acm describe-certificate --certificate-arn ${arn}, or import a new one.`
      : `Bring it to ISSUED, or give ${by} another one: aws acm describe-certificate --certificate-arn ${arn}`;
  return missing('certificate', found, renewal);
}
