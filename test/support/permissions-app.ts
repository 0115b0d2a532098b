import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PlainApp, plainApp } from './plain-app.ts';

/** A custom resource that does as it is told; `Fail` as in the fixture `failing`, and `one-way`: nothing follows it. */
const FRAGILE = `
import json
import urllib.request

def handler(event, context):
    kind = event["RequestType"]
    fail = event["ResourceProperties"].get("Fail")
    before = event.get("OldResourceProperties", {}).get("Fail")
    failed = (kind == "Delete" and fail == "delete") or (
        kind != "Delete" and (fail in ("always", "stuck") or before in ("stuck", "one-way")))
    body = json.dumps({
        "Status": "FAILED" if failed else "SUCCESS",
        "Reason": "The part is broken: Fail is " + str(fail),
        "PhysicalResourceId": event.get("PhysicalResourceId", "fragile"),
        "StackId": event["StackId"],
        "RequestId": event["RequestId"],
        "LogicalResourceId": event["LogicalResourceId"],
    }).encode()
    urllib.request.urlopen(urllib.request.Request(
        event["ResponseURL"], data=body, method="PUT", headers={"Content-Type": ""}))
`;

/**
 * An application that leads a deployment everywhere a policy matters: both transforms of AWS, code of more than one part
 * of a multipart upload, a nested stack, and parameters that let the stack (`Fail`), what it nests (`InnerFail`) or
 * early validation (`Taken`: name of a bucket that is there already) fail.
 */
export const permissionsTemplate = `AWSTemplateFormatVersion: '2010-09-09'
Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Parameters:
  Mark: { Type: String }
  Fail: { Type: String, Default: never }
  InnerFail: { Type: String, Default: never }
  Taken: { Type: String, Default: '' }
Conditions:
  Clash: !Not [!Equals [!Ref Taken, '']]
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties: { DisplayName: !Ref Mark }
  Bucket:
    Type: AWS::S3::Bucket
    Condition: Clash
    Properties: { BucketName: !Ref Taken }
  FragileFunction:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: src/, Handler: index.handler, Runtime: python3.12, Timeout: 30 }
  Child:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: child.yaml
      Parameters: { Mark: !Ref Mark, Fail: !Ref InnerFail, Service: !GetAtt FragileFunction.Arn }
  Fragile:
    Type: Custom::Fragile
    DependsOn: Child
    Properties: { ServiceToken: !GetAtt FragileFunction.Arn, Fail: !Ref Fail }
`;

const CHILD = `Parameters:
  Mark: { Type: String }
  Fail: { Type: String }
  Service: { Type: String }
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties: { DisplayName: !Ref Mark }
  Inner:
    Type: Custom::Fragile
    Properties: { ServiceToken: !Ref Service, Fail: !Ref Fail }
`;

/** @param paddingMiB of code that does not get smaller when it is packed */
export function permissionsApp(paddingMiB: number): PlainApp {
  const app = plainApp(permissionsTemplate);
  app.write('child.yaml', CHILD);
  mkdirSync(join(app.folder, 'src'));
  app.write('src/index.py', FRAGILE);
  writeFileSync(join(app.folder, 'src/padding'), randomBytes(paddingMiB * 1024 * 1024));
  return app;
}
