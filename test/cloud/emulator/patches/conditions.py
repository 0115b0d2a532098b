"""`Conditions`: pseudo parameters and every function that AWS allows in them.

The emulator leaves `AWS::Region` as text there and knows only Equals, And, Or, Not, Select and parameters.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html
Resources whose condition is false take no part in a change set.
"""

import contextvars

from patches.emulator import changesets, engine, private, replace, stacks

#: (name, id) of the stack whose template is being evaluated, for AWS::StackName and AWS::StackId.
STACK = contextvars.ContextVar("stack", default=("", ""))


def evaluate(template, params):
    """Every condition of the template as {name: bool}; raises ValueError with AWS's text."""
    definitions = template.get("Conditions") or {}
    if not definitions:
        return {}
    resources = template.get("Resources") or {}
    mappings = template.get("Mappings") or {}
    resolve_refs = private(engine, "_resolve_refs")
    stack_name, stack_id = STACK.get()
    results = {}

    def of(name, path):
        if name in results:
            return results[name]
        if name not in definitions:
            raise ValueError(
                f"Template validation error: Template error: Unresolved condition dependency {name} "
                "in the Conditions block of the template")
        if name in path:
            raise ValueError(f"Template format error: Circular dependency between conditions: {sorted(path)}")
        results[name] = boolean(definitions[name], (*path, name))
        return results[name]

    def boolean(node, path):
        if isinstance(node, dict) and len(node) == 1:
            function, argument = next(iter(node.items()))
            if function == "Fn::Equals":
                left, right = (value(each, path) for each in argument)
                return left == right
            if function == "Fn::And":
                return all([boolean(each, path) for each in argument])
            if function == "Fn::Or":
                return any([boolean(each, path) for each in argument])
            if function == "Fn::Not":
                return not boolean(argument[0], path)
            if function == "Condition":
                return of(argument, path)
        found = value(node, path)
        if found in ("true", "false"):
            return found == "true"
        raise ValueError("Template format error: Every Conditions member must be a condition function.")

    def value(node, path):
        if isinstance(node, dict) and len(node) == 1:
            function = next(iter(node))
            if function in ("Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not", "Condition"):
                return "true" if boolean(node, path) else "false"
        for name, _ in private(engine, "_intrinsic_references")(node):
            if name in resources:
                raise ValueError(
                    f"Template validation error: Template error: Unresolved dependencies [{name}]. "
                    "Cannot reference resources in the Conditions block of the template")
        found = resolve_refs(node, {}, params, results, mappings, stack_name, stack_id)
        if isinstance(found, bool):
            return "true" if found else "false"
        return found if isinstance(found, list) else str(found)

    for name in definitions:
        of(name, ())
    return results


def holds(definition, conditions):
    """Whether a resource (or output) definition is wanted under these conditions."""
    condition = definition.get("Condition") if isinstance(definition, dict) else None
    return not condition or conditions.get(condition, True)


def apply():
    replace(engine, "_evaluate_conditions", lambda original: evaluate)

    def without_false_resources(original):
        def resolve(template, params, stack_name, stack_id):
            token = STACK.set((stack_name, stack_id))
            try:
                resolved = original(template, params, stack_name, stack_id)
                if template and template.get("Conditions"):
                    conditions = evaluate(template, params)
                    resolved["Resources"] = {
                        name: each for name, each in resolved["Resources"].items() if holds(each, conditions)
                    }
                return resolved
            finally:
                STACK.reset(token)

        return resolve

    replace(changesets, "_resolve_props_for_diff", without_false_resources)
    for name in ("_resource_policy", "_resolve_stack_outputs"):
        private(stacks, name)
