"""Template URLs in every form of S3: `https://bucket.s3.region.amazonaws.com/key` and `https://s3.region.amazonaws.com/bucket/key`.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html. A URL of another host is not one of S3:
the emulator's own (`http://127.0.0.1:PORT/bucket/key`, as packaging writes under an endpoint override) also works.
An object that is not there answers `S3 error: The specified key does not exist.`
"""

import re
from urllib.parse import unquote, urlparse

import ministack.services.s3 as s3
from patches.emulator import error, helpers, parameter, private, replace

_VIRTUAL_HOST = re.compile(r"^(?P<bucket>[a-z0-9][a-z0-9.-]+)\.s3[.-](?:dualstack\.)?(?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?$")
_PATH_STYLE_HOST = re.compile(r"^s3[.-](?:dualstack\.)?(?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?$")
_MORE = "\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"


def bucket_and_key(url):
    """(bucket, key) of a URL of an S3 object, or None."""
    parsed = urlparse(url)
    host = parsed.hostname or ""
    path = unquote(parsed.path.lstrip("/"))
    if parsed.scheme == "s3":
        return host, path
    if parsed.scheme not in ("http", "https"):
        return None
    virtual = _VIRTUAL_HOST.match(host)
    if virtual and not _PATH_STYLE_HOST.match(host):
        return virtual["bucket"], path
    if _PATH_STYLE_HOST.match(host) or not host.endswith(("amazonaws.com", "amazonaws.com.cn")):
        bucket, _, key = path.partition("/")
        return (bucket, key) if key else None
    return None


def apply():
    def resolve(original):
        def resolve_document(params, body_key, url_key, label):
            url = parameter(params, url_key)
            if parameter(params, body_key) or not url:
                return original(params, body_key, url_key, label)
            found = bucket_and_key(url)
            if found is None:
                return None, error("ValidationError", f"{url_key} must be a supported URL.")
            bucket, key = found
            if bucket not in private(s3, "_buckets"):
                if private(s3, "_bucket_owner_account")(bucket) is not None:
                    return None, error("ValidationError", f"S3 error: Access Denied{_MORE}")
                return None, error("ValidationError", f"S3 error: The specified bucket does not exist{_MORE}")
            if private(s3, "_get_object_data")(bucket, key) is None:
                return None, error("ValidationError", f"S3 error: The specified key does not exist.{_MORE}")
            if key.startswith("/"):
                return original(params, body_key, url_key, label)
            return original({**params, url_key: [f"https://s3/{bucket}/{key}"]}, body_key, url_key, label)

        return resolve_document

    replace(helpers, "_resolve_document", resolve)
