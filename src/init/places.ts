import { UserError } from '../errors.ts';
import { findRegion } from '../topology/regions.ts';
import type { InitAnswers } from './answers.ts';

/**
 * Regions with their accounts. `accounts` is one account for all, or `REGION=ACCOUNT` for each.
 * @throws UserError `regions-missing`, `region-malformed`, `region-twice`, `account-malformed`, `account-missing`
 */
export function placesOf(regions: readonly string[], accounts: readonly string[]): InitAnswers['targets'] {
  if (regions.length === 0) {
    throw new UserError('regions-missing', 'no region to deploy to', {
      fix: ['Give --regions, such as --regions eu-west-1,eu-central-1; the first one is deployed first.'],
    });
  }
  for (const region of regions) checkRegion(region, regions);
  const named = new Map(accounts.filter((text) => text.includes('=')).map((text) => split(text, regions)));
  const [common, ...others] = accounts.filter((text) => !text.includes('=')).map(checkAccount);
  if (others.length > 0) {
    throw new UserError('account-ambiguous', `which of ${[common, ...others].join(', ')} has which region?`, {
      fix: [`Write --accounts ${regions.map((region) => `${region}=ACCOUNT`).join(',')}.`],
    });
  }
  return regions.map((region) => {
    const account = named.get(region) ?? common;
    if (account !== undefined) return { name: region, region, account };
    throw new UserError('account-missing', `the account of ${region} is not known`, {
      fix: [`Give --accounts ACCOUNT, or --accounts ${region}=ACCOUNT; aws sts get-caller-identity prints it.`],
    });
  });
}

function checkRegion(region: string, all: readonly string[]): void {
  const found = findRegion(region);
  if (found.kind === 'malformed') {
    const near = found.nearest === undefined ? 'Write it as in eu-west-1.' : `Did you mean "${found.nearest}"?`;
    throw new UserError('region-malformed', `"${region}" is no region`, { fix: [near] });
  }
  if (all.indexOf(region) !== all.lastIndexOf(region)) {
    throw new UserError('region-twice', `${region} is named twice`, {
      fix: ['Name each region once; targets of one region in two accounts can be added to multi-region.yml.'],
    });
  }
}

function checkAccount(text: string): string {
  if (/^\d{12}$/.test(text)) return text;
  throw new UserError('account-malformed', `"${text}" is no account id`, {
    fix: ['An account id has twelve digits; aws sts get-caller-identity prints it.'],
  });
}

function split(text: string, regions: readonly string[]): readonly [string, string] {
  const [region = '', account = ''] = text.split('=');
  if (regions.includes(region)) return [region, checkAccount(account)];
  throw new UserError('account-of-no-region', `--accounts names ${region}, which is none of the regions`, {
    fix: [`The regions are ${regions.join(', ')}.`],
  });
}
