"""Control routes of the launcher: `POST /_patch/<name>` with a JSON object, answered with a JSON object."""

import json
import os

import ministack.app as app_module
from patches.pinned import private

ROUTES = {}


def route(name):
    """Registers `handler(body) -> dict` under `/_patch/<name>`."""

    def register(handler):
        ROUTES[f"/_patch/{name}"] = handler
        return handler

    return register


async def _read(receive):
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            return body


async def _answer(send, status, content):
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(content).encode()})


def apply():
    original = private(app_module, "app")

    async def app(scope, receive, send):
        if scope["type"] != "http" or not scope["path"].startswith("/_patch/"):
            await original(scope, receive, send)
            return
        handler = ROUTES.get(scope["path"])
        if handler is None:
            await _answer(send, 404, {"error": f"no control route {scope['path']}"})
            return
        try:
            await _answer(send, 200, handler(json.loads(await _read(receive) or b"{}")) or {})
        except (ValueError, TypeError, KeyError) as error:
            await _answer(send, 400, {"error": str(error)})

    app_module.app = app


@route("where")
def _where(body):
    """The process, the folder for files, and the addresses this process listens on (from the kernel's table)."""
    with open("/proc/self/net/tcp") as table:
        rows = [line.split() for line in table.readlines()[1:]]
    own = {os.readlink(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd") if _is_link(fd)}
    listening = []
    for row in rows:
        if row[3] == "0A" and f"socket:[{row[9]}]" in own:
            host, port = row[1].split(":")
            address = ".".join(str(each) for each in bytes.fromhex(host)[::-1])
            listening.append(f"{address}:{int(port, 16)}")
    return {"pid": os.getpid(), "tmp": os.environ["TMPDIR"], "listening": listening}


def _is_link(fd):
    return os.path.lexists(f"/proc/self/fd/{fd}")
