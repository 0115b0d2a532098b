"""Replicas of `AWS::DynamoDB::GlobalTable`: the emulator makes the table in the stack's region alone.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-globaltable.html
"Replicas: Specifies the list of replicas for your global table. The list must contain at least one element, the region where the stack
defining the global table is deployed."
"""

import ministack.services.dynamodb as dynamodb
from patches.emulator import get_account_id, get_region, private, wrap_resource

_TYPE = "AWS::DynamoDB::GlobalTable"


def _regions(props):
    return [replica["Region"] for replica in props.get("Replicas") or []]


def _update(name, actions):
    table = private(dynamodb, "_tables")[name]
    failed = private(dynamodb, "_apply_replica_updates")(name, table, actions) if actions else None
    if failed is not None:
        raise ValueError(f"the replicas of {name} could not be changed: {failed}")


def _create(original, logical_id, props, stack_name):
    if get_region() not in _regions(props):
        raise ValueError("The Replicas section must contain an entry for the current region")
    name, attributes = original(logical_id, props, stack_name)
    _update(name, [{"Create": {"RegionName": region}} for region in _regions(props) if region != get_region()])
    return name, attributes


def _delete(original, name, props, *rest):
    for region in _regions(props):
        if region != get_region():
            private(dynamodb, "_tables").pop_scoped(get_account_id(), region, name, None)
    return original(name, props, *rest)


def apply():
    wrap_resource(_TYPE, "create", _create)
    wrap_resource(_TYPE, "delete", _delete)
