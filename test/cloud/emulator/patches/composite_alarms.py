"""`AWS::CloudWatch::CompositeAlarm`, which the emulator does not make from templates.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-compositealarm.html: `Ref` is
the name of the alarm, which replaces it when it changes; `Arn` is an attribute. What the rule may name is checked by
PutCompositeAlarm: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html.
"""

import json

import ministack.services.cloudwatch as cloudwatch
from patches.emulator import new_uuid, private, provisioners


def _put(name, props):
    data = {**props, "AlarmName": name}
    if "ActionsEnabled" in data:
        data["ActionsEnabled"] = str(data["ActionsEnabled"]).lower() == "true"
    status, _, body = private(cloudwatch, "_put_composite_alarm")({}, data, False, True)
    if status >= 400:
        raise ValueError(json.loads(body).get("message") or json.loads(body).get("Message"))
    return name, {"Arn": private(cloudwatch, "_composite_alarms")[name]["AlarmArn"]}


def _create(logical_id, props, stack_name):
    return _put(props.get("AlarmName") or f"{stack_name}-{logical_id}-{new_uuid()[:12].upper()}", props)


def _update(physical_id, old_props, new_props, *rest):
    name = new_props.get("AlarmName") or physical_id
    made = _put(name, new_props)
    if name != physical_id:
        _delete(physical_id, old_props)
    return made


def _delete(physical_id, props):
    private(cloudwatch, "_composite_alarms").pop(physical_id, None)


def apply():
    handlers = private(provisioners, "_RESOURCE_HANDLERS")
    handlers["AWS::CloudWatch::CompositeAlarm"] = {"create": _create, "update": _update, "delete": _delete}
