"""AssumeRoleWithWebIdentity: the endpoint in front decides, the emulator only issues.

The emulator looks at three claims and at no signature; the endpoint checks the token and the whole trust policy before
it passes the call on. The emulator also drops the session policy of such a session, which AWS applies
(STS API reference, AssumeRoleWithWebIdentity, "Policy").
"""

import re
from urllib.parse import parse_qs

from ministack.services import sts
from patches.pinned import private


def apply():
    private(sts, "_web_identity_trust_denied")
    sts._web_identity_trust_denied = lambda role_arn, params, use_json: None
    policies_of = private(sts, "_session_policies")
    original = private(sts, "handle_request")

    async def handle_request(method, path, headers, body, query_params):
        answer = await original(method, path, headers, body, query_params)
        params = parse_qs(body.decode("utf-8", errors="replace")) if body else {}
        if params.get("Action") == ["AssumeRoleWithWebIdentity"] and answer[0] == 200:
            text = answer[2].decode() if isinstance(answer[2], bytes) else str(answer[2])
            key = re.search(r"<AccessKeyId>([^<]+)<", text)
            policies, _ = policies_of(params, check=False)
            if key and any(policies.values()):
                private(sts, "_sessions")[key.group(1)]["SessionPolicies"] = policies
        return answer

    sts.handle_request = handle_request
