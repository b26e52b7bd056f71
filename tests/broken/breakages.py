"""What students hand in that is not as it should be: each has a name, what it does, and what it may cost.

A breakage changes a right submission of `notebooks.exercise()` and says what comes of it: the check
cells that lose their points, and a pattern of the sentence that the student reads about it.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notebooks import RIGHT, answered, cell, notebook

Raw = dict[str, Any]
ALL = ("check-mean", "check-centred", "check-scale")
MEAN, CENTRED = ("check-mean",), ("check-centred",)
_MEAN = RIGHT["solution_mean"]
_DEAF = "import signal; signal.signal(signal.SIGALRM, signal.SIG_IGN)\nwhile True: pass"


@dataclass(frozen=True, slots=True)
class Broken:
    """One breakage. `lost`: the check cells without points; `says`: what the page says, "" if nothing is amiss."""

    make: Callable[[Path], None]  # fills the student's folder
    lost: tuple[str, ...] = ()
    says: str = ""


def right(**answers: str) -> Raw:
    """Return a right submission, some of its answers replaced."""
    return copy.deepcopy(answered(**{**RIGHT, **answers}))


def as_bytes(raw: object, encoding: str = "utf-8") -> bytes:
    """Return the file of a notebook; bytes are a file already."""
    return raw if isinstance(raw, bytes) else json.dumps(raw).encode(encoding)


def _file(raw: object, name: str = "scale.ipynb") -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(as_bytes(raw))

    return write


def _files(**files: object) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        for name, raw in files.items():
            _file(raw, name)(folder)

    return write


def _changed(change: Callable[[Raw], object]) -> Callable[[Path], None]:
    """Hand in a right notebook, changed in place."""
    raw = right()
    change(raw)
    return _file(raw)


def _cells(change: Callable[[list[Raw]], object]) -> Callable[[Path], None]:
    return _changed(lambda raw: change(raw["cells"]))


def _each(change: Callable[[Raw], object]) -> Callable[[Path], None]:
    return _cells(lambda cells: [change(one) for one in cells])


def _answer(mean: str) -> Callable[[Path], None]:
    return _file(right(solution_mean=mean))


def _extra(source: str) -> Callable[[Path], None]:
    return _cells(lambda cells: cells.insert(2, cell("extra", "mine", source)))


def _named(cells: list[Raw], name: str) -> Raw:
    return next(one for one in cells if one["id"] == name)


def _drop(*names: str) -> Callable[[list[Raw]], None]:
    def drop(cells: list[Raw]) -> None:
        cells[:] = [one for one in cells if one["id"] not in names]

    return drop


def _twice(*names: str) -> Callable[[list[Raw]], None]:
    return lambda cells: cells.extend([copy.deepcopy(_named(cells, name)) for name in names])


def _retype(kind: str, *names: str) -> Callable[[list[Raw]], object]:
    return lambda cells: [_named(cells, name).update(cell_type=kind) for name in names]


def _merge(first: str, second: str) -> Callable[[list[Raw]], None]:
    def merge(cells: list[Raw]) -> None:
        one, other = _named(cells, first), _named(cells, second)
        one["source"] += "\n\n" + other["source"]
        cells.remove(other)

    return merge


def _split(cells: list[Raw]) -> None:
    """Split as JupyterLab does: both halves keep the metadata."""
    one = _named(cells, "solution-mean")
    half = copy.deepcopy(one) | {"id": "half"}
    one["source"], half["source"] = "total = x.sum(0, keepdim=True)", "mean = total / len(x)"
    cells.insert(cells.index(one) + 1, half)


def _old() -> Raw:
    cells = [{**one, "input": one["source"]} for one in right()["cells"]]
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}


def _unnamed(one: Raw) -> None:
    one.pop("id")
    one["metadata"] = {}


def _outputs(raw: Raw) -> None:
    page = {"output_type": "stream", "name": "stdout", "text": "x" * 5_000_000}
    _named(raw["cells"], "solution-mean")["outputs"] = [page] * 10


def _widgets(raw: Raw) -> None:
    state = {"application/vnd.jupyter.widget-state+json": {"state": {"a": {"model_name": "FloatSliderModel"}}}}
    raw["metadata"]["widgets"] = state
    view = {"output_type": "display_data", "data": {"application/vnd.jupyter.widget-view+json": {}}, "metadata": {}}
    _named(raw["cells"], "solution-mean")["outputs"] = [view]


def _zeros_at_the_end(folder: Path) -> None:
    _file(as_bytes(right()) + bytes(4096))(folder)


def _control_characters(folder: Path) -> None:
    _file(as_bytes(right(solution_mean=f"{_MEAN}  # a TAB")).replace(b"TAB", b"\t\x01"))(folder)


def _latin(folder: Path) -> None:
    _file(as_bytes(right(solution_mean=f"{_MEAN}  # UMLAUT")).replace(b"UMLAUT", b"M\xfcller"))(folder)


def _link(target: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "scale.ipynb").symlink_to(target)


def _linked_data(folder: Path) -> None:
    _file(right())(folder)
    (folder / "data").symlink_to("/etc")
    (folder / "passwd.txt").symlink_to("/etc/passwd")


def _linked_folder(folder: Path) -> None:
    _file(right())(folder)
    (folder / "tables").symlink_to("/etc")


def _read_only(folder: Path) -> None:
    _file(right())(folder)
    (folder / "data.txt").write_text("1")
    for path in (folder / "data.txt", folder / "scale.ipynb"):
        path.chmod(0o444)
    folder.chmod(0o555)


def _special(folder: Path) -> None:
    _file(right())(folder)
    os.mkfifo(folder / "pipe")


def _foreign() -> Raw:
    return notebook(cell("setup", "begin", "a = 1"), cell("solution", "solution-a", "b = 2"))


def _no_python(raw: Raw) -> None:
    raw["metadata"]["kernelspec"] = {"display_name": "Julia", "language": "julia", "name": "julia-1.9"}
    raw["metadata"]["language_info"] = {"name": "julia"}


def _lines(end: str) -> Callable[[Path], None]:
    def change(one: Raw) -> None:
        one["source"] = one["source"].replace("\n", end)

    return _each(change)


_ANY_CELLS: list[Any] = [1, None, "x", {"cell_type": 3, "source": 5}]
BROKEN: dict[str, Broken] = {
    # -- the file's bytes
    "no-json": Broken(_file(b"<html>not found</html>"), ALL, "is not a notebook"),
    "truncated": Broken(_file(as_bytes(right())[:500]), ALL, "is not a notebook"),
    "empty": Broken(_file(b""), ALL, "The file is empty"),
    "blank": Broken(_file(b" \r\n\t\n"), ALL, "The file is empty"),
    "zeros": Broken(_file(bytes(5000)), ALL, "The file is empty"),
    "zeros-at-the-end": Broken(_zeros_at_the_end),
    "binary": Broken(_file(bytes(range(256))), ALL, "is not a notebook"),
    "pdf": Broken(_file(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"), ALL, "is not a notebook"),
    "byte-order-mark": Broken(_file(as_bytes(right(), "utf-8-sig"))),
    "utf-16": Broken(_file(as_bytes(right(), "utf-16"))),
    "utf-16-unmarked": Broken(_file(as_bytes(right(), "utf-16-le"))),
    "latin-1": Broken(_latin),
    "control-characters": Broken(_control_characters),
    "half-a-pair": Broken(_answer(f"{_MEAN}  # \ud800")),
    "deep": Broken(_file(b"[" * 100_000), ALL, "is not a notebook"),
    "list": Broken(_file([1, 2]), ALL, "is not a notebook"),
    "no-cells": Broken(_file(notebook()), ALL, "holds no cells"),
    "cells-are-a-number": Broken(_changed(lambda raw: raw.update(cells=3)), ALL, "holds no cells"),
    "cells-are-anything": Broken(_cells(lambda cells: cells.extend(_ANY_CELLS))),
    # -- the format
    "nbformat-3": Broken(_file(_old()), (), "old format 3"),
    "nbformat-3-odd": Broken(_file({"nbformat": 3, "worksheets": [{"cells": 7}, 5]}), ALL, "holds no cells"),
    "nbformat-4.0": Broken(_changed(lambda raw: [raw.update(nbformat_minor=0)] + [c.pop("id") for c in raw["cells"]])),
    "nbformat-4.99": Broken(_changed(lambda raw: raw.update(nbformat_minor=99))),
    "nbformat-5": Broken(_changed(lambda raw: raw.update(nbformat=5, nbformat_minor=2))),
    "nbformat-none": Broken(_changed(lambda raw: [raw.pop("nbformat"), raw.pop("nbformat_minor")])),
    "no-notebook-metadata": Broken(_changed(lambda raw: raw.pop("metadata"))),
    "metadata-null": Broken(_each(lambda one: one.update(metadata=None))),
    "lines-as-lists": Broken(_each(lambda one: one.update(source=one["source"].splitlines(keepends=True)))),
    "widgets": Broken(_changed(_widgets)),
    "other-kernel": Broken(_changed(_no_python)),
    "outputs-50-mb": Broken(_changed(_outputs)),
    # -- names of cells
    "no-cell-metadata": Broken(_each(lambda one: one.update(metadata={}))),
    "no-ids": Broken(_each(lambda one: one.pop("id"))),
    "same-ids": Broken(_each(lambda one: one.update(id="check-mean"))),
    "no-names-at-all": Broken(_each(_unnamed), (), "recognised by their text and place"),
    "unnamed-solution": Broken(
        _cells(lambda cells: _unnamed(_named(cells, "solution-scale"))), (), "recognised by their text and place"
    ),
    "duplicate-ids": Broken(_cells(lambda cells: cells.insert(2, {**cell("extra", "setup", "k = 1")}))),
    # -- cells deleted, doubled, moved, retyped, split, merged
    "no-check-cell": Broken(_cells(_drop("check-mean")), (), "put back: check-mean"),
    "no-check-cells": Broken(_cells(_drop(*ALL)), (), "put back: check-mean, check-centred, check-scale"),
    "no-setup": Broken(_cells(_drop("setup", "intro"))),
    "no-solution-cell": Broken(_cells(_drop("solution-mean")), MEAN, "'solution-mean' is missing from the file"),
    "checks-twice": Broken(_cells(_twice("check-mean", "setup"))),
    "solution-twice": Broken(_cells(_twice("solution-mean")), (), "'solution-mean' is there twice"),
    "backwards": Broken(_cells(lambda cells: cells.reverse())),
    "checks-first": Broken(_cells(lambda cells: cells.sort(key=lambda one: not one["id"].startswith("check")))),
    "solution-as-markdown": Broken(_cells(_retype("markdown", "solution-mean")), (), "no code cell any more"),
    "solution-as-raw": Broken(_cells(_retype("raw", "solution-mean")), (), "no code cell any more"),
    "check-as-markdown": Broken(_cells(_retype("markdown", "check-mean", "setup"))),
    "unknown-type": Broken(_cells(_retype("sql", "solution-mean")), (), "no code cell any more"),
    "check-edited": Broken(
        _cells(lambda cells: _named(cells, "check-mean").update(source="check('mean', 1")),
        (),
        "lines of yours are not run",
    ),
    "split": Broken(_cells(_split), (), "is there twice; both were run"),
    "merged-with-check": Broken(_cells(_merge("solution-mean", "check-mean")), (), "put back: check-mean"),
    "merged-solutions": Broken(
        _cells(_merge("solution-mean", "solution-centred")), (), "'solution-centred' is missing .* merged with another"
    ),
    "merged-into-check": Broken(_cells(_merge("setup", "solution-mean")), MEAN, "missing .* merged with another cell"),
    "cells-10000": Broken(
        _cells(lambda cells: cells.extend([cell("extra", f"c{n}", f"n = {n}") for n in range(10_000)])),
        (),
        "10000 cells of your own; only the first 500",
    ),
    "cells-10000-empty": Broken(_cells(lambda cells: cells.extend([cell("extra", "c", " ")] * 10_000))),
    "cell-90-kb": Broken(_answer(f"{_MEAN}\n" + f"# {'0123456789' * 10}\n" * 870)),
    "cell-1-mb": Broken(
        _answer(f"{_MEAN}\n" + f"# {'0123456789' * 10}\n" * 10_000), ("check-mean",), "a cell may have 100,000"
    ),
    # -- files and folders
    "no-file": Broken(_files(), ALL, "No file scale.ipynb was handed in"),
    "other-suffix": Broken(_file(right(), "scale.py"), ALL, "No file scale.ipynb was handed in"),
    "renamed": Broken(_file(right(), "Scale (1).ipynb"), (), r"no scale.ipynb; 'Scale \(1\).ipynb' was graded"),
    "renamed-unicode": Broken(_file(right(), "Übung 1 – ñ.IPYNB"), (), "'Übung 1 – ñ.IPYNB' was graded in its place"),
    "deeper-folder": Broken(_file(right(), "my work/01-scale/scale.ipynb"), (), "01-scale/scale.ipynb' was graded"),
    "two-notebooks": Broken(
        _files(**{"scale.ipynb": right(), "scale-old.ipynb": b"{"}), (), "Only scale.ipynb was graded, not 'scale-old"
    ),
    "two-renamed": Broken(
        _files(**{"a.ipynb": right(), "b.ipynb": right()}), ALL, "which of these is it: 'a.ipynb', 'b.ipynb'"
    ),
    "checkpoint-too": Broken(_files(**{"scale.ipynb": right(), ".ipynb_checkpoints/scale-checkpoint.ipynb": b"{"})),
    "another-exercise": Broken(_file(_foreign()), ALL, "the notebook of another exercise"),
    "notebook-is-a-link": Broken(_link("../../right/01-scale/scale.ipynb"), ALL, "scale.ipynb is a link"),
    "notebook-is-a-dead-link": Broken(_link("/nowhere"), ALL, "scale.ipynb is a link"),
    "notebook-is-a-folder": Broken(lambda folder: (folder / "scale.ipynb").mkdir(), ALL, "scale.ipynb is no file"),
    "notebook-is-a-full-folder": Broken(_files(**{"scale.ipynb/a.txt": b"1"}), ALL, "scale.ipynb is no file"),
    "folder-for-the-authors-file": Broken(_files(**{"scale.ipynb": right(), "numbers.txt/a.txt": b"1"})),
    "file-for-the-authors-folder": Broken(_files(**{"scale.ipynb": right(), "tables": b"1"})),
    "link-for-the-authors-folder": Broken(_linked_folder),
    "links-beside": Broken(_linked_data),
    "pipe-beside": Broken(_special),
    "read-only": Broken(_read_only),
    "odd-names-beside": Broken(_files(**{"scale.ipynb": right(), "a b/Größe [1] *?.txt": b"1", "-rf": b"", "#": b""})),
    "a b Zoë 'ö'": Broken(_file(right())),  # the student's own name
    "no-data-file": Broken(_file(right())),  # the setup reads numbers.txt, which nobody hands in
    # -- code
    "own-data-file": Broken(
        _files(**{"scale.ipynb": right(solution_mean=f"open('mine.csv')\n{_MEAN}"), "mine.csv": b"1"}),
        MEAN,
        "`?open\\('mine.csv'\\)`? +had stopped before: FileNotFoundError.*only the files that were handed out",
    ),
    "syntax": Broken(_answer("mean = = 1"), MEAN, "`?mean = = 1`? +had stopped before: SyntaxError: invalid syntax"),
    "tabs": Broken(_file(right(solution_scale="def scale(v):\n\treturn v / v.abs().max()"))),
    "tabs-mixed": Broken(_answer(f"if 1:\n\ta = 1\n        {_MEAN}"), MEAN, "TabError: inconsistent use of tabs"),
    "no-break-space": Broken(_answer(_MEAN.replace(" ", "\xa0")), MEAN, "invalid non-printable character"),
    "nul-in-code": Broken(_answer(f"{_MEAN}\0"), MEAN, "null bytes"),
    "windows-lines": Broken(_lines("\r\n")),
    "old-mac-lines": Broken(_lines("\r")),
    "input": Broken(_answer(f"n = input('n? ')\n{_MEAN}"), MEAN, "had stopped before: EOFError.*no keyboard"),
    "bash": Broken(_extra("%%bash\necho hello")),
    "pip": Broken(_extra("!pip install numpy")),
    "pip-magic": Broken(_extra("%pip install numpy")),
    "matplotlib-widget": Broken(_extra("%matplotlib widget\nimport matplotlib.pyplot as plt\nplt.plot([1])")),
    "matplotlib-notebook": Broken(_answer(f"%matplotlib notebook\n{_MEAN}")),
    "unknown-magic": Broken(_extra("%load_ext nothing")),
    "recursion": Broken(
        _file(right(solution_scale="def scale(v): return scale(v)")), ALL[2:], "RecursionError: maximum recursion depth"
    ),
    "recursion-in-a-cell": Broken(
        _answer("def deep(n): return deep(n + 1)\nmean = deep(0)"), MEAN, "RecursionError: maximum recursion depth"
    ),
    "stdout-closed": Broken(_answer(f"{_MEAN}\nimport sys; sys.stdout.close(); sys.stderr.close()")),
    "loop": Broken(_file(right(solution_centred="while True: pass")), CENTRED, "ran for more than 4 s"),
    "deaf-loop": Broken(_file(right(solution_centred=_DEAF)), ALL[1:], "ran for more than 4 s and was stopped"),
    "exit": Broken(_file(right(solution_centred="import os; os._exit(0)")), ALL[1:], "ended"),
    "sys-exit": Broken(_answer("raise SystemExit"), MEAN, "had stopped before: SystemExit"),
    "memory": Broken(_answer("mean = bytearray(10 * 2**30)"), MEAN, "had stopped before: MemoryError"),
    "output": Broken(_file(right(solution_centred="centred = x - mean\nwhile True: print('x' * 9999)"))),
    "warning": Broken(_answer(f"import sys, warnings\nwarnings.warn('!')\nsys.stderr.write('!')\n{_MEAN}")),
    "nan": Broken(_answer(f"{_MEAN}\nprint(float('nan'))\nx.sum() * float('nan')")),
    "blank-cells": Broken(_answer("# YOUR CODE HERE\nraise NotImplementedError()"), MEAN, "Not filled in yet"),
    "empty-solution": Broken(_answer(""), MEAN, "NameError: name 'mean' is not defined"),
}  # fmt: skip
