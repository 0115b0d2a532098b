import type { STSClient } from '@aws-sdk/client-sts';
import { describe, expect, test } from '@jest/globals';
import { createIdentities } from '../../../src/aws/credentials/identity.ts';
import type { CredentialSource } from '../../../src/aws/credentials/model.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const source = { get: async () => ({ accessKeyId: 'a', secretAccessKey: 's' }) } as unknown as CredentialSource;
const place = (region: string) => ({ region, partition: 'aws' });

/** STS in these regions; one that is silent never answers. */
function sts(silent: readonly string[]) {
  const asked: string[] = [];
  const client = (region: string) => async () =>
    ({
      send: async () => {
        asked.push(region);
        if (silent.includes(region)) return new Promise(() => {});
        return { Account: '111111111111' };
      },
    }) as unknown as STSClient;
  return { asked, client };
}

describe('the account of credentials that several targets share', () => {
  test('is asked once', async () => {
    const { asked, client } = sts([]);
    const identities = createIdentities(createVirtualClock());
    const accounts = ['west', 'central'].map((name) => identities.account(source, place(name), client(name)));
    expect([await Promise.all(accounts), asked]).toEqual([['111111111111', '111111111111'], ['west']]);
  });

  test('is asked elsewhere when the region that was asked first is silent, once for all others', async () => {
    const { asked, client } = sts(['west']);
    const identities = createIdentities(createVirtualClock());
    void identities.account(source, place('west'), client('west'));
    const others = ['central', 'us'].map((name) => identities.account(source, place(name), client(name)));
    expect([await Promise.all(others), asked]).toEqual([
      ['111111111111', '111111111111'],
      ['west', 'central'],
    ]);
  });
});
