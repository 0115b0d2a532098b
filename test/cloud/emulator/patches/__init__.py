"""The patches, in the order in which they are applied (a later one may wrap what an earlier one put in place)."""

import importlib

NAMES = (
    "pinned",
    "control",
    "web_identity",
)


def apply_all():
    for name in NAMES:
        importlib.import_module(f"patches.{name}").apply()
