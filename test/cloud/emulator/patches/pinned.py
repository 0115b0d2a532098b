"""The one version of the emulator whose private names the patches use."""

from importlib.metadata import version

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
