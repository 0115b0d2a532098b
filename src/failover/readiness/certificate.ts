import type { Certificate } from '../../aws/readiness-ports.ts';
import { missing, notLookedAt, type ReadinessCheck, ready } from './model.ts';

const DAY_MS = 86_400_000;
/** ACM begins to renew 60 days before the end (ACM User Guide, "Managed certificate renewal"): by now it has failed. */
const LATE_DAYS = 30;

/**
 * @param name public name that it has to prove
 * @param certificate of the regional custom domain; undefined: there is none of this name in the region
 * @param now milliseconds since the epoch
 */
export function certificateCheck(name: string, certificate: Certificate | undefined, now: number): ReadinessCheck {
  if (certificate === undefined) {
    return notLookedAt(
      'certificate',
      `API Gateway has no custom domain ${name} here; what else ends TLS is not looked at`,
    );
  }
  const { arn, status, notAfter } = certificate;
  const days = notAfter === undefined ? undefined : Math.floor((notAfter - now) / DAY_MS);
  const found = `the certificate of ${name} is ${status}${days === undefined ? '' : `, for ${days} days more`}`;
  if (status === 'ISSUED' && (days === undefined || days >= LATE_DAYS)) return ready('certificate', found);
  const renewal =
    status === 'ISSUED'
      ? `ACM has not renewed it: see why with aws acm describe-certificate --certificate-arn ${arn}, or import a new one.`
      : `Bring it to ISSUED, or give the custom domain another one: aws acm describe-certificate --certificate-arn ${arn}`;
  return missing('certificate', found, renewal);
}
