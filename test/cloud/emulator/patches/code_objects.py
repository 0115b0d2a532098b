"""Code that is not there fails the function or layer, as it does in Lambda.

The emulator deploys it all the same and answers every call with 200. The sentence is Lambda's:
https://github.com/aws-samples/aws-account-vending-machine/issues/23
"""

import ministack.services.lambda_svc as functions
import ministack.services.s3 as s3
from patches.emulator import new_uuid, private, wrap_resource


def _check(code, layer=False):
    bucket, key = code.get("S3Bucket"), code.get("S3Key")
    if not bucket or not key:
        return
    wrong_region = private(functions, "s3_code_region_message")(bucket, layer)
    if wrong_region:
        raise ValueError(_as_service(wrong_region))
    if bucket not in private(s3, "_buckets"):
        if private(s3, "_bucket_owner_account")(bucket) is not None:
            raise ValueError(_as_service(
                "Your access has been denied by S3, please make sure your request credentials have permission to "
                f"GetObject for {bucket}/{key}. S3 Error Code: AccessDenied. S3 Error Message: Access Denied"))
        raise ValueError(_as_service(
            "Error occurred while GetObject. S3 Error Code: NoSuchBucket. "
            "S3 Error Message: The specified bucket does not exist"))
    if private(s3, "_get_object_data")(bucket, key, version_id=code.get("S3ObjectVersion")) is None:
        raise ValueError(_as_service(
            "Error occurred while GetObject. S3 Error Code: NoSuchKey. "
            "S3 Error Message: The specified key does not exist."))


def _as_service(message):
    return f"{message} (Service: Lambda, Status Code: 400, Request ID: {new_uuid()})"


def apply():
    def create_function(original, logical_id, props, stack_name):
        _check(props.get("Code") or {})
        return original(logical_id, props, stack_name)

    def update_function(original, physical_id, old_props, new_props, *rest):
        if new_props.get("Code") != old_props.get("Code"):
            _check(new_props.get("Code") or {})
        return original(physical_id, old_props, new_props, *rest)

    def create_layer(original, logical_id, props, stack_name):
        _check(props.get("Content") or {}, layer=True)
        return original(logical_id, props, stack_name)

    wrap_resource("AWS::Lambda::Function", "create", create_function)
    wrap_resource("AWS::Lambda::Function", "update", update_function)
    wrap_resource("AWS::Lambda::LayerVersion", "create", create_layer)
