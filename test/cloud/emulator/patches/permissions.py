"""Which resource CloudFormation (and GetChange of Route 53) asks a permission for, and a record of what was asked for.

Service authorization reference, "Actions, resources, and condition keys for AWS CloudFormation":
https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html
CreateChangeSet, DescribeChangeSet, ExecuteChangeSet and DeleteChangeSet have the resource type `stack*` and the
condition key `cloudformation:ChangeSetName`; DescribeEvents has `changeset` and `stack`. The emulator asks for `*` where
a call names a change set by its ARN alone. Calls about deployments of CodeDeploy are asked for on their deployment group:
https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html

`POST /_patch/permissions/asked`, `/_patch/permissions/may` and `/_patch/permissions/decide` answer what was asked, what
a role may do, and what policies would decide: all with the evaluation that calls themselves go through.
"""

import contextvars
from collections import deque
from dataclasses import replace

from ministack.core import iam_actions, iam_evaluator
from patches import codedeploy
from patches.control import route
from patches.emulator import changesets, private, resolve_stack

_evaluate = private(iam_evaluator, "evaluate")
_evaluate_resource_policy = private(iam_evaluator, "evaluate_resource_policy")
_extract = private(iam_actions, "extract_resource_arn")
_denied = private(iam_actions, "access_denied_response")
_lambda = private(iam_actions, "_lambda_action")
# The emulator takes one alias, or one event source mapping, for the list of them.
_ONE_MAPPING = {
    "GET": "GetEventSourceMapping", "PUT": "UpdateEventSourceMapping", "DELETE": "DeleteEventSourceMapping",
}
_ONE_ALIAS = {"GET": "GetAlias", "PUT": "UpdateAlias", "DELETE": "DeleteAlias"}
_asked = deque(maxlen=50_000)
_name = contextvars.ContextVar("change_set_name", default=None)
_of_resource = contextvars.ContextVar("of_resource", default=False)
#: (context, policies, limits) of the call that is being answered; work that it started in the background inherits it.
_caller = contextvars.ContextVar("caller", default=None)
# A change set that is gone was one of its stack all the same.
_stack_of = {}


def _resource(query, region, account):
    """ARN that a call of CloudFormation is checked against; "*" for one that names nothing."""
    change_set, stack = query("ChangeSetName"), query("StackName")
    _name.set(change_set.split("/")[1] if change_set.startswith("arn:") else change_set or None)
    if stack.startswith("arn:"):
        return stack
    if stack:
        return f"arn:aws:cloudformation:{region}:{account}:stack/{stack}/*"
    if not change_set.startswith("arn:"):
        return "*"
    if query("Action") == "DescribeEvents":
        return change_set
    _, found = private(changesets, "_find_change_set")(change_set)
    if found is not None:
        known = resolve_stack(found["StackName"])
        _stack_of[change_set] = found.get("StackId") or (known or {}).get("StackId")
    return _stack_of.get(change_set) or change_set


def _keys(action):
    named = action.startswith("cloudformation:") and action.endswith("ChangeSet") and _name.get()
    return {"cloudformation:changesetname": _name.get()} if named else {}


def _context(asked):
    return iam_evaluator.EvalContext(
        principal_arn=asked.get("principal", ""),
        principal_type="AssumedRole",
        principal_account=asked.get("account", ""),
        action=asked["action"],
        resource_arn=asked["resource"],
        region=asked.get("region", ""),
        secure_transport=True,
        service_context={key.lower(): value for key, value in (asked.get("context") or {}).items()},
    )


def caller_may(action, resource):
    """Whether CloudFormation may do something in the name of who called it; it may where nobody's rights are checked."""
    if _caller.get() is None:
        return True
    context, policies, limits = _caller.get()
    asked = replace(context, action=action, resource_arn=resource, service_context={})
    _name.set(None)
    return iam_evaluator.evaluate(asked, policies, *limits).decision == "Allow"


@route("permissions/asked")
def _list_asked(body):
    """Everything asked so far, in order; `{"clear": true}` forgets it."""
    answer = {"asked": list(_asked)}
    if body.get("clear"):
        _asked.clear()
    return answer


@route("permissions/may")
def _may(body):
    """Whether a role may do what a call of another action needs besides: `{account, principal, action, resource, …}`."""
    _name.set(None)
    role = private(iam_evaluator, "_role_name_from_assumed_arn")(body["principal"])
    policies = private(iam_evaluator, "_gather_role_policies")(role, body["account"])
    parse = private(iam_evaluator, "parse_policy_document")
    limits = [[parse(body["sessionPolicy"])]] if body.get("sessionPolicy") else []
    return {"allowed": iam_evaluator.evaluate(_context(body), policies, *limits).decision == "Allow"}


@route("permissions/decide")
def _decide(body):
    """What each of `policies` decides about each of `asked`: rows of booleans, nothing recorded."""
    parse = private(iam_evaluator, "parse_policy_document")
    contexts = [_context(each) for each in body["asked"]]
    rows = []
    for policy in body["policies"]:
        parsed = [parse(policy)]
        rows.append([_evaluate(context, parsed).decision == "Allow" for context in contexts])
    return {"allowed": rows}


def apply():
    def extract_resource_arn(service, method, path, headers, body, query_params, region, account_id):
        # Service authorization reference, Amazon Route 53: GetChange has the resource type `change*`.
        if service == "route53" and "/change/" in path:
            return f"arn:aws:route53:::change/{path.rstrip('/').split('/')[-1]}"
        if service == "codedeploy":
            return codedeploy.resource_of(body, region, account_id)
        # Amazon EventBridge: `rule-on-default-event-bus*` names no bus.
        if service == "events":
            found = _extract(service, method, path, headers, body, query_params, region, account_id)
            return found.replace(":rule/default/", ":rule/")
        if service != "cloudformation":
            return _extract(service, method, path, headers, body, query_params, region, account_id)
        query = private(iam_actions, "_query_param")
        return _resource(lambda name: query(query_params, name), region, account_id)

    def evaluate(ctx, policies, *limits):
        ctx.service_context = {**ctx.service_context, **_keys(ctx.action)}
        result = _evaluate(ctx, policies, *limits)
        if _of_resource.get():
            return result
        _caller.set((ctx, policies, limits))
        _asked.append({
            "principal": ctx.principal_arn,
            "account": ctx.principal_account,
            "region": ctx.region,
            "action": ctx.action,
            "resource": ctx.resource_arn,
            "context": {key: value for key, value in ctx.service_context.items() if isinstance(value, str)},
            "allowed": result.decision == "Allow",
        })
        return result

    def access_denied_response(service, action, principal_arn, request_id, **how):
        # "User: … is not authorized to perform: … on resource: …", as CloudFormation says it where there is one.
        named = service == "cloudformation" and how.get("resource_arn", "*") != "*"
        if named and not how.get("error_code") and not how.get("message"):
            how["message"] = private(iam_actions, "identity_denial_message")(
                action, principal_arn, how["resource_arn"], how.get("explicit_deny", False))
        return _denied(service, action, principal_arn, request_id, **how)

    def evaluate_resource_policy(*args, **kwargs):
        # What a bucket's own policy says is another question than what the role may do.
        token = _of_resource.set(True)
        try:
            return _evaluate_resource_policy(*args, **kwargs)
        finally:
            _of_resource.reset(token)

    def lambda_action(method, path):
        parts = path.strip("/").split("/")
        if parts[-2:-1] == ["event-source-mappings"]:
            return _ONE_MAPPING.get(method)
        # Service authorization reference, AWS Lambda: GetAccountSettings, which knows no resource.
        if parts[-1:] == ["account-settings"]:
            return "GetAccountSettings"
        return _ONE_ALIAS.get(method) if parts[-2:-1] == ["aliases"] else _lambda(method, path)

    iam_actions._lambda_action = lambda_action
    iam_evaluator.evaluate_resource_policy = evaluate_resource_policy
    iam_actions.extract_resource_arn = extract_resource_arn
    iam_actions.access_denied_response = access_denied_response
    iam_evaluator.evaluate = evaluate
