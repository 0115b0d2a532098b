import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Route53 } from '../../../src/aws/traffic-ports.ts';
import { identity } from './support/answers.ts';
import { awsAt, target } from './support/aws.ts';
import { type Answer, type Request, serve, type TestServer } from './support/server.ts';

const NS = 'xmlns="https://route53.amazonaws.com/doc/2013-04-01/"';
const xml = (root: string, inner: string): Answer => ({
  headers: { 'content-type': 'text/xml' },
  body: `<?xml version="1.0"?><${root} ${NS}>${inner}</${root}>`,
});
const set = (name: string, type: string, more: string) =>
  `<ResourceRecordSet><Name>${name}</Name><Type>${type}</Type>${more}</ResourceRecordSet>`;
const cname = (identifier: string) =>
  `<SetIdentifier>${identifier}</SetIdentifier><Weight>7</Weight><TTL>30</TTL><ResourceRecords><ResourceRecord><Value>x</Value></ResourceRecord></ResourceRecords>`;

let server: TestServer;
let answer: (request: Request, count: number) => Answer;
let route53: Route53;

beforeEach(async () => {
  server = await serve((request, count) =>
    request.action === 'GetCallerIdentity' ? identity('111111111111') : answer(request, count),
  );
  route53 = awsAt(server.url).aws.session(target({}, { region: 'eu-west-1' })).traffic.route53;
});
afterEach(() => server.close());

const asked = () => server.requests.filter(({ service }) => service === 'route53');

describe('Route 53', () => {
  test('is signed for us-east-1, whatever the region of the target', async () => {
    answer = () => xml('GetChangeResponse', '<ChangeInfo><Id>/change/C1</Id><Status>PENDING</Status></ChangeInfo>');
    expect(await route53.changeStatus('C1')).toBe('PENDING');
    expect(asked().map(({ region, path }) => `${region} ${path}`)).toEqual(['us-east-1 /2013-04-01/change/C1']);
  });

  test('gives the record sets of one name over all pages, as plain data', async () => {
    const pages = [
      `<ResourceRecordSets>${set('api.example.com.', 'CNAME', cname('a'))}</ResourceRecordSets><IsTruncated>true</IsTruncated><NextRecordName>api.example.com.</NextRecordName><NextRecordType>CNAME</NextRecordType><NextRecordIdentifier>b</NextRecordIdentifier>`,
      `<ResourceRecordSets>${set('api.example.com.', 'CNAME', cname('b'))}${set('www.example.com.', 'CNAME', cname('c'))}</ResourceRecordSets><IsTruncated>true</IsTruncated><NextRecordName>www.example.com.</NextRecordName>`,
    ];
    let page = 0;
    answer = () => xml('ListResourceRecordSetsResponse', `${pages[page++] ?? ''}<MaxItems>1</MaxItems>`);
    const sets = await route53.recordSets('Z1', 'api.example.com');
    expect(sets).toEqual(
      ['a', 'b'].map((setIdentifier) => ({
        name: 'api.example.com',
        type: 'CNAME',
        routing: 'weighted',
        setIdentifier,
        weight: 7,
        ttl: 30,
        values: ['x'],
      })),
    );
    expect(asked().map(({ query }) => query.get('identifier'))).toEqual([null, 'b']);
  });

  test('says names as people write them, and which routing policy a set has', async () => {
    const alias =
      '<AliasTarget><HostedZoneId>Z2</HostedZoneId><DNSName>d.example.net.</DNSName><EvaluateTargetHealth>true</EvaluateTargetHealth></AliasTarget>';
    const sets = [
      `<SetIdentifier>r</SetIdentifier><Region>eu-west-1</Region>${alias}`,
      `<SetIdentifier>g</SetIdentifier><GeoLocation><CountryCode>*</CountryCode></GeoLocation>${alias}`,
      `<SetIdentifier>f</SetIdentifier><Failover>PRIMARY</Failover>${alias}`,
      `<SetIdentifier>m</SetIdentifier><MultiValueAnswer>true</MultiValueAnswer>${alias}`,
      alias,
    ];
    answer = () =>
      xml(
        'ListResourceRecordSetsResponse',
        `<ResourceRecordSets>${sets.map((more) => set('\\052.Example.com.', 'A', more)).join('')}</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>9</MaxItems>`,
      );
    const found = await route53.recordSets('Z1', '*.example.com');
    expect(found.map(({ routing }) => routing)).toEqual(['latency', 'geolocation', 'failover', 'multivalue', 'simple']);
    expect(found[0]).toMatchObject({
      name: '*.example.com',
      region: 'eu-west-1',
      alias: { zoneId: 'Z2', name: 'd.example.net.', evaluateTargetHealth: true },
    });
  });

  test.each([
    ['conflict', "Tried to delete resource record set [name='a', type='A'] but it was not found"],
    ['conflict', "[name='a'] but the values provided do not match the current values"],
    ['conflict', 'Tried to create resource record set [name=a] but it already exists'],
    ['invalid', 'RRSet with DNS name a is not permitted in zone b'],
  ] as const)('a refused batch is of the kind %s: %s', async (kind, message) => {
    answer = () => ({
      status: 400,
      headers: { 'content-type': 'text/xml' },
      body: `<?xml version="1.0"?><ErrorResponse ${NS}><Error><Type>Sender</Type><Code>InvalidChangeBatch</Code><Message>[${message}]</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
    });
    await expect(route53.change('Z1', [], 'c')).rejects.toMatchObject({ kind, message: `[${message}]` });
  });

  test('knows no zone and no change that are not there', async () => {
    answer = ({ path }) => ({
      status: 404,
      headers: { 'content-type': 'text/xml' },
      body: `<?xml version="1.0"?><ErrorResponse ${NS}><Error><Code>${path.includes('change') ? 'NoSuchChange' : 'NoSuchHostedZone'}</Code><Message>no</Message></Error></ErrorResponse>`,
    });
    expect(await route53.zone('Z1')).toBeUndefined();
    expect(await route53.changeStatus('C1')).toBeUndefined();
  });
});
