import { giveLeasesBack, records } from '../policy/buckets.ts';
import type { CommandPermissions } from '../policy/statement.ts';
import { trafficDriver } from '../policy/traffic.ts';

/** What `failover` needs: what is kept in the buckets, and the traffic driver where that is the mechanism. */
export const failoverPermissions: CommandPermissions = (subject) => [
  records(['s3:GetObject', 's3:PutObject'], subject),
  giveLeasesBack(subject),
  ...trafficDriver(subject),
];
