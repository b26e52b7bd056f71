"""A headless browser without a network, and a server on loopback that notes who asks for what.

In: a page's file. Out: its DOM after three seconds, scripts run; the paths that were asked for. The profile is
new each time.
"""

from __future__ import annotations

import shutil
import subprocess
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

from autograder.course import Course

__all__ = ["Canary", "Pages", "browser"]


def browser() -> str | None:
    """Return the browser's program, None if there is none."""
    return shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")


class Canary:
    """Listens while it is open; `asked` holds the path of each request."""

    def __init__(self) -> None:
        asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Print nothing."""

        self.asked = asked
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


@dataclass
class Pages:
    """The pages that people open, the canary that all payloads name, and the DOM of what was opened."""

    course: Course
    canary: Canary
    folder: Path
    files: dict[str, Path]

    def dom(self, name: str) -> str:
        """Open a page; the canary has forgotten what was asked for before."""
        self.canary.asked.clear()
        return _dom_of(self.files[name], self.folder / f"profile-{name}")


def _dom_of(page: Path, profile: Path) -> str:
    """Open a file and return its DOM as HTML, after what it runs has run."""
    program = browser()
    assert program is not None
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--dump-dom",
             "--virtual-time-budget=3000", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")  # fmt: skip
    command = [program, *flags, f"--user-data-dir={profile}", page.absolute().as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    return done.stdout.decode("utf-8")
