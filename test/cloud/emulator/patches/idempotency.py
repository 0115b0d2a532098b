"""A stack call repeated with its ClientRequestToken answers like the first one and starts nothing.

https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html (ClientRequestToken,
TokenAlreadyExists for a token that another call used).
"""

from patches.emulator import error, get_account_id, get_region, parameter, resolve_stack, service, wrap_action

_ACTIONS = ("CreateStack", "UpdateStack", "DeleteStack", "ExecuteChangeSet", "RollbackStack",
            "ContinueUpdateRollback")
#: (account, region, stack name, token) -> the request, its answer and the id of the stack it was about
_ANSWERS = {}


def _wrapper(action):
    def handle(original, params):
        token = parameter(params, "ClientRequestToken")
        if not token:
            return original(params)
        stack = resolve_stack(parameter(params, "StackName"))
        name = stack["StackName"] if stack else parameter(params, "StackName")
        key = (get_account_id(), get_region(), name, token)
        request = (action, sorted((k, tuple(v)) for k, v in params.items() if k != "StackName"))
        known = _ANSWERS.get(key)
        if known is not None and stack is not None and known["stack"] == stack["StackId"]:
            if known["request"] == request:
                return known["answer"]
            return error("TokenAlreadyExistsException", f"Token {token} already exists")
        answer = original(params)
        now = resolve_stack(name)
        if answer[0] == 200 and now is not None:
            _ANSWERS[key] = {"request": request, "answer": answer, "stack": now["StackId"]}
        return answer

    return handle


def apply():
    for action in _ACTIONS:
        wrap_action(action, _wrapper(action))
    reset = service.reset

    def reset_all():
        reset()
        _ANSWERS.clear()

    service.reset = reset_all
