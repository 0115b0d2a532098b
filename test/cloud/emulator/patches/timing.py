"""How long change sets and stack operations take: `POST /_patch/timing {"changeSetSeconds": 5, "stackSeconds": 20}`.

Both are 0 to begin with. `shiftMinuteSeconds` is how long a minute of CodeDeploy takes: 60 to begin with. Time passes on the event loop, so nothing else waits for it.
"""

import asyncio
import contextlib

from patches.control import route

_SETTINGS = {"changeSetSeconds": 0.0, "stackSeconds": 0.0, "shiftMinuteSeconds": 60.0}


def change_set_seconds():
    return _SETTINGS["changeSetSeconds"]


def stack_seconds():
    return _SETTINGS["stackSeconds"]


def shift_minute_seconds():
    return _SETTINGS["shiftMinuteSeconds"]


def later(seconds, action):
    asyncio.get_running_loop().call_later(seconds, action)


async def sleep_or(event, seconds):
    """Sleeps, but no longer than until the event is set."""
    if seconds > 0 and not event.is_set():
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(event.wait(), seconds)


@route("timing")
def _change(body):
    for name, value in body.items():
        if name not in _SETTINGS:
            raise ValueError(f"unknown setting {name}: known are {', '.join(_SETTINGS)}")
        _SETTINGS[name] = float(value)
    return dict(_SETTINGS)


def apply():
    """Nothing to patch: importing this module registers the control route."""
