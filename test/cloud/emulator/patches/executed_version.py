"""An alias with weights shares its calls between its versions, and CloudWatch tells the executed versions apart.

https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html: each call goes to the additional version with
the probability of its weight, and the answer names the executed version.
https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html: metrics have the dimension Resource
(`function:alias`), and ExecutedVersion for the versions of a weighted alias. Calls that name a function by its ARN (API
Gateway, function URLs, rules, topics, buckets) are shared as well, without these metrics; what event source mappings fetch
is not shared here.
"""

import contextvars
import random

import ministack.services.cloudwatch as cloudwatch
import ministack.services.lambda_svc as lambda_svc
from patches.pinned import private

# (alias, version or None) of the call that is being made.
_called = contextvars.ContextVar("called", default=None)
# A function is looked up to be called, not to be described.
_by_reference = contextvars.ContextVar("by_reference", default=False)


def apply():
    invoke = private(lambda_svc, "_invoke")
    emit = private(lambda_svc, "_emit_lambda_metrics")

    async def shared(name, event, headers, path_qualifier=None, query_params=None):
        given = private(lambda_svc, "_qp_first")
        qualifier = path_qualifier or given(query_params or {}, "Qualifier") or given(headers, "x-amz-qualifier")
        function = private(lambda_svc, "_functions").get(name) or {}
        alias = (function.get("aliases") or {}).get(qualifier)
        if alias is None:
            return await invoke(name, event, headers, path_qualifier, query_params)
        version = _pick(alias)
        _called.set((qualifier, version))
        try:
            return await invoke(name, event, headers, version or path_qualifier, query_params)
        finally:
            _called.set(None)

    def emit_each(function_name, duration_ms, error, throttle):
        emit(function_name, duration_ms, error, throttle)
        called = _called.get()
        if called is None:
            return
        alias, version = called
        resource = {"FunctionName": function_name, "Resource": f"{function_name}:{alias}"}
        _record(resource, duration_ms, error, throttle)
        if version is not None:
            _record({**resource, "ExecutedVersion": version}, duration_ms, error, throttle)

    by_reference = private(lambda_svc, "_get_func_record_for_ref")
    effective = private(lambda_svc, "_effective_func_record_for_qualifier")

    def shared_reference(function_ref):
        token = _by_reference.set(True)
        try:
            return by_reference(function_ref)
        finally:
            _by_reference.reset(token)

    def shared_record(function, qualifier):
        alias = ((function or {}).get("aliases") or {}).get(qualifier) if _by_reference.get() else None
        version = _pick(alias) if alias else None
        return effective(function, version or qualifier)

    lambda_svc._get_func_record_for_ref = shared_reference
    lambda_svc._effective_func_record_for_qualifier = shared_record
    lambda_svc._invoke = shared
    lambda_svc._emit_lambda_metrics = emit_each


def _pick(alias):
    """The version that is called now; None for an alias without weights."""
    weights = (alias.get("RoutingConfig") or {}).get("AdditionalVersionWeights") or {}
    if not weights:
        return None
    drawn = random.random()
    for version, weight in weights.items():
        if drawn < weight:
            return version
        drawn -= weight
    return alias["FunctionVersion"]


def _record(dimensions, duration_ms, error, throttle):
    for name, value, unit in (
        ("Invocations", 1, "Count"),
        ("Errors", int(error), "Count"),
        ("Throttles", int(throttle), "Count"),
        ("Duration", duration_ms, "Milliseconds"),
    ):
        cloudwatch.record_metric("AWS/Lambda", name, value, unit, dimensions)
