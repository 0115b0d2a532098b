"""References to what the template does not define are refused, and so are circles; the emulator leaves them as text.

`Template format error: Unresolved resource dependencies [X] in the Resources block of the template`:
https://github.com/serverless/serverless/issues/4745
"""

from patches.conditions import holds
from patches.emulator import engine, private, replace


def _refuse_unknown(template):
    resources = template.get("Resources") or {}
    known = {*resources, *(template.get("Parameters") or {})}
    references = private(engine, "_intrinsic_references")
    for block, parts in (
        ("Resources", [each.get("Properties") for each in resources.values()]),
        ("Outputs", list((template.get("Outputs") or {}).values())),
    ):
        names = [name for part in parts for name, _ in references(part)]
        if block == "Resources":
            for each in resources.values():
                depends_on = each.get("DependsOn") or []
                names += [depends_on] if isinstance(depends_on, str) else depends_on
        unknown = sorted({name for name in names if name not in known and not name.startswith("AWS::")})
        if unknown:
            raise ValueError(
                f"Template format error: Unresolved resource dependencies [{', '.join(unknown)}] in the {block} "
                "block of the template")


def _refuse_circles(template, conditions):
    definitions = template.get("Resources") or {}
    known = {name: each for name, each in definitions.items() if holds(each, conditions)}
    try:
        private(engine, "_topological_sort")(known, conditions)
    except ValueError as problem:
        names = str(problem).split(": ", 1)[-1]
        raise ValueError(f"Circular dependency between resources: [{names}]") from None


def apply():
    def checked(original):
        def validate(template, conditions, params=None):
            original(template, conditions, params=params)
            if not template.get("Transform") and isinstance(template.get("Resources"), dict):
                _refuse_unknown(template)
                _refuse_circles(template, conditions)

        return validate

    replace(engine, "validate_template_support", checked)
