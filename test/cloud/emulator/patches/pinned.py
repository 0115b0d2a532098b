"""The one version of the emulator whose private names the patches use."""

import ast
import importlib
from importlib.metadata import version
from pathlib import Path

EMULATOR_VERSION = "1.5.33"


def apply():
    found = version("ministack")
    if found != EMULATOR_VERSION:
        raise SystemExit(
            f"The patches are written for ministack {EMULATOR_VERSION}, but {found} is installed: "
            "check every patch against it, then change EMULATOR_VERSION."
        )


def private(module, name):
    """A private name of the emulator; ends the process with a clear message when it has moved."""
    try:
        return getattr(module, name)
    except AttributeError:
        raise SystemExit(f"{module.__name__}.{name} is gone from ministack: a patch needs it") from None


def names_used():
    """Every `private(module, "name")` of the patches as "module.name"; raises SystemExit for one that is gone."""
    found = set()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        patch = importlib.import_module(f"patches.{path.stem}") if path.stem != "__init__" else None
        for node in ast.walk(ast.parse(path.read_text())):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "private"):
                continue
            module, name = node.args
            if isinstance(module, ast.Name) and isinstance(name, ast.Constant) and hasattr(patch, module.id):
                home = getattr(patch, module.id)
                private(home, name.value)
                found.add(f"{home.__name__}.{name.value}")
    return sorted(found)
