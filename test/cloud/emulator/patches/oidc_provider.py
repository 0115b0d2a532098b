"""`AWS::IAM::OIDCProvider`, which the emulator's CloudFormation does not have.

Its Ref is the ARN, and an account has one provider for a URL: a second one fails the resource.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-oidcprovider.html
https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html (EntityAlreadyExists, 409)
"""

import ministack.services.iam as iam
from patches.emulator import get_account_id, new_uuid, now_iso, private, provisioners


def apply():
    providers = private(iam, "_oidc_providers")
    handlers = private(provisioners, "_RESOURCE_HANDLERS")

    def create(logical_id, props, stack_name):
        url = props.get("Url", "")
        arn = f"arn:aws:iam::{get_account_id()}:oidc-provider/{url.removeprefix('https://').rstrip('/')}"
        if arn in providers:
            raise ValueError(
                f"Provider with url {url} already exists. (Service: Iam, Status Code: 409, Request ID: {new_uuid()})")
        providers[arn] = {"Url": url, "Arn": arn, "CreateDate": now_iso(), "ThumbprintList": [], "ClientIDList": [], "Tags": []}
        return update(arn, {}, props, stack_name)

    def update(physical_id, old_props, new_props, *rest):
        providers[physical_id]["ClientIDList"] = list(new_props.get("ClientIdList", []))
        providers[physical_id]["ThumbprintList"] = list(new_props.get("ThumbprintList", []))
        return physical_id, {"Arn": physical_id}

    def delete(physical_id, props):
        providers.pop(physical_id, None)

    handlers["AWS::IAM::OIDCProvider"] = {"create": create, "update": update, "delete": delete}
