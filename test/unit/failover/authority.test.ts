import { describe, expect, test } from '@jest/globals';
import { authorityOf } from '../../../src/failover/authority.ts';
import type { Names } from '../../../src/failover/names.ts';

const zones: Readonly<Record<string, readonly string[]>> = { 'example.com': ['ns-2.awsdns.net', 'ns-1.awsdns.com'] };
const addresses: Readonly<Record<string, readonly string[]>> = {
  'ns-1.awsdns.com': ['192.0.2.1', '2001:db8::1'],
  'ns-2.awsdns.net': ['192.0.2.2'],
};

function names(asked: string[] = []): Names {
  return {
    servers: async (zone) => {
      asked.push(zone);
      return zones[zone] ?? [];
    },
    addresses: async (name) => addresses[name] ?? [],
  };
}

describe('who answers for the public name', () => {
  test('are the servers of the nearest zone above it, by their addresses', async () => {
    const asked: string[] = [];
    expect(await authorityOf({ url: 'https://api.eu.example.com/status' }, names(asked))).toEqual({
      name: 'api.eu.example.com',
      zone: 'example.com',
      servers: ['192.0.2.1', '2001:db8::1', '192.0.2.2'].map((host) => ({ host, port: 53 })),
    });
    expect(asked).toEqual(['api.eu.example.com', 'eu.example.com', 'example.com']);
  });

  test('are those that are configured, and then nobody is asked', async () => {
    const asked: string[] = [];
    const nameServers = [{ host: '192.0.2.9', port: 5353 }];
    const found = await authorityOf({ url: 'https://api.example.com', nameServers }, names(asked));
    expect([found, asked]).toEqual([{ name: 'api.example.com', servers: nameServers }, []]);
  });

  test.each(['http://192.0.2.1/', 'http://[2001:db8::1]:8080/', 'http://localhost:3000/', 'https://api.example.org'])(
    'is nobody for %s',
    async (url) => {
      expect(await authorityOf({ url }, names())).toBeUndefined();
    },
  );
});
