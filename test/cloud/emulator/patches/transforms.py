"""A SAM template that cannot be transformed is refused in the words of the SAM transform.

`Transform AWS::Serverless-2016-10-31 failed with: Invalid Serverless Application Specification document. Number of
errors found: 1. Resource with id [X] is invalid. ...`: https://github.com/aws/serverless-application-model/issues/2185
"""

import logging
import re
from html import unescape

from patches.emulator import engine, replace, wrap_action

_FAILED = "Transform AWS::Serverless-2016-10-31 failed with: "


def failure_in(answer):
    """The reason when this answer refuses a template because its transform failed, else None."""
    if answer[0] < 400:
        return None
    found = re.search(rf"<Message>(?:Template format error: )?({_FAILED}.*)</Message>".encode(), answer[2], re.DOTALL)
    return unescape(found[1].decode()) if found else None


def apply():
    from samtranslator.model.exceptions import InvalidDocumentException

    # Says at every transform that metrics were not sent: nothing to send them to.
    logging.getLogger("samtranslator.metrics.metrics").setLevel(logging.ERROR)

    def worded(original):
        def apply_transforms(template, provided_params=None, previous_params=None):
            try:
                return original(template, provided_params, previous_params)
            except InvalidDocumentException as problem:
                causes = " ".join(each.message for each in problem.causes)
                raise ValueError(f"{_FAILED}{problem.message} {causes}") from None

        return apply_transforms

    replace(engine, "_apply_transforms", worded)

    def without_prefix(original, params):
        status, headers, body = original(params)
        if status >= 400:
            body = body.replace(f"Template format error: {_FAILED}".encode(), _FAILED.encode())
        return status, headers, body

    for action in ("CreateStack", "UpdateStack"):
        wrap_action(action, without_prefix)
