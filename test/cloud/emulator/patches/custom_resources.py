"""Reasons of failed custom resources in CloudFormation's words.

`Received response status [FAILED] from custom resource. Message returned: ... (RequestId: ...)`:
https://github.com/awslabs/aws-video-transcriber/issues/32
The sentence for no answer: https://github.com/aws-samples/aws-security-reference-architecture-examples/issues/162
"""

from patches.emulator import custom_resource, new_uuid, private


def apply():
    original = private(custom_resource, "invoke_custom_resource")

    def invoke(*args, **options):
        try:
            return original(*args, **options)
        except TimeoutError:
            raise TimeoutError(
                "CloudFormation did not receive a response from your Custom Resource. Please check your logs for "
                f"requestId [{new_uuid()}]. If you are using the Python cfn-response module, you may need to update "
                "your Lambda function code so that CloudFormation can attach the updated version.") from None
        except RuntimeError as problem:
            raise RuntimeError(
                "Received response status [FAILED] from custom resource. "
                f"Message returned: {problem} (RequestId: {new_uuid()})") from None

    custom_resource.invoke_custom_resource = invoke
