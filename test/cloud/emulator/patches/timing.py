"""How long change sets and stack operations take: `POST /_patch/timing {"changeSetSeconds": 5, "stackSeconds": 20}`.

Both are 0 to begin with. `shiftMinuteSeconds` is how long a minute of CodeDeploy takes: 60 to begin with. Time passes on the event loop, so nothing else waits for it.
What is under way when a setting changes goes on at the new pace: a test holds a stack with an hour, looks at what it came to see, and lets it go with 0.
"""

import asyncio
import contextlib
import weakref

from patches.control import route

_SETTINGS = {"changeSetSeconds": 0.0, "stackSeconds": 0.0, "shiftMinuteSeconds": 60.0}
_UNDER_WAY = weakref.WeakSet()
#: How soon a change of pace is noticed.
_TICK_SECONDS = 0.05


def change_set_seconds():
    return _SETTINGS["changeSetSeconds"]


def stack_seconds():
    return _SETTINGS["stackSeconds"]


class Passing:
    """What passes of a setting from now on: 1 is all of it. With 0 seconds everything is over at once."""

    def __init__(self, setting):
        self._setting = setting
        self._passed = 0.0
        self._since = asyncio.get_running_loop().time()
        _UNDER_WAY.add(self)

    def passed(self):
        seconds = _SETTINGS[self._setting]
        return self._passed + self._elapsed() / seconds if seconds > 0 else float("inf")

    def seconds_to(self, share):
        """Seconds until so much has passed, as long as nobody changes the pace."""
        return max(0.0, (share - self.passed()) * _SETTINGS[self._setting]) if self.passed() < share else 0.0

    async def wait_for(self, share, stop=None):
        """Waits until so much has passed, but no longer than until `stop` is set."""
        while self.passed() < share and not (stop and stop.is_set()):
            await _sleep_or(stop, min(_TICK_SECONDS, self.seconds_to(share)))

    def keep(self):
        """Before the pace changes: what has passed at the old one stays passed."""
        self._passed = self.passed()
        self._since = asyncio.get_running_loop().time()

    def _elapsed(self):
        return asyncio.get_running_loop().time() - self._since


async def _sleep_or(event, seconds):
    if event is None:
        await asyncio.sleep(seconds)
        return
    with contextlib.suppress(asyncio.TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)


@route("timing")
def _change(body):
    unknown = [name for name in body if name not in _SETTINGS]
    if unknown:
        raise ValueError(f"unknown setting {unknown[0]}: known are {', '.join(_SETTINGS)}")
    for each in list(_UNDER_WAY):
        each.keep()
    _SETTINGS.update({name: float(value) for name, value in body.items()})
    return dict(_SETTINGS)


def apply():
    """Nothing to patch: importing this module registers the control route."""
