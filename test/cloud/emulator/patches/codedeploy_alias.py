"""An alias with `UpdatePolicy: CodeDeployLambdaAliasUpdate` gets its new version by a deployment of CodeDeploy.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html ("Perform a CodeDeploy
deployment for a Lambda alias"): only where the version changes. Creating the alias deploys nothing. The stack waits for the
deployment; a failed one fails the alias with `d-… failed. ` and CodeDeploy's message as the handler's (recorded run named
in `codedeploy_run`). A second deployment in a group that has one: "A conflicting deployment is in progress"
(https://github.com/aws/serverless-application-model/issues/291).
Not known, and made so here: a stack update that is cancelled stops the deployment; CloudFormation's own stack rollback sets
the alias at once.
"""

import asyncio

from patches import codedeploy, codedeploy_run
from patches.emulator import engine, private

ALIAS = "AWS::Lambda::Alias"
_HOOKS = {"BeforeAllowTraffic": "BeforeAllowTrafficHook", "AfterAllowTraffic": "AfterAllowTrafficHook"}


def is_shifted(run, logical_id, old, new):
    """Whether this update of a resource goes through CodeDeploy."""
    if not policy_of(run, logical_id):
        return False
    return old.get("FunctionVersion") != new.get("FunctionVersion") and all(
        old.get(name) == new.get(name) for name in ("FunctionName", "Name"))


async def shift(run, logical_id, old, new):
    """Returns when the alias has its new version. Raises ValueError with CodeDeploy's reason."""
    policy = private(engine, "_resolve_refs")(
        policy_of(run, logical_id), run.resources, run.parameters, run.conditions, run.mappings, run.name, run.id)
    application, group = policy.get("ApplicationName"), policy.get("DeploymentGroupName")
    given = codedeploy.GROUPS.get((application, group))
    if given is None:
        raise ValueError(f"No Deployment Group found for name: {group}")
    running = [each for each in codedeploy.DEPLOYMENTS.values()
               if (each["application"], each["group"]) == (application, group)
               and each["status"] not in codedeploy_run.ENDED]
    if running:
        raise ValueError("A conflicting deployment is in progress")
    alias = {
        "function": _function_name(new["FunctionName"]), "name": new["Name"],
        "current": str(old["FunctionVersion"]), "target": str(new["FunctionVersion"]),
    }
    hooks = {event: policy[name] for event, name in _HOOKS.items() if isinstance(policy.get(name), str)}
    deployment = codedeploy_run.new_deployment(application, group, given, alias, hooks)
    codedeploy.DEPLOYMENTS[deployment["id"]] = deployment

    async def stop_with_stack():
        await run.stop.wait()
        deployment["stop"] = True

    watching = asyncio.ensure_future(stop_with_stack())
    try:
        await codedeploy_run.run(deployment, lambda failed: _back(failed, given))
    finally:
        watching.cancel()
    if deployment["status"] != "Succeeded":
        raise ValueError(f"{deployment['id']} failed. {deployment['error']['message']}")


def _back(failed, given):
    """The deployment of the way back, done already when it can be seen."""
    alias = {**failed["alias"], "current": failed["alias"]["target"], "target": failed["alias"]["current"]}
    back = codedeploy_run.new_deployment(failed["application"], failed["group"], given, alias, {}, "codeDeployRollback")
    back.update(status="Succeeded", completed=back["created"], weight=1.0, rollback={
        "rollbackTriggeringDeploymentId": failed["id"],
        "rollbackMessage": f"Deployment {back['id']} is triggered to roll back deployment {failed['id']}.",
    })
    for event in back["events"]:
        event["status"] = "Succeeded"
    codedeploy.DEPLOYMENTS[back["id"]] = back
    return back


def policy_of(run, logical_id):
    """Its `CodeDeployLambdaAliasUpdate`; None for everything else."""
    definition = run.definitions[logical_id]
    if definition.get("Type") != ALIAS:
        return None
    return (definition.get("UpdatePolicy") or {}).get("CodeDeployLambdaAliasUpdate")


def _function_name(reference):
    return reference.split(":function:")[-1].split(":")[0] if reference.startswith("arn:") else reference


def apply():
    """Nothing to patch: used by the work on one resource."""
