"""Early validation: a change set fails when it would create what exists or delete a bucket that is not empty.

`The following hook(s)/validation failed: [...]`, with every finding as an event of the change set's operation:
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/validate-stack-deployments.html
https://github.com/aws/aws-cdk-cli/issues/1000, https://github.com/aws-cloudformation/rain/pull/744 (both validations)
"""

import ministack.services.s3 as s3
from patches import operations
from patches.emulator import changesets, engine, private, stacks

_HOOKS = {
    "NAME_CONFLICT_VALIDATION": "AWS::EarlyValidation::ResourceExistenceCheck",
    "BUCKET_EMPTINESS_VALIDATION": "AWS::EarlyValidation::ResourceExistenceCheck",
}


def validate(change_set, stack):
    """Makes the change set a failed one when there are findings."""
    errors = [*_emulators_own(change_set, stack), *_taken_names(change_set, stack), *_full_buckets(change_set)]
    if not errors:
        return
    operation = operations.current()
    for logical_id, resource_type, name, path, reason in errors:
        operation.events.append(private(stacks, "_operation_event")(
            stack["StackId"], operation.id, "VALIDATION_ERROR", "CREATE_CHANGESET", LogicalResourceId=logical_id,
            ResourceType=resource_type, ValidationFailureMode="FAIL", ValidationName=name, ValidationStatus="FAILED",
            ValidationStatusReason=reason, ValidationPath=path, ResourceStatus=""))
    failed = sorted({_HOOKS.get(each[2], "AWS::EarlyValidation::PropertyValidation") for each in errors})
    change_set.update(
        Status="FAILED", ExecutionStatus="UNAVAILABLE", Changes=[],
        StatusReason=f"The following hook(s)/validation failed: [{', '.join(failed)}]. To troubleshoot Early "
                     "Validation errors, use the DescribeEvents API for detailed failure information.")


def _wanted(change_set):
    """Logical ids of the template whose condition holds, and the conditions."""
    template = change_set["_template"]
    conditions = private(engine, "_evaluate_conditions")(template, change_set["_resolved_params"])
    order = private(engine, "_topological_sort")(template.get("Resources") or {}, conditions)
    imported = change_set.get("_import_existing") or {}
    return [each for each in order if each not in imported], conditions


def _owned(stack):
    return {each.get("PhysicalResourceId") for each in (stack.get("_resources") or {}).values()}


def _emulators_own(change_set, stack):
    order, conditions = _wanted(change_set)
    template = change_set["_template"]
    return private(stacks, "_validation_errors")(
        template.get("Resources") or {}, order, change_set["_resolved_params"], conditions,
        template.get("Mappings") or {}, stack["StackName"], stack["StackId"], frozenset(_owned(stack)))


def _taken_names(change_set, stack):
    """Resources with a name of their own that exists outside of the stack."""
    order, conditions = _wanted(change_set)
    template = change_set["_template"]
    definitions, owned = template.get("Resources") or {}, _owned(stack)
    lookups = private(changesets, "_IMPORT_LOOKUPS")
    for logical_id in order:
        resource_type = definitions[logical_id].get("Type", "")
        keys, problem_of = lookups.get(resource_type, ((), None))
        given = (definitions[logical_id].get("Properties") or {}).get(keys[0]) if len(keys) == 1 else None
        if given is None or resource_type == "AWS::S3::Bucket":
            continue
        name = private(stacks, "_static_property")(
            given, definitions, change_set["_resolved_params"], conditions, template.get("Mappings") or {},
            stack["StackName"], stack["StackId"])
        if isinstance(name, str) and name and name not in owned and problem_of(name) is None:
            yield (logical_id, resource_type, "NAME_CONFLICT_VALIDATION", f"/Resources/{logical_id}",
                   f"Resource of type '{resource_type}' with identifier '{name}' already exists.")


def _full_buckets(change_set):
    for change in change_set["Changes"]:
        found = change["ResourceChange"]
        name = found.get("PhysicalResourceId", "")
        removes = found["Action"] == "Remove" and found.get("PolicyAction") == "Delete"
        if found["ResourceType"] != "AWS::S3::Bucket" or not removes and found.get("PolicyAction") != "ReplaceAndDelete":
            continue
        bucket = private(s3, "_buckets").get(name)
        if bucket and (bucket["objects"] or private(s3, "_bucket_has_versions")(name)):
            yield (found["LogicalResourceId"], found["ResourceType"], "BUCKET_EMPTINESS_VALIDATION",
                   f"/Resources/{found['LogicalResourceId']}",
                   f"The bucket '{name}' is not empty. You must either delete all objects and versions or use the "
                   "deletion policy to retain it, otherwise the delete operation will fail.")
