"""Event source mappings, rules and schedules of templates have the state that the template says, and are called as AWS calls them.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-eventsourcemapping.html ("Enabled")
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-scheduler-schedule.html
https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EnableRule.html ("If the rule does not exist, the
operation fails"). The physical id of a rule on an event bus of one's own is `BUS|NAME`
(https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1131).
"""

import ministack.services.eventbridge as events
import ministack.services.lambda_svc as lambda_svc
import ministack.services.scheduler as scheduler
from ministack.core.responses import error_response_json
from patches.emulator import private, provisioners, wrap_resource

MAPPING = "AWS::Lambda::EventSourceMapping"
RULE = "AWS::Events::Rule"
SCHEDULE = "AWS::Scheduler::Schedule"
_KEPT = ("ScheduleExpressionTimezone", "StartDate", "EndDate", "KmsKeyArn")


def _follow(mapping_id, props):
    mapping = private(lambda_svc, "_esms").get(mapping_id)
    if mapping is None or "Enabled" not in props:
        return
    enabled = str(props["Enabled"]).lower() != "false"
    mapping["Enabled"] = enabled
    mapping["State"] = "Enabled" if enabled else "Disabled"


def _create_mapping(original, logical_id, props, stack_name):
    made = original(logical_id, props, stack_name)
    _follow(made[0], props)
    return made


def _update_mapping(original, physical_id, old_props, new_props, *rest):
    made = original(physical_id, old_props, new_props, *rest)
    _follow(made[0], new_props)
    return made


def _full_id(name, props):
    bus = private(provisioners, "_eb_rule_bus_name")(props)
    return name if bus == "default" else f"{bus}|{name}"


def _name(physical_id):
    return physical_id.rsplit("|", 1)[-1]


def _create_rule(original, logical_id, props, stack_name):
    name, attributes = original(logical_id, props, stack_name)
    return _full_id(name, props), attributes


def _update_rule(original, physical_id, old_props, new_props, *rest):
    name, attributes = original(_name(physical_id), old_props, new_props, *rest)
    return _full_id(name, new_props), attributes


def _delete_rule(original, physical_id, props):
    return original(_name(physical_id), props)


def _keep(name, props):
    schedule = private(scheduler, "_schedules").get(f"{props.get('GroupName', 'default')}/{name}")
    if schedule is not None:
        schedule.update({key: props[key] for key in _KEPT if key in props})


def _create_schedule(original, logical_id, props, stack_name):
    made = original(logical_id, props, stack_name)
    _keep(made[0], props)
    return made


def _update_schedule(original, physical_id, old_props, new_props, *rest):
    made = original(physical_id, old_props, new_props, *rest)
    _keep(made[0], new_props)
    return made


def _existing(original):
    def switch(data):
        name, bus = data.get("Name"), data.get("EventBusName") or "default"
        if private(events, "_rule_key")(name, bus) not in private(events, "_rules"):
            return error_response_json("ResourceNotFoundException", f"Rule {name} does not exist on EventBus {bus}.", 400)
        return original(data)

    return switch


def apply():
    wrap_resource(MAPPING, "create", _create_mapping)
    wrap_resource(MAPPING, "update", _update_mapping)
    wrap_resource(RULE, "create", _create_rule)
    wrap_resource(RULE, "update", _update_rule)
    wrap_resource(RULE, "delete", _delete_rule)
    wrap_resource(SCHEDULE, "create", _create_schedule)
    wrap_resource(SCHEDULE, "update", _update_schedule)
    for name in ("_enable_rule", "_disable_rule"):
        setattr(events, name, _existing(private(events, name)))
