import type { Clock } from '../../clock.ts';
import type { Transport } from '../transport.ts';
import { fromSdk } from './ambient.ts';
import type { CredentialSource } from './model.ts';
import { renewing } from './renewing.ts';

export interface ProfileOptions {
  readonly profile: string;
  readonly region: string;
  readonly clock: Clock;
  readonly transport: Transport;
}

/** A named profile of the shared configuration files: keys, `role_arn`, SSO or `credential_process`. */
export function profileSource({ profile, region, clock, transport }: ProfileOptions): CredentialSource {
  return renewing(async () => {
    const { fromIni } = await import('@aws-sdk/credential-provider-ini');
    return fromSdk(await fromIni({ profile, clientConfig: { region, requestHandler: transport } })());
  }, clock);
}
