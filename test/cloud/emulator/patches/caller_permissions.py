"""Without a service role CloudFormation makes resources with the rights of who called it.

"If you don't specify a service role, CloudFormation uses the credentials of the caller":
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
Here for buckets and their policies, which a deployment makes under its own name; which permissions the handlers ask for
is in the schemas of AWS::S3::Bucket and AWS::S3::BucketPolicy (`handlers.create.permissions`), by property.
"""

import ministack.services.s3 as s3
from patches.emulator import new_uuid, private, provisioners, service, wrap_resource
from patches.permissions import caller_may

_BY_PROPERTY = {
    "PublicAccessBlockConfiguration": "s3:PutBucketPublicAccessBlock",
    "BucketEncryption": "s3:PutEncryptionConfiguration",
    "VersioningConfiguration": "s3:PutBucketVersioning",
    "Tags": "s3:PutBucketTagging",
}


def _refuse(action, bucket):
    raise ValueError(
        f"Access Denied: the caller is not authorized to perform: {action} on resource: arn:aws:s3:::{bucket} "
        "(Service: S3, Status Code: 403)")


def _ask(stack_name, bucket, actions):
    stack = private(service, "_stacks").get(stack_name) or {}
    if stack.get("RoleARN"):
        return
    for action in actions:
        if not caller_may(action, f"arn:aws:s3:::{bucket}"):
            _refuse(action, bucket)


def apply():
    buckets = private(s3, "_buckets")
    seed = private(provisioners, "_NAME_SEED")
    physical_name = private(provisioners, "_physical_name")

    def create_bucket(original, logical_id, props, stack_name):
        if not seed.get():
            # As the emulator would do itself, only early enough to know the name.
            seed.set(new_uuid()[:8])
        name = props.get("BucketName") or physical_name(stack_name, logical_id, lowercase=True, max_len=63)
        if name not in buckets:
            asked = [action for key, action in _BY_PROPERTY.items() if props.get(key)]
            _ask(stack_name, name, ["s3:CreateBucket", *asked])
        return original(logical_id, props, stack_name)

    def create_policy(original, logical_id, props, stack_name):
        _ask(stack_name, props.get("Bucket", ""), ["s3:GetBucketPolicy", "s3:PutBucketPolicy"])
        return original(logical_id, props, stack_name)

    wrap_resource("AWS::S3::Bucket", "create", create_bucket)
    wrap_resource("AWS::S3::BucketPolicy", "create", create_policy)
