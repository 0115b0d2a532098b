import { describe, expect, test } from '@jest/globals';
import { contactRule, fenceRule, measuringRule } from '../../../src/failover/contact-rules.ts';
import { partitionOf } from '../../../src/failover/partitions.ts';

const contact = (service: string, region: string, action: string) => ({ service, region, action });
const LOST = new Set(['eu-west-1']);

describe('until a failover is verified', () => {
  test.each([
    ['objects in the standby', contact('S3', 'eu-central-1', 'PutObject')],
    ['the account in the standby', contact('STS', 'eu-central-1', 'GetCallerIdentity')],
    ['us-east-1 as a standby like any other', contact('S3', 'us-east-1', 'PutObject')],
    ['heartbeats that arrived in the standby', contact('DynamoDB', 'eu-central-1', 'GetItem')],
    ['credentials of the machine', contact('169', '', 'credentials')],
    ['mappings in the standby', contact('Lambda', 'eu-central-1', 'UpdateEventSourceMapping')],
    ['rules in the standby', contact('EventBridge', 'eu-central-1', 'EnableRule')],
    ['schedules in the standby', contact('Scheduler', 'eu-central-1', 'UpdateSchedule')],
  ])('it may call %s', (_, call) => {
    expect(contactRule('stop-switch', 'aws', LOST)(call)).toBeUndefined();
  });

  test.each([
    ['the lost region', contact('S3', 'eu-west-1', 'GetObject'), 'eu-west-1 is being left'],
    ['credentials in the lost region', contact('portal', 'eu-west-1', 'credentials'), 'eu-west-1 is being left'],
    ['the global endpoint of STS', contact('STS', '', 'credentials'), 'the global endpoint of STS is in us-east-1'],
    ['Route 53', contact('Route53', 'us-east-1', 'ChangeResourceRecordSets'), 'does not need Route53'],
    ['an item of anybody', contact('DynamoDB', 'eu-central-1', 'PutItem'), 'does not need DynamoDB PutItem'],
    ['a metric of the lost region', contact('CloudWatch', 'eu-west-1', 'GetMetricData'), 'is being left'],
    ['a new bucket', contact('S3', 'eu-central-1', 'CreateBucket'), 'does not need S3 CreateBucket'],
    ['CloudFormation in the standby', contact('CloudFormation', 'eu-central-1', 'DescribeStacks'), 'does not need'],
    ['mappings in the lost region', contact('Lambda', 'eu-west-1', 'UpdateEventSourceMapping'), 'is being left'],
    ['lists of mappings', contact('Lambda', 'eu-central-1', 'ListEventSourceMappings'), 'does not need'],
    ['code of functions', contact('Lambda', 'eu-central-1', 'UpdateFunctionCode'), 'does not need Lambda'],
    ['metrics', contact('CloudWatch', 'eu-central-1', 'GetMetricData'), 'does not need CloudWatch'],
    ['a service that nobody thought of', contact('IAM', 'us-east-1', 'GetRole'), 'does not need IAM'],
  ])('it may not call %s', (_, call, why) => {
    expect(contactRule('stop-switch', 'aws', LOST)(call)).toContain(why);
  });

  test('weights may change Route 53, unless its region is the one that is left', () => {
    const change = contact('Route53', 'us-east-1', 'ChangeResourceRecordSets');
    expect(contactRule('weights', 'aws', LOST)(change)).toBeUndefined();
    expect(contactRule('weights', 'aws', new Set(['us-east-1']))(change)).toBe('us-east-1 is being left');
    expect(contactRule('weights', 'aws', LOST)(contact('Route53', 'us-east-1', 'DeleteHostedZone'))).toContain(
      'does not need',
    );
  });

  test('a graceful move may ask hooks and metrics, and nothing else more', () => {
    const rule = contactRule('stop-switch', 'aws', new Set(), true);
    expect(rule(contact('Lambda', 'eu-west-1', 'Invoke'))).toBeUndefined();
    expect(rule(contact('CloudWatch', 'eu-west-1', 'GetMetricData'))).toBeUndefined();
    expect(rule(contact('S3', 'eu-west-1', 'PutObject'))).toBeUndefined();
    expect(rule(contact('CloudWatch', 'eu-west-1', 'PutMetricData'))).toContain('does not need');
    expect(rule(contact('Route53', 'us-east-1', 'ChangeResourceRecordSets'))).toContain('does not need Route53');
  });
});

test('once users were seen to be served a region that was left may be asked for a metric, and for nothing else', () => {
  const rule = measuringRule('stop-switch', 'aws', LOST);
  expect(rule(contact('CloudWatch', 'eu-west-1', 'GetMetricData'))).toBeUndefined();
  expect(rule(contact('STS', 'eu-west-1', 'GetCallerIdentity'))).toBeUndefined();
  expect(rule(contact('CloudWatch', 'eu-west-1', 'PutMetricAlarm'))).toBe('eu-west-1 was left');
  expect(rule(contact('S3', 'eu-west-1', 'PutObject'))).toBe('eu-west-1 was left');
  expect(rule(contact('Route53', 'us-east-1', 'GetHostedZone'))).toContain('does not need Route53');
});

describe('fencing', () => {
  const rule = fenceRule(LOST);

  test('may ask the regions that were left, and nothing else of them than what it does', () => {
    expect(rule(contact('Lambda', 'eu-west-1', 'PutFunctionConcurrency'))).toBeUndefined();
    expect(rule(contact('S3', 'eu-west-1', 'PutObject'))).toBeUndefined();
    expect(rule(contact('S3', 'eu-west-1', 'DeleteObject'))).toBe('fencing does not need S3 DeleteObject');
    expect(rule(contact('Lambda', 'eu-west-1', 'DeleteFunction'))).toContain('does not need');
    expect(rule(contact('CloudFormation', 'eu-west-1', 'DeleteStack'))).toContain('does not need');
  });

  test('may ask nobody else', () => {
    expect(rule(contact('S3', 'eu-central-1', 'PutObject'))).toBe('eu-central-1 is not being fenced');
    expect(rule(contact('Route53', 'us-east-1', 'ChangeResourceRecordSets'))).toContain('not being fenced');
    expect(rule(contact('STS', '', 'credentials'))).toContain('us-east-1');
    expect(rule(contact('portal', 'eu-central-1', 'credentials'))).toBeUndefined();
  });

  test('is not allowed by the rule of the failover itself', () => {
    for (const mechanism of ['stop-switch', 'region-switch'] as const)
      expect(contactRule(mechanism, 'aws', LOST)(contact('Lambda', 'eu-west-1', 'PutFunctionConcurrency'))).toContain(
        'being left',
      );
  });
});

test('Region switch is asked by its mechanism alone', () => {
  const start = contact('ARCRegionSwitch', 'eu-central-1', 'StartPlanExecution');
  expect(contactRule('region-switch', 'aws', LOST)(start)).toBeUndefined();
  expect(contactRule('stop-switch', 'aws', LOST)(start)).toContain('does not need ARCRegionSwitch');
  expect(contactRule('region-switch', 'aws', LOST)(contact('ARCRegionSwitch', 'us-east-1', 'GetPlan'))).toContain(
    'does not need',
  );
});

describe('by partition', () => {
  type Kind = Parameters<typeof contactRule>[0];
  const rule = (partition: string | undefined, mechanism: Kind, ...lost: readonly string[]) =>
    contactRule(mechanism, partition, new Set(lost));
  const route53 = (region: string) => contact('Route53', region, 'ChangeResourceRecordSets');
  const controls = contact('Route53RecoveryCluster', '', 'UpdateRoutingControlStates');
  const accelerator = contact('GlobalAccelerator', '', 'UpdateEndpointGroup');
  const store = contact('CloudFrontKeyValueStore', 'global', 'PutKey');
  const regionSwitch = (region: string) => contact('ARCRegionSwitch', region, 'StartPlanExecution');

  test.each([
    ['aws', 'aws-cn', contact('S3', 'cn-north-1', 'PutObject')],
    ['aws', 'aws-us-gov', contact('STS', 'us-gov-west-1', 'AssumeRole')],
    ['aws', 'aws-us-gov', contact('portal', 'us-gov-west-1', 'credentials')],
    ['aws', 'aws-cn', route53('cn-northwest-1')],
    ['aws-cn', 'aws', contact('S3', 'eu-central-1', 'GetObject')],
    ['aws-cn', 'aws-us-gov', contact('Lambda', 'us-gov-east-1', 'Invoke')],
    ['aws-cn', 'aws', route53('us-east-1')],
    ['aws-us-gov', 'aws', contact('S3', 'us-east-1', 'PutObject')],
    // A region that this version does not know belongs where its name says.
    ['aws-us-gov', 'aws', contact('S3', 'eu-south-7', 'PutObject')],
  ])('in %s nothing of %s is called', (own, other, call) => {
    const why = `${call.region} is of the partition ${other}, and the environment is in regions of ${own}`;
    expect(rule(own, 'weights')(call)).toBe(why);
    expect(rule(other, 'weights')(call)).toBeUndefined();
  });

  test('in regions that no known partition has nothing of a known one is called', () => {
    expect(rule(undefined, 'stop-switch')(contact('S3', 'r1', 'PutObject'))).toBeUndefined();
    expect(rule(undefined, 'stop-switch')(contact('S3', 'us-east-1', 'PutObject'))).toContain(
      'that no known partition',
    );
  });

  test.each<[string, Kind, ReturnType<typeof contact>]>([
    ['aws-cn', 'arc-routing-control', controls],
    ['aws-us-gov', 'arc-routing-control', controls],
    ['aws-cn', 'weights', accelerator],
    ['aws-us-gov', 'weights', accelerator],
    ['aws-cn', 'weights', store],
    ['aws-us-gov', 'weights', store],
    ['aws-cn', 'region-switch', regionSwitch('cn-northwest-1')],
  ])('%s: %s may not call what is not there', (partition, mechanism, call) => {
    expect(rule(partition, mechanism)(call)).toBe(`the partition ${partition} does not have ${call.service}`);
    expect(
      rule('aws', mechanism)({ ...call, region: call.region.replace('cn-northwest-1', 'eu-west-1') }),
    ).toBeUndefined();
  });

  test('Region switch is in GovCloud too', () => {
    expect(rule('aws-us-gov', 'region-switch')(regionSwitch('us-gov-east-1'))).toBeUndefined();
  });

  test.each([
    ['aws', route53, 'us-east-1', 'us-west-2'],
    ['aws-us-gov', route53, 'us-gov-west-1', 'us-gov-east-1'],
    ['aws-cn', route53, 'cn-northwest-1', 'cn-north-1'],
    ['aws', (region: string) => ({ ...accelerator, region }), 'us-west-2', 'us-east-1'],
  ])('in %s a control plane is judged by its home, whatever region the call names', (partition, call, home, other) => {
    const { service } = call('');
    expect(rule(partition, 'weights', home)(call(''))).toBe(
      `the control plane of ${service} is in ${home}, which is being left`,
    );
    expect(rule(partition, 'weights', home)(call(other))).toContain(`is in ${home}, which is being left`);
    expect(rule(partition, 'weights', home)(call(home))).toBe(`${home} is being left`);
    expect(rule(partition, 'weights', other)(call(''))).toBeUndefined();
  });

  test('it is that of the regions that stay, and nothing else of the plan is asked for it', () => {
    const targets = [
      { name: 'a', region: 'eu-west-1', partition: 'aws-cn' },
      { name: 'b', region: 'us-gov-east-1', partition: 'aws' },
      { name: 'c', region: 'nowhere', partition: 'aws' },
    ];
    expect(partitionOf(['a'], targets)).toBe('aws');
    expect(partitionOf(['b', 'c'], targets)).toBe('aws-us-gov');
    expect(partitionOf(['c'], targets)).toBeUndefined();
  });
});
