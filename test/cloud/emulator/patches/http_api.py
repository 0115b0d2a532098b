"""`AWS::ApiGatewayV2::Api` with an OpenAPI `Body`: its paths become routes and integrations.

SAM describes the routes of `AWS::Serverless::HttpApi` only in the Body; the emulator makes the API without any route.
https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html
"""

from patches.emulator import private, provisioners, wrap_resource

_ANY = ("x-amazon-apigateway-any-method", "any")


def _import_body(api_id, props):
    api = private(provisioners, "_apigw_v2")
    handlers = private(provisioners, "_RESOURCE_HANDLERS")
    private(api, "_routes")[api_id] = {}
    private(api, "_integrations")[api_id] = {}
    for path, operations in ((props.get("Body") or {}).get("paths") or {}).items():
        for method, operation in (operations or {}).items():
            integration = isinstance(operation, dict) and operation.get("x-amazon-apigateway-integration")
            if not integration:
                continue
            integration_id, _ = handlers["AWS::ApiGatewayV2::Integration"]["create"]("", {
                "ApiId": api_id,
                "IntegrationType": str(integration.get("type", "aws_proxy")).upper(),
                "IntegrationUri": integration.get("uri"),
                "IntegrationMethod": integration.get("httpMethod"),
                "PayloadFormatVersion": integration.get("payloadFormatVersion", "2.0"),
            }, "")
            if path == "/$default":
                key = "$default"
            else:
                key = f"{'ANY' if method in _ANY else method.upper()} {path}"
            handlers["AWS::ApiGatewayV2::Route"]["create"](
                "", {"ApiId": api_id, "RouteKey": key, "Target": f"integrations/{integration_id}"}, "")


def apply():
    def create(original, logical_id, props, stack_name):
        result = original(logical_id, props, stack_name)
        if props.get("Body"):
            _import_body(result[0], props)
        return result

    def update(original, physical_id, old_props, new_props, *rest):
        result = original(physical_id, old_props, new_props, *rest)
        if new_props.get("Body"):
            _import_body(result[0], new_props)
        return result

    wrap_resource("AWS::ApiGatewayV2::Api", "create", create)
    wrap_resource("AWS::ApiGatewayV2::Api", "update", update)
