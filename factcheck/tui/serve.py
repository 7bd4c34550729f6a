"""The review screen in a browser, on this machine alone.

textual-serve alone takes a socket from any page that is open in the same browser. Here everything asks for a cookie
that is only given for the token printed at the start, once, and the socket also for the page's own origin.
"""

from __future__ import annotations

import hmac
import logging
import secrets
import socket
from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import aiohttp_jinja2
from aiohttp import web
from textual_serve.server import Server

from factcheck.errors import UsageError

HOST = "127.0.0.1"
_NONCE: web.RequestKey[str] = web.RequestKey("nonce", str)
_SHUTDOWN = 2.0
"""Seconds that open tabs get to close."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def listening(port: int) -> socket.socket:
    """A socket on this machine's loopback address alone.

    Args:
        port: 0: any that is free.

    Raises:
        UsageError: The port is taken or not allowed.
    """
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"port {port}: {reason}; choose another with --port, or 0 for any that is free") from None


class ReviewServer(Server):
    """Serves one review: each tab is a process of its own, and what it decides is on disk at each key.

    Attributes:
        public_url: The address of the page, without the token.
    """

    def __init__(self, command: str, listener: socket.socket, title: str) -> None:
        """Prepare a server.

        Args:
            command: Starts the review; run by a shell, so quoted for one.
            listener: Where to listen; see `listening`.
            title: The page's title.
        """
        port = listener.getsockname()[1]
        templates = str(files("factcheck.tui").joinpath("web"))
        super().__init__(command, HOST, port, title, f"http://{HOST}:{port}", templates_path=templates)
        self._listener = listener
        self._token: str | None = secrets.token_urlsafe(32)
        self._session = secrets.token_urlsafe(32)
        # Browsers keep one jar for all ports of a host: the name tells two reviews apart.
        self._cookie = f"factcheck-{port}"

    @property
    def address(self) -> str:
        """The page's address with the token, which works once."""
        return f"{self.public_url}/?token={self._token}"

    def serve(self, debug: bool = False) -> None:
        """Serve until interrupted."""
        self.debug = debug
        self.initialize_logging()
        # Another copy of the address would stand in the access log: none is kept.
        web.run_app(self._make_app(), sock=self._listener, print=None, access_log=None, shutdown_timeout=_SHUTDOWN)

    def initialize_logging(self) -> None:
        """Only what goes wrong is told."""
        logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")

    async def on_startup(self, app: web.Application) -> None:
        """No banner: the command tells the address."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let nobody in but the browser that came with the token."""
        known = self._known(request)
        fresh = not known and self._takes_token(request)
        own = request.headers.get("Host") == urlsplit(self.public_url).netloc
        on_socket = request.path == "/ws"
        same_origin = request.headers.get("Origin") == self.public_url
        if not own or not (known or fresh) or (on_socket and not (known and same_origin)):
            return web.Response(status=403, text=self._refusal(request), headers=_SAFE)
        if fresh:
            self._token = None
        request[_NONCE] = secrets.token_urlsafe(16)
        response = await handler(request)
        if not response.prepared:
            self._seal(request, response)
            if fresh:
                response.set_cookie(self._cookie, self._session, httponly=True, samesite="Strict", path="/")
        return response

    def _known(self, request: web.Request) -> bool:
        given = request.cookies.get(self._cookie, "")
        return hmac.compare_digest(given.encode(), self._session.encode())

    def _takes_token(self, request: web.Request) -> bool:
        given = request.query.get("token", "")
        if self._token is None or request.path != "/" or request.method != "GET":
            return False
        return hmac.compare_digest(given.encode(errors="replace"), self._token.encode())

    def _refusal(self, request: web.Request) -> str:
        if request.path == "/" and self._token is None:
            return "403: this address has been opened already, in another browser perhaps. Start the review again."
        return "403: open the address that factcheck printed."

    def _seal(self, request: web.Request, response: web.StreamResponse) -> None:
        """What the page may load: itself."""
        response.headers.update(_SAFE)
        socket_url = self.public_url.replace("http", "ws", 1)
        response.headers["Content-Security-Policy"] = (
            f"default-src 'none'; script-src 'self' 'nonce-{request[_NONCE]}'; style-src 'self' 'unsafe-inline'; "
            f"img-src 'self' data:; font-src 'self'; connect-src 'self' {socket_url}; base-uri 'none'; "
            "form-action 'none'; frame-ancestors 'none'"
        )

    @aiohttp_jinja2.template("app_index.html")
    async def handle_index(self, request: web.Request) -> dict[str, Any]:
        """The page around the screen."""
        size = request.query.get("fontsize", "")
        return {
            "font_size": int(size) if size.isascii() and size.isdigit() and 6 <= int(size[:3]) <= 60 else 16,
            "app_websocket_url": self.public_url.replace("http", "ws", 1) + "/ws",
            "application": {"name": self.title},
            "nonce": request[_NONCE],
        }


_SAFE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
