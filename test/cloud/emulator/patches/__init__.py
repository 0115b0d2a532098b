"""The patches, in the order in which they are applied (a later one may wrap what an earlier one put in place)."""

import importlib

NAMES = (
    "pinned",
    "control",
    "timing",
    # What a template means.
    "conditions",
    "parameters",
    "references",
    "template_urls",
    "transforms",
    "capabilities",
    # What resources do.
    "role_names",
    "oidc_provider",
    "http_api",
    "unsigned_calls",
    "code_objects",
    "buckets",
    "health_checks",
    "route53_resources",
    "global_tables",
    "composite_alarms",
    "custom_resources",
    "consumers",
    "replacement",
    "codedeploy",
    "lambda_starts",
    # How stacks work.
    "operations",
    "deploy",
    "delete",
    "nested",
    # What the API answers, from the inside out.
    "change_sets",
    "hooks",
    "nested_change_sets",
    "change_set_description",
    "stack_states",
    "stack_policy",
    "stack_settings",
    "operation_api",
    "idempotency",
    # What CloudWatch sees.
    "alarm_evaluation",
    "metric_math",
    "executed_version",
    # Who may call.
    "web_identity",
    "permissions",
    "caller_permissions",
)


def apply_all():
    for name in NAMES:
        importlib.import_module(f"patches.{name}").apply()
