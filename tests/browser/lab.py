"""JupyterLab or Notebook 7 on loopback, and a headless browser that does in it what a student does.

In: a folder with notebooks. Out: pages that are opened, cells that are run, what the notebook's file holds after it
was saved, addresses beyond loopback that pages asked for, pictures. The server works in that folder; its settings lie
in one of its own, so nothing of this machine's user is touched.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from browsing import browser

__all__ = ["Lab", "driver"]

_TOKEN = "students"  # noqa: S105  of a server on loopback that lives as long as the test
_WAIT_S = 240.0  # a kernel imports torch, and the machine may be busy


def driver() -> str | None:
    """Return the program that drives the browser, None if there is none."""
    return shutil.which("chromedriver")


class Lab:
    """A server and a browser window; `page` is selenium's driver."""

    def __init__(self, folder: Path, own: Path, *, size: tuple[int, int] = (1200, 1000)) -> None:
        self._folder, self._own, self._size = folder, own, size

    def __enter__(self) -> Self:
        from selenium import webdriver

        self._port = _free_port()
        settings = {f"JUPYTER_{kind}_DIR": str(self._own / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
        command = [
            sys.executable, "-m", "jupyter", "lab", "--allow-root", "--no-browser", "--ip=127.0.0.1",
            f"--port={self._port}", f"--IdentityProvider.token={_TOKEN}", f"--ServerApp.root_dir={self._folder}",
            "--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ]  # fmt: skip
        self._ask_nothing()
        self._log = (self._own / "server.log").open("w")
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self._server = subprocess.Popen(
            command, cwd=self._folder, env={**os.environ, **settings, "PATH": path}, stdout=self._log,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
        options = webdriver.ChromeOptions()
        options.binary_location = browser() or ""
        width, height = self._size
        for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     f"--window-size={width},{height}", f"--user-data-dir={self._own / 'profile'}",
                     "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"):  # fmt: skip
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
        self.page: Any = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver()))
        self.wait(self._answers, "the server")
        return self

    def __exit__(self, *_: object) -> None:
        self.page.quit()
        self._server.terminate()
        self._server.wait(30)
        self._log.close()

    def _ask_nothing(self) -> None:
        """Keep JupyterLab from asking, some time after its start, whether one wants news: that lies over the page."""
        folder = self._own / "config" / "lab" / "user-settings" / "@jupyterlab" / "apputils-extension"
        folder.mkdir(parents=True, exist_ok=True)
        settings = {"fetchNews": "false", "checkForUpdates": False}
        (folder / "notification.jupyterlab-settings").write_text(json.dumps(settings))

    def _answers(self) -> bool:
        with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/api?token={_TOKEN}", timeout=5) as answer:
            return bool(answer.status == 200)

    def open(self, path: str, *, kind: str = "lab/tree") -> None:
        """Open a notebook: `lab/tree`, `doc/tree` (JupyterLab with one document), `notebooks` (Notebook 7)."""
        self.page.get(f"http://127.0.0.1:{self._port}/{kind}/{path}?token={_TOKEN}")
        self.wait(lambda: self.all(".jp-Notebook .jp-Cell"), "the notebook")
        self.wait(lambda: "Idle" in self.text("body") or self.all("[data-status='idle']"), "an idle kernel")

    def frame(self, *path: str) -> None:
        """Choose from the menus what opens a page of its own in JupyterLab, and go into that page."""
        self.page.get(f"http://127.0.0.1:{self._port}/lab?token={_TOKEN}&reset")
        self.menu(*path)
        self.wait(lambda: self.page.switch_to.frame(self.all("iframe")[0]) or True, "the page")

    def elsewhere(self) -> set[str]:
        """Return what pages have asked for, since this was last asked, that is not on loopback."""
        sent = [json.loads(one["message"])["message"] for one in self.page.get_log("performance")]
        asked = {one["params"]["request"]["url"] for one in sent if one["method"] == "Network.requestWillBeSent"}
        return {url for url in asked if url.startswith(("http:", "https:")) and "//127.0.0.1:" not in url}

    def all(self, selector: str) -> list[Any]:
        """Return the elements of a CSS selector."""
        return list(self.page.find_elements("css selector", selector))

    def text(self, selector: str) -> str:
        """Return what an element shows."""
        return "\n".join(element.text for element in self.all(selector))

    def menu(self, *path: str) -> None:
        """Choose something from the menus: `menu("Run", "Run All Cells")`."""
        self.click(f"//div[contains(@class,'lm-MenuBar-itemLabel') and text()='{path[0]}']")
        for word in path[1:]:
            self.click(f"//div[contains(@class,'lm-Menu-itemLabel') and text()='{word}']")

    def click(self, path: str) -> None:
        """Click what an XPath finds, as soon as it can be clicked."""
        self.wait(lambda: self.page.find_element("xpath", path).click() or True, path)

    def cell_with(self, text: str) -> Any:
        """Scroll until a code cell with this text is drawn, and return it: far cells are not in the page."""
        panel = self.all(".jp-WindowedPanel-outer")[0]
        found: list[Any] = []

        def drawn() -> bool:
            found[:] = [cell for cell in self.all(".jp-Notebook .jp-CodeCell") if text in cell.text]
            if not found:
                self.page.execute_script(
                    "const p = arguments[0]; const end = p.scrollTop + p.clientHeight >= p.scrollHeight - 5;"
                    "p.scrollTop = end ? 0 : p.scrollTop + p.clientHeight / 2",
                    panel,
                )
            return bool(found)

        self.wait(drawn, f"a cell with {text!r}")
        self.page.execute_script("arguments[0].scrollIntoView({block: 'center'})", found[0])
        return found[0]

    def type_into(self, cell: Any, code: str) -> None:
        """Replace a cell's text by typing; run it and the cell below it."""
        from selenium.webdriver.common.action_chains import ActionChains
        from selenium.webdriver.common.keys import Keys

        cell.find_element("css selector", ".cm-content").click()
        keys = ActionChains(self.page)
        keys.key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).send_keys(Keys.DELETE).send_keys(code)
        for _ in range(2):
            keys.key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).pause(1)
        keys.perform()

    def saved(self, path: str, until: Callable[[dict[str, str]], bool]) -> dict[str, str]:
        """Save until {cell: all that it shows} is as wanted, and return that."""
        file = self._folder / path

        def shown() -> dict[str, str]:
            self.menu("File", "Save Notebook")
            time.sleep(1)
            cells = json.loads(file.read_text("utf-8"))["cells"]
            return {cell["id"]: json.dumps(cell.get("outputs", []), ensure_ascii=False) for cell in cells}

        self.wait(lambda: until(shown()), "what the notebook shows")
        return shown()

    def picture(self, name: str) -> Path:
        """Take a picture of the window."""
        path = self._own / f"{name}.png"
        self.page.save_screenshot(str(path))
        return path

    def wait(self, for_what: Callable[[], object], name: str) -> None:
        """Wait until something holds; what raises does not hold yet."""
        end = time.monotonic() + _WAIT_S
        while time.monotonic() < end:
            try:
                if for_what():
                    return
            except Exception:  # noqa: BLE001  not there yet, or about to be drawn anew
                time.sleep(0.2)
            time.sleep(0.3)
        self.picture("gave-up")
        raise TimeoutError(f"{name}: not there after {_WAIT_S:g} s; see {self._own}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
