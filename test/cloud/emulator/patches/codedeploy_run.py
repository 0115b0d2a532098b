"""One deployment of CodeDeploy to a Lambda alias: hooks, traffic in steps, alarms, and the way back.

https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html#appspec-hooks-lambda:
the lifecycle events and how a hook reports (one hour, else it has failed).
https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-stop.html and `monitoring-create-alarms.html` there: an
alarm of the group in ALARM stops a deployment, also one that was in ALARM before
(https://github.com/aws/serverless-application-model/issues/716). What API, alias and stack show then follows a recorded run
of `sam deploy` (public notes "SAM canary deployment with alarm rollback", 2026-08-08): status `Stopped`, `AllowTraffic`
`Failed`, the alias back on its version without weights by a second deployment, and the sentences used here. That a failed
hook is told the same way is assumed; its sentence is CodeDeploy's for ECS.
A minute of CodeDeploy takes `shiftMinuteSeconds` of the `timing` route.
"""

import asyncio
import re
import time

import ministack.services.cloudwatch as cloudwatch
import ministack.services.lambda_svc as lambda_svc
from patches import timing
from patches.emulator import new_uuid, private

EVENTS = ("BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic")
ENDED = ("Succeeded", "Failed", "Stopped")
_TICK_SECONDS = 0.02
_HOOK_MINUTES = 60
_CONFIG = re.compile(r"^CodeDeployDefault\.Lambda(?:AllAtOnce|(Canary|Linear)10Percent(?:Every)?(\d+)Minutes?)$")
# What `AutoRollbackConfiguration` calls it.
_CAUSES = {"ALARM_ACTIVE": "DEPLOYMENT_STOP_ON_ALARM", "MANUAL_STOP": "DEPLOYMENT_STOP_ON_REQUEST"}
_CANARY, _LINEAR = (5, 10, 15, 30), (1, 2, 3, 10)


class Halted(Exception):
    """The deployment goes no further."""

    def __init__(self, status, code, message):
        super().__init__(message)
        self.status = status
        self.code = code
        self.cause = _CAUSES.get(code, "DEPLOYMENT_FAILURE")


def truth(value):
    return value is True or str(value).lower() == "true"


def steps_of(config):
    """(percent, minutes until the next step) of a predefined configuration; None for one that does not exist."""
    found = _CONFIG.match(config)
    if found is None:
        return None
    kind, minutes = found[1], int(found[2] or 0)
    if kind is None:
        return [(100, 0)]
    if minutes not in (_CANARY if kind == "Canary" else _LINEAR) or ("Every" in config) != (kind == "Linear"):
        return None
    if kind == "Canary":
        return [(10, minutes), (100, 0)]
    return [(percent, minutes if percent < 100 else 0) for percent in range(10, 101, 10)]


def new_deployment(application, group, given, alias, hooks, creator="user"):
    now = time.time()
    return {
        "id": f"d-{new_uuid().replace('-', '').upper()[:9]}",
        "application": application, "group": group, "alias": alias, "hooks": hooks, "creator": creator,
        "config": given.get("DeploymentConfigName", "CodeDeployDefault.LambdaAllAtOnce"),
        "alarms": _alarm_names(given), "rolls_back_on": _rolls_back_on(given),
        "status": "Created", "created": now, "changed": now, "weight": 0.0,
        "events": [{"name": name, "status": "Pending"} for name in EVENTS],
    }


def _alarm_names(given):
    configured = given.get("AlarmConfiguration") or {}
    return [each["Name"] for each in configured.get("Alarms") or []] if truth(configured.get("Enabled")) else []


def _rolls_back_on(given):
    configured = given.get("AutoRollbackConfiguration") or {}
    return configured.get("Events") or [] if truth(configured.get("Enabled")) else []


async def run(deployment, roll_back):
    """Runs it to its end. `roll_back(deployment)` makes the deployment that takes the traffic back."""
    deployment["status"] = "InProgress"
    try:
        _check_current(deployment)
        for event in deployment["events"]:
            event.update(status="InProgress", startTime=time.time())
            deployment["changed"] = time.time()
            if event["name"] == "AllowTraffic":
                await _allow_traffic(deployment)
            else:
                await _hook(deployment, event["name"])
            event.update(status="Succeeded", endTime=time.time())
        _end(deployment, "Succeeded")
    except Halted as problem:
        for event in deployment["events"]:
            if event["status"] == "InProgress":
                event.update(status="Failed", endTime=time.time())
            elif event["status"] == "Pending":
                event["status"] = "Skipped"
        deployment["error"] = {"code": problem.code, "message": str(problem)}
        if problem.cause in deployment["rolls_back_on"]:
            back = roll_back(deployment)
            set_alias(deployment["alias"], deployment["alias"]["current"])
            deployment["weight"] = 0.0
            deployment["rollback"] = {
                "rollbackDeploymentId": back["id"],
                "rollbackMessage": f"Deployment {deployment['id']} terminated. Automatic rollback is triggered with a "
                                   f"DeploymentId {back['id']}.",
            }
        _end(deployment, problem.status)


def _end(deployment, status):
    deployment.update(status=status, completed=time.time(), changed=time.time())


def _check_current(deployment):
    alias = find_alias(deployment["alias"])
    if alias is None or alias["FunctionVersion"] != deployment["alias"]["current"]:
        raise Halted(
            "Failed", "INVALID_LAMBDA_CONFIGURATION",
            "The deployment failed because the AppSpec file that specifies the AWS Lambda deployment configuration is "
            "missing or has an invalid configuration. The Lambda function alias version does not match the current "
            "version in AppSpec file.")


async def _allow_traffic(deployment):
    alias = deployment["alias"]
    for percent, minutes in steps_of(deployment["config"]):
        _check(deployment)
        deployment.update(weight=percent / 100, changed=time.time())
        if percent == 100:
            set_alias(alias, alias["target"])
        else:
            set_alias(alias, alias["current"], {alias["target"]: percent / 100})
        await _watch(deployment, minutes, lambda: False)


async def _hook(deployment, name):
    _check(deployment)
    function = deployment["hooks"].get(name)
    if not function:
        return
    deployment.update(hook_execution=new_uuid(), hook_status=None)
    event = {"DeploymentId": deployment["id"], "LifecycleEventHookExecutionId": deployment["hook_execution"]}
    status, _, _ = await private(lambda_svc, "_invoke")(function, event, {"x-amz-invocation-type": "Event"})
    if status < 400:
        await _watch(deployment, _HOOK_MINUTES, lambda: deployment["hook_status"])
    if deployment["hook_status"] != "Succeeded":
        raise Halted("Failed", "HOOK_EXECUTION_FAILURE",
                     "The deployment failed because one or more of the lifecycle event validation functions failed.")


async def _watch(deployment, minutes, done):
    """Waits; stops the deployment when it is told to, or when an alarm fires."""
    passing = timing.Passing("shiftMinuteSeconds")
    while passing.passed() < minutes and not done():
        await asyncio.sleep(min(_TICK_SECONDS, passing.seconds_to(minutes)))
        _check(deployment)


def _check(deployment):
    if deployment.get("stop"):
        raise Halted("Stopped", "MANUAL_STOP", "The deployment was stopped on request.")
    if not deployment["alarms"]:
        return
    private(cloudwatch, "_evaluate_all_alarms")()
    stores = [private(cloudwatch, "_alarms"), private(cloudwatch, "_composite_alarms")]
    firing = [
        name for name in deployment["alarms"]
        if any((store.get(name) or {}).get("StateValue") == "ALARM" for store in stores)
    ]
    if firing:
        raise Halted(
            "Stopped", "ALARM_ACTIVE",
            "One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the "
            f"affected deployments have been stopped. Activated alarms: {' '.join(f'<{name}>' for name in firing)}")


def find_alias(alias):
    function = private(lambda_svc, "_functions").get(alias["function"]) or {}
    return (function.get("aliases") or {}).get(alias["name"])


def set_alias(alias, version, weights=None):
    routing = {"AdditionalVersionWeights": weights or {}}
    private(lambda_svc, "_update_alias")(
        alias["function"], alias["name"], {"FunctionVersion": version, "RoutingConfig": routing})
