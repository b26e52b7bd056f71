"""How a graded run differs from a student's own machine, said where an exception shows it.

In: an exception's text, "ModuleNotFoundError: No module named 'tqdm'". Out: a true sentence or two about it, or
"". A pure function of the text: it does NOT know the code, nor what the machine has.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["hint"]

_PACKAGE: Final = (
    "A graded run has only what the exercise itself needs, and installs nothing: the package '{0}' is not there. "
    "Do without it. If '{0}' is a file of your own, it was not handed in: put its code into the notebook."
)
_COLAB: Final = (
    "Colab's own modules and Google Drive are not there in a graded run. Delete these lines, or keep them in a cell "
    "of their own that nothing else depends on; the files that were handed out with the exercise lie beside the "
    "notebook, and are opened by their names alone."
)
_PLACES: Final = (
    "That folder is Colab's or Kaggle's. In a graded run the files that were handed out with the exercise lie beside "
    "the notebook, and are opened by their names alone; nothing else is there."
)
_FILES: Final = (
    "A graded run has only the files that were handed out with the exercise, beside the notebook, and those that your "
    "own cells write; folders are made by os.makedirs, for `!mkdir` does nothing there."
)
_READ_ONLY: Final = "A graded run reads and writes files in its working folder only: use a file name without a folder."
_PROCESSES: Final = (
    "A graded run is a single process: it starts no other programs and no worker processes. Do the work in the "
    "notebook itself."
)
_ALONE: Final = (
    "A graded run is a single process without a network: it starts no other programs and no worker processes, and "
    "connects to nothing. Do the work in the notebook itself, with the files that were handed out."
)
_THREADS: Final = "A graded run may start a few dozen threads only."
_NETWORK: Final = (
    "A graded run has no network: nothing can be downloaded, neither data nor weights. Use the files that were handed "
    "out with the exercise, and keep a download in a cell of its own that no answer depends on."
)
_DEVICE: Final = (
    "This graded run has no such device. Keep your tensors where the exercise's are: `.to(check.device)`, "
    "`torch.zeros(3, device=check.device)`."
)
_KEYBOARD: Final = "A graded run has no keyboard: nobody answers input()."
_DEBUGGER: Final = (
    "A graded run has no keyboard: a debugger (breakpoint(), pdb.set_trace()) stops the code at that line. Delete the "
    "line."
)
_EXIT: Final = "sys.exit() and SystemExit end their cell: what stands below in it was not run."
_WINDOW: Final = "A graded run has no screen: no window can be opened. Figures of matplotlib are shown without one."
_MEMORY: Final = "A graded run may use less memory than your machine has. How large are the tensors that you make here?"
_CARD_MEMORY: Final = (
    "A graded run may use less memory than the graphics card has: other runs compute on it too. How large are the "
    "tensors that you make here, and which of them are still needed?"
)
_DISK: Final = "A graded run may write only a few megabytes of files."
_UNFILLED: Final = "A task that is not filled in yet raises this."
_MAGIC: Final = "A graded run knows only the magics that IPython brings along. Delete the line."

# An exception's text, up to its first matching line: what is said of it. {0}: the first group.
_HINTS: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern), text)
    for pattern, text in (
        (r"ModuleNotFoundError: No module named '(?:google|google\.colab[\w.]*|kaggle_\w+)'", _COLAB),
        (r"(?:ModuleNotFoundError|ImportError): No module named '?_?tkinter\b", _WINDOW),
        (r"ModuleNotFoundError: No module named '([^'.]+)'", _PACKAGE),
        (r"(?:[\w.]+: .*)['\" ]/(?:content|kaggle)(?:/|['\" ]|$)", _PLACES),
        (r"FileNotFoundError: \[Errno 2\] No such file or directory$", _PROCESSES),  # a semaphore: it names no file
        (
            r"FileNotFoundError\b|Exception: File `'.*'` not found|RuntimeError: Parent directory .* does not exist",
            _FILES,
        ),
        (r"OSError: \[Errno 30\]|PermissionError: \[Errno 13\]", _READ_ONLY),
        (r"PermissionError: \[Errno 1\] Operation not permitted$", _ALONE),
        (r"DistNetworkError\b", _ALONE),
        (r"BlockingIOError: \[Errno 11\]", _PROCESSES),
        (r"RuntimeError: can't start new thread", _THREADS),
        (r"RuntimeError: unable to (?:open|write to|mmap) (?:shared memory|file|\d+ bytes)", _PROCESSES),
        (r"BrokenProcessPool|RuntimeError: DataLoader worker", _PROCESSES),
        (r"OSError: \"sh\" shell not found", _PROCESSES),
        (
            r"(?:URLError|gaierror|Connect(?:ion)?(?:Refused|Reset)?Error|ConnectTimeout|ClientConnectorError)\b",
            _NETWORK,
        ),
        (r"(?:MaxRetryError|NewConnectionError|NameResolutionError|ProxyError|ReadTimeout|SSLError)\b", _NETWORK),
        (r"\w+: .*(?:no internet|couldn't connect|Network is unreachable|outgoing traffic)", _NETWORK),
        (r"(?:Assertion|Type)Error: .*Torch not compiled with \w+ enabled", _DEVICE),
        (r"RuntimeError: (?:Found no NVIDIA driver|No (?:CUDA|HIP) GPUs|CUDA (?:unknown|driver|error))", _DEVICE),
        (r"RuntimeError: (?:PyTorch is not linked with support for|The MPS backend is|Invalid device.*MPS)", _DEVICE),
        (r"RuntimeError: Attempting to deserialize object on a CUDA device", _DEVICE),
        (r"RuntimeError: Cannot (?:access accelerator device|get \w+ generator|execute .* MPS backend)", _DEVICE),
        (r"RuntimeError: .* requires CUDA support|AttributeError: module 'torch._C' has no attribute '_cuda", _DEVICE),
        (r"NotImplementedError: Could not run 'aten::.*' with arguments from the '(?:XLA|CUDA|MPS|XPU)'", _DEVICE),
        (r"(?:EOFError|StdinNotImplementedError)\b", _KEYBOARD),
        (r"BdbQuit\b", _DEBUGGER),
        (r"SystemExit\b", _EXIT),
        (r"TclError\b|(?:ImportError|RuntimeError): .*(?:headless|Qt binding modules|Qt platform|DISPLAY)", _WINDOW),
        (r"(?:OutOfMemoryError|AcceleratorError|RuntimeError): CUDA (?:error: )?out of memory", _CARD_MEMORY),
        (r"MemoryError\b|RuntimeError: .*can't allocate memory|OutOfMemoryError\b", _MEMORY),
        (r"OSError: \[Errno (?:27|28)\]", _DISK),
        (r"UsageError: (?:Line|Cell) magic", _MAGIC),
        (r"NotImplementedError$", _UNFILLED),
    )
)


def hint(error: str) -> str:
    """Return what a student cannot know about an exception; "" if it is no matter of the graded run.

    `error`: "Type: message", as the run tells it; only its first lines are looked at.
    """
    text = error[:1000]
    for pattern, said in _HINTS:
        if found := pattern.match(text):
            return said.format(*found.groups())
    return ""
