import { UserError } from '../../errors.ts';
import type { Template } from '../../template/model.ts';
import { asMap } from '../../template/plain-data.ts';
import type { AccountPlace } from './accounts.ts';

/** CloudFormation quotas: bytes of a template that is handed over as text. There is no bucket yet to put a larger one into. */
const LONGEST = 51_200;

/** @throws UserError `bootstrap-too-large` */
export function refuseTooLarge(text: string, path: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= LONGEST) return;
  throw new UserError('bootstrap-too-large', `${path} has ${bytes} bytes; CloudFormation takes ${LONGEST} at most`, {
    fix: [
      'Give groups of environments configurations of their own, each with a bootstrap template.',
      `Or put it there with a bucket of yours: aws cloudformation deploy --s3-bucket BUCKET --template-file ${path} …`,
    ],
  });
}

/**
 * Accounts of the configuration that a template was not made for: it names those that get a deploy role, and none of these.
 */
export function withoutDeployRole(places: readonly AccountPlace[], { data, text }: Template): readonly string[] {
  const roles = Object.entries(asMap(data['Resources'])).filter(([id]) => id.startsWith('DeployRole'));
  const anywhere = roles.some(([, role]) => asMap(role)['Condition'] === undefined);
  if (roles.length === 0 || anywhere) return [];
  return places.flatMap(({ account }) => (account === undefined || text.includes(`"${account}"`) ? [] : [account]));
}
