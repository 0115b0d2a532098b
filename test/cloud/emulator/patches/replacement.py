"""Which properties replace a resource, for types the emulator gets wrong or does not know.

Without this a changed key schema empties a DynamoDB table under its own name, and changes of most types are reported
as `Conditional`. From "Update requires" of each property in the template reference:
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
"""

from patches.emulator import private, provisioners

_REPLACING = {
    "AWS::ApiGateway::Deployment": ("RestApiId",),
    "AWS::ApiGateway::RestApi": (),
    "AWS::ApiGateway::Stage": ("RestApiId", "StageName"),
    "AWS::ApiGatewayV2::Api": ("ProtocolType",),
    "AWS::ApiGatewayV2::Stage": ("ApiId", "StageName"),
    "AWS::CloudFormation::Stack": (),
    "AWS::CloudWatch::Alarm": ("AlarmName",),
    "AWS::DynamoDB::GlobalTable": ("TableName", "KeySchema", "LocalSecondaryIndexes"),
    "AWS::DynamoDB::Table": ("TableName", "ImportSourceSpecification", "KeySchema", "LocalSecondaryIndexes"),
    "AWS::Events::EventBus": ("Name",),
    "AWS::Events::Rule": ("Name", "EventBusName"),
    "AWS::IAM::Policy": (),
    "AWS::KMS::Key": (),
    "AWS::Kinesis::Stream": ("Name",),
    "AWS::Lambda::Alias": ("FunctionName", "Name"),
    "AWS::Lambda::Version": ("FunctionName", "CodeSha256", "Description"),
    "AWS::Logs::LogGroup": ("LogGroupName",),
    "AWS::S3::Bucket": ("BucketName",),
    "AWS::S3::BucketPolicy": ("Bucket",),
    "AWS::SNS::TopicPolicy": (),
    "AWS::SQS::QueuePolicy": (),
    "AWS::SecretsManager::Secret": ("Name",),
}
_CONDITIONALLY = {
    "AWS::DynamoDB::Table": ("AttributeDefinitions",),
    "AWS::DynamoDB::GlobalTable": ("AttributeDefinitions",),
}


def apply():
    private(provisioners, "_REPLACING_PROPERTIES").update(_REPLACING)
    private(provisioners, "_CONDITIONALLY_REPLACING_PROPERTIES").update(_CONDITIONALLY)
