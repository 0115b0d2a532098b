"""A bucket with objects (or versions of objects) is not deleted by its stack.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-s3-bucket.html: "You can only delete
empty buckets. Deletion fails for buckets that have contents."
"""

import ministack.services.s3 as s3
from patches.emulator import new_uuid, private, wrap_resource


def apply():
    def delete(original, physical_id, props):
        bucket = private(s3, "_buckets").get(physical_id)
        if bucket and (bucket["objects"] or private(s3, "_bucket_has_versions")(physical_id)):
            raise ValueError(
                "The bucket you tried to delete is not empty (Service: S3, Status Code: 409, "
                f"Request ID: {new_uuid()[:16].upper()})")
        return original(physical_id, props)

    wrap_resource("AWS::S3::Bucket", "delete", delete)

