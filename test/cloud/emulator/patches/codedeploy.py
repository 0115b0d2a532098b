"""CodeDeploy for Lambda: applications and deployment groups as CloudFormation makes them, and the calls about deployments.

https://docs.aws.amazon.com/codedeploy/latest/APIReference/ (shapes and error codes),
https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html#deployment-configuration-lambda
(the predefined configurations). How a deployment runs is in `codedeploy_run`, who starts it in `codedeploy_alias`.
"""

import json
import time

import ministack.app as app
import ministack.core.iam_actions as iam_actions
import ministack.core.router as router
from ministack.core.responses import AccountRegionScopedDict
from patches import codedeploy_run
from patches.emulator import new_uuid, private, provisioners

APPLICATION = "AWS::CodeDeploy::Application"
GROUP = "AWS::CodeDeploy::DeploymentGroup"
_JSON = {"Content-Type": "application/x-amz-json-1.1"}

# Name -> properties; (application, group) -> properties; id -> deployment.
APPLICATIONS = AccountRegionScopedDict()
GROUPS = AccountRegionScopedDict()
DEPLOYMENTS = AccountRegionScopedDict()


class Refused(Exception):
    """An error code of the API with its message."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def _group(application, name):
    if application not in APPLICATIONS:
        raise Refused("ApplicationDoesNotExistException", f"No application found for name: {application}")
    if (application, name) not in GROUPS:
        raise Refused("DeploymentGroupDoesNotExistException", f"No Deployment Group found for name: {name}")
    return GROUPS[(application, name)]


def _deployment(body):
    found = DEPLOYMENTS.get(body.get("deploymentId"))
    if found is None:
        raise Refused("DeploymentDoesNotExistException",
                      f"The deployment {body.get('deploymentId')} could not be found")
    return found


def resource_of(body, region, account):
    """ARN of the deployment group that a call is checked against; "*" where it names none."""
    given = json.loads(body or b"{}")
    known = DEPLOYMENTS.get(given.get("deploymentId")) or {}
    application = known.get("application") or given.get("applicationName")
    group = known.get("group") or given.get("deploymentGroupName")
    if not application or not group:
        return "*"
    return f"arn:aws:codedeploy:{region}:{account}:deploymentgroup:{application}/{group}"


def _list_deployments(body):
    application, group = body.get("applicationName"), body.get("deploymentGroupName")
    if (application is None) != (group is None):
        raise Refused("DeploymentGroupNameRequiredException" if group is None else "ApplicationNameRequiredException",
                      "Application and deployment group are given together or not at all")
    if application is not None:
        _group(application, group)
    since = (body.get("createTimeRange") or {}).get("start") or 0
    found = [
        each for each in DEPLOYMENTS.values()
        if application is None or (each["application"], each["group"]) == (application, group)
    ]
    wanted = body.get("includeOnlyStatuses")
    found = [each for each in found if each["created"] >= since and (not wanted or each["status"] in wanted)]
    return {"deployments": [each["id"] for each in sorted(found, key=lambda each: -each["created"])]}


def _info(deployment):
    return {
        "applicationName": deployment["application"],
        "deploymentGroupName": deployment["group"],
        "deploymentConfigName": deployment["config"],
        "deploymentId": deployment["id"],
        "status": deployment["status"],
        "createTime": deployment["created"],
        "creator": deployment["creator"],
        "computePlatform": "Lambda",
        **({"completeTime": deployment["completed"]} if "completed" in deployment else {}),
        **({"errorInformation": deployment["error"]} if "error" in deployment else {}),
        **({"rollbackInfo": deployment["rollback"]} if "rollback" in deployment else {}),
        "revision": {"revisionType": "AppSpecContent", "appSpecContent": {"content": json.dumps(_app_spec(deployment))}},
    }


def _app_spec(deployment):
    """https://docs.aws.amazon.com/codedeploy/latest/userguide/application-specification-files.html"""
    alias = deployment["alias"]
    properties = {
        "Name": alias["function"], "Alias": alias["name"],
        "CurrentVersion": alias["current"], "TargetVersion": alias["target"],
    }
    return {
        "version": 0.0,
        "Resources": [{alias["function"]: {"Type": "AWS::Lambda::Function", "Properties": properties}}],
        "Hooks": [{event: function} for event, function in deployment["hooks"].items()],
    }


def _target_id(deployment):
    return f"{deployment['alias']['function']}:{deployment['alias']['name']}"


def _target(deployment):
    alias = deployment["alias"]
    return {
        "deploymentTargetType": "LambdaTarget",
        "lambdaTarget": {
            "deploymentId": deployment["id"],
            "targetId": _target_id(deployment),
            "status": {"Created": "Pending", "Stopped": "Failed"}.get(deployment["status"], deployment["status"]),
            "lastUpdatedAt": deployment["changed"],
            "lifecycleEvents": [
                {"lifecycleEventName": event["name"], "status": event["status"],
                 **{key: event[key] for key in ("startTime", "endTime") if key in event}}
                for event in deployment["events"]
            ],
            "lambdaFunctionInfo": {
                "functionName": alias["function"],
                "functionAlias": alias["name"],
                "currentVersion": alias["current"],
                "targetVersion": alias["target"],
                "targetVersionWeight": deployment["weight"],
            },
        },
    }


def _get_targets(body):
    deployment = _deployment(body)
    if any(each != _target_id(deployment) for each in body.get("targetIds") or []):
        raise Refused("DeploymentTargetDoesNotExistException", "The deployment target does not exist")
    return {"deploymentTargets": [_target(deployment)]}


def _stop(body):
    deployment = _deployment(body)
    if deployment["status"] in codedeploy_run.ENDED:
        raise Refused("DeploymentAlreadyCompletedException", f"The deployment {deployment['id']} is already completed")
    deployment["stop"] = True
    return {"status": "Pending", "statusMessage": "The deployment is being stopped"}


def _put_hook_status(body):
    deployment = _deployment(body)
    execution = body.get("lifecycleEventHookExecutionId")
    if deployment.get("hook_execution") != execution:
        raise Refused("InvalidLifecycleEventHookExecutionIdException", "The lifecycle event hook execution is not known")
    if body.get("status") not in ("Succeeded", "Failed"):
        raise Refused("InvalidLifecycleEventHookExecutionStatusException", "The status is Succeeded or Failed")
    deployment["hook_status"] = body["status"]
    return {"lifecycleEventHookExecutionId": execution}


_ACTIONS = {
    "ListApplications": lambda body: {"applications": list(APPLICATIONS.keys())},
    "ListDeploymentGroups": lambda body: {
        "applicationName": body["applicationName"],
        "deploymentGroups": [group for application, group in GROUPS.keys() if application == body["applicationName"]],
    },
    "GetDeploymentGroup": lambda body: {
        "deploymentGroupInfo": _group_info(body["applicationName"], body["deploymentGroupName"]),
    },
    "ListDeployments": _list_deployments,
    "GetDeployment": lambda body: {"deploymentInfo": _info(_deployment(body))},
    "BatchGetDeployments": lambda body: {
        "deploymentsInfo": [_info(DEPLOYMENTS[each]) for each in body["deploymentIds"] if each in DEPLOYMENTS],
    },
    "ListDeploymentTargets": lambda body: {"targetIds": [_target_id(_deployment(body))]},
    "BatchGetDeploymentTargets": _get_targets,
    "StopDeployment": _stop,
    "PutLifecycleEventHookExecutionStatus": _put_hook_status,
}


def _group_info(application, name):
    given = _group(application, name)
    alarms = given.get("AlarmConfiguration") or {}
    return {
        "applicationName": application,
        "deploymentGroupName": name,
        "deploymentConfigName": given.get("DeploymentConfigName", "CodeDeployDefault.LambdaAllAtOnce"),
        "serviceRoleArn": given.get("ServiceRoleArn", ""),
        "computePlatform": "Lambda",
        "alarmConfiguration": {
            "enabled": codedeploy_run.truth(alarms.get("Enabled")),
            "alarms": [{"name": each["Name"]} for each in alarms.get("Alarms") or []],
        },
    }


async def _handle(method, path, headers, body, query_params):
    action = headers.get("x-amz-target", "").rsplit(".", 1)[-1]
    handler = _ACTIONS.get(action)
    try:
        if handler is None:
            raise Refused("UnknownOperationException", f"The local CodeDeploy does not know {action}")
        return 200, dict(_JSON), json.dumps(handler(json.loads(body or b"{}"))).encode()
    except Refused as refused:
        headers = {**_JSON, "x-amzn-errortype": refused.code}
        return 400, headers, json.dumps({"__type": refused.code, "message": str(refused)}).encode()


def _create_application(logical_id, props, stack_name):
    name = props.get("ApplicationName") or private(provisioners, "_physical_name")(stack_name, logical_id, max_len=100)
    APPLICATIONS[name] = props
    return name, {"Id": new_uuid()}


def _delete_application(physical_id, props):
    APPLICATIONS.pop(physical_id, None)


def _create_group(logical_id, props, stack_name):
    name = props.get("DeploymentGroupName") or private(provisioners, "_physical_name")(
        stack_name, logical_id, max_len=100)
    return _put_group(name, props)


def _update_group(physical_id, old_props, new_props, stack_name, *_):
    # A property that the template no longer has stays as it is: https://github.com/aws/aws-cdk/issues/23307,
    # https://github.com/aws/serverless-application-model/issues/2452 (an empty AlarmConfiguration takes the alarms away).
    known = GROUPS.get((old_props.get("ApplicationName"), physical_id)) or {}
    kept = {name: known[name] for name in ("AlarmConfiguration",) if name in known}
    return _put_group(physical_id, {**kept, **new_props})


def _put_group(name, props):
    application = props.get("ApplicationName")
    config = props.get("DeploymentConfigName", "CodeDeployDefault.LambdaAllAtOnce")
    if application not in APPLICATIONS:
        raise ValueError(f"No application found for name: {application}")
    if codedeploy_run.steps_of(config) is None:
        raise ValueError(f"No Deployment Configuration found for name: {config}")
    GROUPS[(application, name)] = {**props, "created": time.time()}
    return name, {"Id": new_uuid()}


def _delete_group(physical_id, props):
    GROUPS.pop((props.get("ApplicationName"), physical_id), None)


def _forgetting(original):
    async def reset(path, method, query_params):
        if path == "/_ministack/reset":
            for store in (APPLICATIONS, GROUPS, DEPLOYMENTS):
                store.clear()
        return await original(path, method, query_params)

    return reset


def apply():
    handlers = private(provisioners, "_RESOURCE_HANDLERS")
    handlers[APPLICATION] = {"create": _create_application, "delete": _delete_application}
    handlers[GROUP] = {"create": _create_group, "update": _update_group, "delete": _delete_group}
    private(provisioners, "_REPLACING_PROPERTIES").update({
        APPLICATION: ("ApplicationName", "ComputePlatform"),
        GROUP: ("ApplicationName", "DeploymentGroupName"),
    })
    private(app, "SERVICE_HANDLERS")["codedeploy"] = _handle
    private(router, "SERVICE_PATTERNS")["codedeploy"] = {"target_prefixes": ["CodeDeploy_20141006"]}
    private(iam_actions, "SERVICE_TO_IAM_NAMESPACE")["codedeploy"] = "codedeploy"
    app._handle_admin_reset = _forgetting(private(app, "_handle_admin_reset"))
