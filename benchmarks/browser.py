"""The served review in a real browser: Chromium, without a window, over its debugging protocol.

    python -m benchmarks.browser ARTICLE [-r REFERENCE …] [--chromium PROGRAM] [--screenshot FILE.png]

References are named from the article's folder. Checks a copy of the article's folder, serves the review of the report,
opens the printed address, decides two claims by keys, leaves the page, and says for each thing that must hold whether
it does; exit code 1 if one does not.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

ROOT = Path(__file__).parent.parent
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\?token=\S+")
_FOREIGN = (
    "data:text/html,<script>let r='';const w=new WebSocket('{}');w.onopen=()=>r='open';w.onerror=()=>r='no'</script>"
)


class Tab:
    """A page of the browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._sent = 0
        self.requests: list[str] = []

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask the browser for something; what it tells meanwhile of requests is kept."""
        self._sent += 1
        await self._socket.send_json({"id": self._sent, "method": method, "params": params})
        while True:
            message: dict[str, Any] = await self._socket.receive_json()
            if message.get("id") == self._sent:
                result: dict[str, Any] = message.get("result", {})
                return result
            if message.get("method") in ("Network.requestWillBeSent", "Network.webSocketCreated"):
                told = message["params"]
                self.requests.append(told["request"]["url"] if "request" in told else told["url"])

    async def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page."""
        return (await self.call("Runtime.evaluate", expression=expression)).get("result", {}).get("value")

    async def wait_for(self, expression: str, seconds: int = 120) -> bool:
        """Whether the expression becomes true in time."""
        for _ in range(2 * seconds):
            if await self.evaluate(expression):
                return True
            await asyncio.sleep(0.5)
        return False

    async def press(self, key: str) -> None:
        """Press and release a key."""
        await self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        await self.call("Input.dispatchKeyEvent", type="keyUp", key=key)


@contextlib.contextmanager
def running(*command: str, cwd: Path | None = None) -> Iterator[subprocess.Popen[str]]:
    """A process that ends with the block."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate()


@contextlib.asynccontextmanager
async def tab_of(chromium: str, profile: str) -> AsyncIterator[Tab]:
    """The one tab of a browser of its own."""
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1300,800", "--remote-debugging-port=0")
    with running(chromium, *options, f"--user-data-dir={profile}", "about:blank") as browser:
        assert browser.stdout
        line = next(line for line in browser.stdout if "DevTools listening on" in line)
        base = line.split()[-1].replace("ws://", "http://").split("/devtools")[0]
        async with aiohttp.ClientSession() as session:
            async with session.get(f"{base}/json") as response:
                pages = [page for page in await response.json() if page["type"] == "page"]
            async with session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                tab = Tab(socket)
                for domain in ("Page", "Network", "Runtime"):
                    await tab.call(f"{domain}.enable")
                yield tab


async def seen(address: str, log: Path, chromium: str, screenshot: str | None) -> dict[str, bool]:
    """What must hold, and whether it does."""
    own = address.split("/?")[0]
    with TemporaryDirectory() as profile:
        async with tab_of(chromium, profile) as tab:
            await tab.call("Page.navigate", url=address)
            found = {"the screen is shown": await tab.wait_for("document.body?.classList.contains('-first-byte')")}
            found["the token is out of the address"] = await tab.evaluate("location.href") == f"{own}/"
            found["no script sees the cookie"] = await tab.evaluate("document.cookie") == ""
            await asyncio.sleep(10)  # the report is read
            await tab.evaluate("document.querySelector('textarea').focus()")
            for key in "xa":
                await tab.press(key)
                await asyncio.sleep(2)
            if screenshot:
                picture = await tab.call("Page.captureScreenshot", format="png")
                Path(screenshot).write_bytes(base64.b64decode(picture["data"]))
            hosts = {re.sub(r"^\w+://([^/]*).*", r"\1", url) for url in tab.requests if not url.startswith("data:")}
            found["nothing is asked of another host"] = hosts == {own.removeprefix("http://")}
            await tab.call("Page.navigate", url=_FOREIGN.format(own.replace("http", "ws") + "/ws"))
            found["a foreign page gets no socket"] = await tab.wait_for("r == 'no'", 10)
    await asyncio.sleep(3)
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []
    kinds = [event["kind"] for event in events if event["event"] == "decide"]
    found["both decisions are on the disk"] = kinds == ["error", "ok"]
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", type=Path)
    parser.add_argument("-r", "--references", action="append", default=[], help="below the article's folder")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome") or "chromium")
    parser.add_argument("--screenshot")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        copy = Path(folder, "project")
        shutil.copytree(given.article.parent, copy)
        (copy / "factcheck.toml").touch()
        references = [part for name in given.references for part in ("-r", name)]
        program = (sys.executable, "-u", "-m", "factcheck")
        with (copy / "report.json").open("w", encoding="utf-8") as report:
            check = (*program, "check", given.article.name, *references, "--format", "json")
            subprocess.run(check, cwd=copy, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=report, check=False)
        review = ("review", "--from", "report.json", "--serve", "--port", "0", "--reviewer", "browser")
        with running(*program, *review, cwd=copy) as server:
            assert server.stdout
            address = next((match[0] for line in server.stdout if (match := _ADDRESS.search(line))), None)
            if address is None:
                return 2  # the program has said why
            log = copy / ".factcheck" / "decisions" / given.article.name / "browser.jsonl"
            found = asyncio.run(seen(address, log, given.chromium, given.screenshot))
    for what, holds in found.items():
        print(f"{'yes' if holds else 'NO '}  {what}")
    return 0 if all(found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
