"""Parameters are checked as CloudFormation does: unknown ones and missing ones are refused, each with AWS's sentence.

`Parameters: [X] do not exist in the template`, `Parameters: [X] must have values` and
`Parameter 'X' must be one of AllowedValues`, each a ValidationError with HTTP 400 (the second: https://github.com/aws/serverless-application-model/issues/1107):
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
"""

from patches.emulator import engine, replace


def apply():
    def checked(original):
        def resolve(template, provided_params, previous_params=None):
            declared = template.get("Parameters") or {}
            given = {each["Key"]: each for each in provided_params if "Key" in each}
            unknown = [name for name in given if name not in declared]
            if unknown:
                raise ValueError(f"Parameters: [{', '.join(unknown)}] do not exist in the template")
            missing = []
            for name, definition in declared.items():
                entry = given.get(name)
                kept = entry is not None and entry.get("UsePreviousValue") and name not in (previous_params or {})
                if (entry is None or kept) and "Default" not in definition:
                    missing.append(name)
                elif entry is not None and not entry.get("UsePreviousValue"):
                    allowed = definition.get("AllowedValues")
                    if allowed and entry.get("Value", "") not in [_text(each) for each in allowed]:
                        reason = definition.get("ConstraintDescription") or "must be one of AllowedValues"
                        raise ValueError(f"Parameter '{name}' {reason}")
            if missing:
                raise ValueError(f"Parameters: [{', '.join(missing)}] must have values")
            return original(template, provided_params, previous_params)

        return resolve

    replace(engine, "_resolve_parameters", checked)


def _text(value):
    return str(value).lower() if isinstance(value, bool) else str(value)
