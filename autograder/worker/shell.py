"""An IPython shell without a terminal: what a cell shows goes to a function.

In: cells' source. Out: calls of `show(kind, data)`. A notebook's cells thus run as in Jupyter:
magics, `display`, inline figures, the last expression's value. Nothing is remembered on disk.
"""

from __future__ import annotations

import base64
import os
import traceback
from collections.abc import Callable
from typing import Any

os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")

from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.text import SList
from traitlets import Any as AnyTrait
from traitlets import Type
from traitlets.config import Config

__all__ = ["Shell", "make_shell"]


_FRAMES = 8  # of an endless recursion that are shown
_INSTALLERS = {"pip", "conda", "mamba", "micromamba", "uv"}


class _Hook(DisplayHook):
    """Shows the value of a cell's last expression."""

    shell: Any

    def start_displayhook(self) -> None:
        """Show nothing before the value."""

    def write_output_prompt(self) -> None:
        """Show no prompt."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: object = None) -> None:
        """Hand the value's representations over."""
        del md_dict
        self.shell.show_bundle(format_dict)

    def finish_displayhook(self) -> None:
        """Show nothing after the value."""


class _Publisher(DisplayPublisher):
    """Shows what `display(...)` and figures publish."""

    def publish(self, data: dict[str, Any], *_args: Any, **options: Any) -> None:
        """Hand one bundle of representations over."""
        transient = options.get("transient") or {}
        display_id = transient.get("display_id")
        self.shell.show_bundle(data, display_id=display_id, update=bool(options.get("update")))

    def clear_output(self, wait: bool = False) -> None:  # noqa: FBT001, FBT002  IPython's signature
        """Keep what was shown."""


class _Compiler(CachingCompiler):
    """Remembers under which file name each step's code was compiled, so that a traceback can be told."""

    step = ""  # the number of the step that runs

    def __init__(self) -> None:
        super().__init__()
        self.step_of: dict[str, str] = {}

    def cache(self, transformed_code: str, number: int = 0, raw_code: str | None = None) -> str:
        """Give the code its file name, as IPython does."""
        name = str(super().cache(transformed_code, number, raw_code))
        self.step_of[name] = self.step
        return name


class Shell(InteractiveShell):
    """The shell; `show(kind, data, **fields)` receives what cells show."""

    compiler_class = Type(_Compiler)
    displayhook_class = Type(_Hook)
    display_pub_class = Type(_Publisher)
    display_formatter: Any
    show: Callable[..., None] = AnyTrait()  # type: ignore[assignment]
    outputs: list[tuple[str, bytes]] = AnyTrait()  # type: ignore[assignment]
    plain = False  # whether what runs is known to have no magics

    def run_plain(self, source: str) -> Any:
        """Run plain Python like a cell, but do not look for magics in it, which takes as long as all else."""
        self.plain = True
        try:
            return self.run_cell(source, store_history=False)
        finally:
            self.plain = False

    def transform_cell(self, raw_cell: str) -> str:
        """Turn IPython's own syntax into Python's."""
        return raw_cell if self.plain else str(super().transform_cell(raw_cell))

    def should_run_async(self, raw_cell: str, **options: Any) -> bool:
        """Tell whether a cell awaits something."""
        return not (self.plain and "await" not in raw_cell) and super().should_run_async(raw_cell, **options)

    def enable_gui(self, gui: object = None) -> None:
        """Have no event loop of a window system; IPython's own raises here."""

    def enable_matplotlib(self, gui: str | None = None) -> Any:
        """Keep figures inline, whatever `%matplotlib` asks for."""
        del gui
        return super().enable_matplotlib("inline")

    def run_line_magic(self, magic_name: str, line: str, _stack_depth: int = 1) -> Any:
        """Run a magic; say of one that a graded run does not have that it was not run, and go on."""
        call = f"%{magic_name} {line}"
        if magic_name in _INSTALLERS:
            return _not_run("installs nothing", call)
        if magic_name.startswith("%"):
            return _not_run("takes a cell magic only on a cell's first line", call)
        if self.find_line_magic(magic_name) is None and magic_name not in self.magics_manager.lazy_magics:
            return _not_run("does not have this magic", call)
        try:
            return super().run_line_magic(magic_name, line, _stack_depth=_stack_depth + 1)
        except ModuleNotFoundError:
            if magic_name not in ("load_ext", "reload_ext"):
                raise
            return _not_run("does not have this extension", call)

    def system(self, cmd: str) -> None:
        """Say of a `!command` that it was not run; the cell goes on, as in Jupyter after a command that fails."""
        _not_run("starts no other programs", f"!{cmd}")
        self.user_ns["_exit_code"] = 127

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:  # noqa: FBT001, FBT002  IPython's
        """Return the empty output of a `name = !command` that was not run."""
        del depth
        self.system(cmd)
        return SList() if split else ""

    def ask_exit(self) -> None:
        """Go on after `quit()` and `exit()`: as in Jupyter the cell runs to its end, and here so do the others."""

    def show_bundle(self, data: dict[str, Any], *, display_id: str | None = None, update: bool = False) -> None:
        """Show the best representation that the grader takes: HTML if active, a picture, else text."""
        fields = {"id": display_id, "update": update} if display_id else {}
        active = self.display_formatter.active_types
        if "text/html" in data and "text/html" in active:
            self.show("html", str(data["text/html"]).encode("utf-8", "replace"), **fields)
        elif "image/png" in data:
            png = data["image/png"]
            self.show("png", png if isinstance(png, bytes) else base64.b64decode(png), **fields)
        elif "text/plain" in data:
            self.show("text", str(data["text/plain"]).encode("utf-8", "replace"), **fields)

    def showtraceback(self, exc_tuple: Any = None, *args: Any, **options: Any) -> None:
        """Show a traceback; of an endless recursion its beginning: IPython takes seconds for a thousand frames."""
        kind, error, frames = self._get_exc_info(exc_tuple)
        if isinstance(error, RecursionError):
            lines = traceback.format_exception(kind, error, frames, limit=_FRAMES, chain=False)
            self._showtraceback(kind, error, "".join(lines).splitlines())
        else:
            super().showtraceback(exc_tuple, *args, **options)

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        del etype, evalue
        self.show("error", "\n".join(stb).encode("utf-8", "replace"))


def _not_run(reason: str, code: str) -> None:
    """Say in a cell's output what was left out of it."""
    print(f"(not run: a graded run {reason}) {code.strip()}")  # noqa: T201  the student's output


def make_shell() -> Shell:
    """Return a shell without history, colours or prompts, ready for inline figures."""
    config = Config()
    config.HistoryManager.enabled = False  # no SQLite thread
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.xmode = "Context"
    shell: Shell = Shell.instance(config=config)
    shell.outputs = []
    shell.show = lambda kind, data, **_: shell.outputs.append((kind, data))
    shell.display_formatter.active_types = ["text/plain", "image/png"]
    shell.run_line_magic("matplotlib", "inline")
    return shell
