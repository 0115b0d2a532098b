"""Names that CloudFormation generates differ between regions, and a role's given name is unique in its account.

AWS ends generated names in a random suffix, so stacks of one name in two regions get different IAM roles (IAM is
global). The emulator derives the suffix from stack and logical id only: the second region would overwrite the
roles of the first. A role that exists under a given name fails the resource:
https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html (EntityAlreadyExists, 409).
"""

import ministack.services.iam as iam
from patches.emulator import get_account_id, get_region, new_uuid, private, provisioners, replace, wrap_resource


def apply():
    seed = private(provisioners, "_NAME_SEED")
    roles = private(iam, "_roles")

    def with_region(original):
        def physical_name(stack_name, logical_id, **options):
            own = seed.get() if options.get("seeded", True) else ""
            token = seed.set(f"{own}{get_account_id()}{get_region()}")
            try:
                return original(stack_name, logical_id, **{**options, "seeded": True})
            finally:
                seed.reset(token)

        return physical_name

    replace(provisioners, "_physical_name", with_region)

    def create_role(original, logical_id, props, stack_name):
        name = props.get("RoleName")
        if name and name in roles:
            raise ValueError(
                f"Role with name {name} already exists. (Service: Iam, Status Code: 409, Request ID: {new_uuid()})"
            )
        return original(logical_id, props, stack_name)

    wrap_resource("AWS::IAM::Role", "create", create_role)
