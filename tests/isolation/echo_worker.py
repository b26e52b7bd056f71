"""A worker for tests: runs the code that it is sent, and answers with what that assigned to `result`."""

from __future__ import annotations

import json
import os
import traceback


def warm() -> object:
    """Import torch, use an IPython shell once, and hand a marker to every run."""
    import torch
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    torch.randn(8, 8) @ torch.randn(8, 8)
    config = Config()
    config.HistoryManager.enabled = False
    InteractiveShell.instance(config=config).run_cell("x = 1")
    return {"warm": True}


PREPARED: list[str] = []


def prepare(text: str) -> None:
    """Remember it, or fail."""
    if text == "fail":
        raise ValueError(text)
    PREPARED.append(text)


def main(state: object, read_fd: int, write_fd: int) -> None:
    """Read code until the pipe ends; write one JSON object: {"result": ...} or {"error": ...}."""
    with open(read_fd, "rb", closefd=False) as file:
        source = file.read().decode()
    namespace: dict[str, object] = {
        "state": state,
        "read_fd": read_fd,
        "write_fd": write_fd,
        "result": None,
        "prepared": PREPARED,
    }
    try:
        exec(compile(source, "<test>", "exec"), namespace)
        answer = {"result": namespace["result"]}
    except Exception as error:  # noqa: BLE001
        answer = {"error": type(error).__name__, "text": str(error), "trace": traceback.format_exc()}
    data = memoryview(json.dumps(answer, default=repr).encode())
    while data:
        data = data[os.write(write_fd, data) :]
