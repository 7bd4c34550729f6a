"""The review in a browser: who gets in. The server is real, its tabs run a command that only waits."""

from __future__ import annotations

import shlex
import sys
from collections.abc import AsyncIterator

import aiohttp
import aiohttp.web
import pytest
import pytest_asyncio

from factcheck.errors import UsageError
from factcheck.tui.serve import HOST, ReviewServer, listening

# What a Textual app says first, then silence until it is told to go.
TAB = shlex.join([sys.executable, "-c", "print('__GANGLION__', flush=True); input()"])


class Visitor:
    """A browser with its own cookies, on a server of its own."""

    def __init__(self, server: ReviewServer, session: aiohttp.ClientSession) -> None:
        self.server = server
        self.session = session

    async def status(self, path: str, **headers: str) -> int:
        url = f"{self.server.public_url}{path}"
        async with self.session.get(url, headers=headers, allow_redirects=False) as response:
            return response.status

    async def enter(self) -> aiohttp.ClientResponse:
        response = await self.session.get(self.server.address)
        assert response.status == 200
        return response

    async def socket(self, **headers: str) -> int:
        """The status that an attempt to open the socket gets; 101 if it opens."""
        try:
            async with self.session.ws_connect(f"{self.server.public_url}/ws", headers=headers):
                return 101
        except aiohttp.WSServerHandshakeError as error:
            return error.status


@pytest_asyncio.fixture
async def visitor() -> AsyncIterator[Visitor]:
    listener = listening(0)
    server = ReviewServer(TAB, listener, "factcheck: ferries.md")
    runner = aiohttp.web.AppRunner(await server._make_app(), shutdown_timeout=1)
    await runner.setup()
    await aiohttp.web.SockSite(runner, listener).start()
    jar = aiohttp.CookieJar(unsafe=True)  # cookies of an address without a name
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        yield Visitor(server, session)
    await runner.cleanup()


async def test_nothing_is_given_without_the_token(visitor: Visitor) -> None:
    for path in ("/", "/?token=", "/?token=guess", "/ws", "/static/js/textual.js", "/static/", "/download/x", "/none"):
        assert await visitor.status(path) == 403
    token = visitor.server.address.partition("token=")[2]
    for path in (f"/ws?token={token}", f"/static/js/textual.js?token={token}"):
        assert await visitor.status(path, Origin=visitor.server.public_url) == 403


async def test_the_token_works_once_and_the_cookie_from_then_on(visitor: Visitor) -> None:
    address = visitor.server.address
    response = await visitor.enter()
    cookie = response.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert await visitor.status("/") == 200
    assert await visitor.status("/static/js/textual.js") == 200
    async with aiohttp.ClientSession() as stranger, stranger.get(address) as second:
        assert second.status == 403
        assert "opened already" in await second.text()


async def test_the_page_is_our_own_and_names_no_other_host(visitor: Visitor) -> None:
    response = await visitor.enter()
    page = await response.text()
    assert "http" not in page.replace(f"ws://{HOST}:{visitor.server.port}/ws", "")
    assert visitor.server.address.partition("token=")[2] not in page
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert response.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("cookie", "origin", "status"),
    [
        (True, "own", 101),
        (True, "https://evil.example", 403),
        (True, "null", 403),
        (True, "http://127.0.0.1:1", 403),
        (True, None, 403),
        (False, "own", 403),
        (False, "https://evil.example", 403),
        (False, None, 403),
    ],
)
async def test_the_socket_opens_for_cookie_and_own_origin_alone(
    visitor: Visitor, cookie: bool, origin: str | None, status: int
) -> None:
    if cookie:
        await visitor.enter()
    headers = {} if origin is None else {"Origin": visitor.server.public_url if origin == "own" else origin}
    assert await visitor.socket(**headers) == status


async def test_a_name_that_was_led_here_from_elsewhere_is_refused(visitor: Visitor) -> None:
    await visitor.enter()
    assert await visitor.status("/", Host="evil.example") == 403
    assert await visitor.status("/", Host=f"localhost:{visitor.server.port}") == 403


async def test_a_wrong_cookie_is_refused(visitor: Visitor) -> None:
    assert await visitor.status("/", Cookie=f"factcheck-{visitor.server.port}=guess") == 403
    assert await visitor.status("/", Cookie=f"factcheck-{visitor.server.port}=") == 403


def test_a_port_that_is_taken_is_said_in_a_line() -> None:
    with listening(0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port}: .*choose another with --port"):
            listening(port)
