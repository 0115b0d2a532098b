"""Control routes of the launcher: `POST /_patch/<name>` with a JSON object, answered with a JSON object."""

import json

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
