import type {
  ListHostedZonesByNameRequest,
  ListResourceRecordSetsRequest,
  ListResourceRecordSetsCommandOutput as ListSetsOutput,
  ListHostedZonesByNameCommandOutput as ListZonesOutput,
  Route53Client,
  ResourceRecordSet as SdkRecordSet,
} from '@aws-sdk/client-route-53';
import { AwsError } from './ports.ts';
import type { HostedZone, RecordSet, Route53, RoutingPolicy } from './traffic-ports.ts';

type Sdk = typeof import('@aws-sdk/client-route-53');

/** The Route 53 port on the SDK. Its shapes end here. The package loads with the first call. */
export function createRoute53(client: () => Promise<Route53Client>): Route53 {
  async function call<T>(use: (client: Route53Client, sdk: Sdk) => Promise<T>): Promise<T> {
    const [sdk, route53] = await Promise.all([import('@aws-sdk/client-route-53'), client()]);
    return use(route53, sdk);
  }

  return {
    zone: (id) =>
      absentAsUndefined(
        call(async (route53, { GetHostedZoneCommand }) => {
          const { HostedZone: zone } = await route53.send(new GetHostedZoneCommand({ Id: id }));
          return zone && toZone(zone);
        }),
      ),

    zonesByName: (name) =>
      call(async (route53, { ListHostedZonesByNameCommand }) => {
        const wanted = plainName(name);
        const zones: HostedZone[] = [];
        let next: ListHostedZonesByNameRequest | undefined = { DNSName: name };
        while (next !== undefined) {
          const page: ListZonesOutput = await route53.send(new ListHostedZonesByNameCommand(next));
          const found = (page.HostedZones ?? []).map(toZone);
          zones.push(...found.filter((zone) => zone.name === wanted));
          // They come in the order of their names: after another name there are no more of ours.
          const more = page.IsTruncated === true && found.every((zone) => zone.name === wanted);
          next = more ? { DNSName: page.NextDNSName, HostedZoneId: page.NextHostedZoneId } : undefined;
        }
        return zones;
      }),

    recordSets: (zoneId, name) =>
      call(async (route53, { ListResourceRecordSetsCommand }) => {
        const wanted = plainName(name);
        const sets: RecordSet[] = [];
        let start: ListResourceRecordSetsRequest | undefined = { HostedZoneId: zoneId, StartRecordName: wanted };
        while (start !== undefined) {
          const page: ListSetsOutput = await route53.send(new ListResourceRecordSetsCommand(start));
          const found = (page.ResourceRecordSets ?? []).map(toRecordSet);
          sets.push(...found.filter((set) => set.name === wanted));
          const more = page.IsTruncated === true && found.every((set) => set.name === wanted);
          start = more
            ? {
                HostedZoneId: zoneId,
                StartRecordName: page.NextRecordName,
                StartRecordType: page.NextRecordType,
                StartRecordIdentifier: page.NextRecordIdentifier,
              }
            : undefined;
        }
        return sets;
      }),

    change: (zoneId, changes, comment) =>
      call(async (route53, { ChangeResourceRecordSetsCommand }) => {
        const { ChangeInfo } = await route53.send(
          new ChangeResourceRecordSetsCommand({
            HostedZoneId: zoneId,
            ChangeBatch: {
              Comment: comment,
              Changes: changes.map(({ action, set }) => ({ Action: action, ResourceRecordSet: fromRecordSet(set) })),
            },
          }),
        );
        return { id: (ChangeInfo?.Id ?? '').replace('/change/', '') };
      }),

    changeStatus: (id) =>
      absentAsUndefined(
        call(async (route53, { GetChangeCommand }) => {
          const { ChangeInfo } = await route53.send(new GetChangeCommand({ Id: id }));
          return ChangeInfo?.Status === 'INSYNC' ? 'INSYNC' : 'PENDING';
        }),
      ),
  };
}

/**
 * Lower case, without the last dot, with `*` as itself: Route 53 answers with escapes for everything but letters,
 * digits, hyphens and underscores (Developer Guide, "DNS domain name format").
 */
function plainName(name: string): string {
  return name
    .replaceAll(/\\(\d{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)))
    .replace(/\.$/, '')
    .toLowerCase();
}

function toZone(zone: {
  readonly Id: string | undefined;
  readonly Name: string | undefined;
  readonly Config?: { readonly PrivateZone?: boolean | undefined } | undefined;
}): HostedZone {
  return {
    id: (zone.Id ?? '').replace('/hostedzone/', ''),
    name: plainName(zone.Name ?? ''),
    private: zone.Config?.PrivateZone ?? false,
  };
}

function toRecordSet(set: SdkRecordSet): RecordSet {
  const { AliasTarget: alias } = set;
  return {
    name: plainName(set.Name ?? ''),
    type: set.Type ?? '',
    routing: routingOf(set),
    ...(set.SetIdentifier !== undefined && { setIdentifier: set.SetIdentifier }),
    ...(set.Weight !== undefined && { weight: set.Weight }),
    ...(set.Region !== undefined && { region: set.Region }),
    ...(set.TTL !== undefined && { ttl: set.TTL }),
    ...(set.ResourceRecords !== undefined &&
      set.ResourceRecords.length > 0 && { values: set.ResourceRecords.map(({ Value }) => Value ?? '') }),
    ...(alias !== undefined && {
      alias: {
        zoneId: alias.HostedZoneId ?? '',
        name: alias.DNSName ?? '',
        evaluateTargetHealth: alias.EvaluateTargetHealth ?? false,
      },
    }),
    ...(set.HealthCheckId !== undefined && { healthCheckId: set.HealthCheckId }),
    ...(set.TrafficPolicyInstanceId !== undefined && { trafficPolicyInstanceId: set.TrafficPolicyInstanceId }),
  };
}

function routingOf(set: SdkRecordSet): RoutingPolicy {
  if (set.Weight !== undefined) return 'weighted';
  if (set.Region !== undefined) return 'latency';
  if (set.GeoLocation !== undefined) return 'geolocation';
  if (set.GeoProximityLocation !== undefined) return 'geoproximity';
  if (set.Failover !== undefined) return 'failover';
  if (set.MultiValueAnswer !== undefined) return 'multivalue';
  return set.CidrRoutingConfig === undefined ? 'simple' : 'cidr';
}

/** Only weighted sets are ever written, so that is all it knows. */
function fromRecordSet(set: RecordSet): SdkRecordSet {
  return {
    Name: set.name,
    // The service knows more types than this version of its client.
    Type: set.type as SdkRecordSet['Type'],
    SetIdentifier: set.setIdentifier,
    Weight: set.weight,
    TTL: set.ttl,
    ResourceRecords: set.values?.map((Value) => ({ Value })),
    AliasTarget: set.alias && {
      HostedZoneId: set.alias.zoneId,
      DNSName: set.alias.name,
      EvaluateTargetHealth: set.alias.evaluateTargetHealth,
    },
    HealthCheckId: set.healthCheckId,
  };
}

async function absentAsUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
