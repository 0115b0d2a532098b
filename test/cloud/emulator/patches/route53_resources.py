"""`AWS::Route53::HealthCheck` and `AWS::Route53::RecordSetGroup`, which the emulator does not make from templates.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-route53-healthcheck.html
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-route53-recordsetgroup.html
"""

import ministack.services.route53 as route53
from patches.emulator import new_uuid, private, provisioners

_NUMBERS = ("Port", "RequestInterval", "FailureThreshold", "HealthThreshold")
_BOOLEANS = ("Inverted", "EnableSNI", "Disabled", "MeasureLatency")


def _config(props):
    config = dict(props.get("HealthCheckConfig") or {})
    for name in _NUMBERS:
        if name in config:
            config[name] = int(config[name])
    for name in _BOOLEANS:
        if name in config:
            config[name] = str(config[name]).lower() == "true"
    return config


def _create_check(logical_id, props, stack_name):
    check_id = new_uuid()
    private(route53, "_health_checks")[check_id] = {
        "id": check_id, "caller_reference": check_id, "config": _config(props), "version": 1}
    return check_id, {"HealthCheckId": check_id}


def _update_check(physical_id, old_props, new_props, *rest):
    private(route53, "_health_checks")[physical_id]["config"] = _config(new_props)
    return physical_id, {"HealthCheckId": physical_id}


def _delete_check(physical_id, props):
    private(route53, "_health_checks").pop(physical_id, None)


def _sets(props):
    zone = {name: props[name] for name in ("HostedZoneId", "HostedZoneName") if name in props}
    return [{**zone, **record_set} for record_set in props.get("RecordSets") or []]


def _create_group(logical_id, props, stack_name):
    for record_set in _sets(props):
        private(provisioners, "_r53_record_set_create")(logical_id, record_set, stack_name)
    return f"{stack_name}-{logical_id}", {}


def _delete_group(physical_id, props):
    for record_set in _sets(props):
        private(provisioners, "_r53_record_set_delete")("", record_set)


def _update_group(physical_id, old_props, new_props, *rest):
    _delete_group(physical_id, old_props)
    _create_group("", new_props, "")
    return physical_id, {}


def apply():
    handlers = private(provisioners, "_RESOURCE_HANDLERS")
    handlers["AWS::Route53::HealthCheck"] = {
        "create": _create_check, "update": _update_check, "delete": _delete_check}
    handlers["AWS::Route53::RecordSetGroup"] = {
        "create": _create_group, "update": _update_group, "delete": _delete_group}
