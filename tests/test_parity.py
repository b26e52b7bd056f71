"""The faces agree, word for word: live session, `autograder check`, pytest, and the grader on the public seeds.

For members of the made-up class, misconceptions of three notebooks and odd files: the same statuses, sentences,
problems and points of all public checks. Sampled in `make test`, whole in `make test-all`.
"""

from __future__ import annotations

import copy
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest
from faces import Face, face, live_report
from notebooks import RIGHT, SETUP, answered, cell, exercise, write_exercise

from autograder.commands.sample_class import make_class
from autograder.course import Course
from autograder.grade import Grader
from autograder.grade.filecheck import check_notebook
from autograder.gradebook.publicrun import expected_file
from autograder.isolation import ForkServer
from autograder.judge.confined import Judges
from autograder.judge.expected import FILE_NAME
from autograder.model import Report
from autograder.notebook import PROSE_STUB, STUB, Alternative, Notebook, answers, blank, read_source
from autograder.report import checks_text, from_json, not_filled_in
from autograder.run.cache import RunCache

ROOT = Path(__file__).resolve().parents[1]
WHOLE = "AUTOGRADER_TEST_ALL" in os.environ
NOTEBOOKS = ("08-backprop-ninja", "11-attention-head", "14-bpe")
CLASSES = sorted(path.parent.name for path in (ROOT / "source").glob("*/*.ipynb"))


def _sampled(items: list[Any], most: int) -> list[Any]:
    return items if WHOLE else random.Random(len(items)).sample(items, min(most, len(items)))


@pytest.fixture(scope="module")
def public(launcher: ForkServer, judges: Judges, tmp_path_factory: pytest.TempPathFactory) -> Grader:
    """The grader on the public seeds."""
    return Grader(launcher=launcher, secret=None, store=RunCache(tmp_path_factory.mktemp("runs")), judges=judges)


def _compare(data: bytes, folder: Path, notebook: Notebook, grader: Grader) -> tuple[Report, Face]:
    """Return the file check's report, after comparing it with the live session's and the grader's."""
    path = folder / f"{notebook.name}.ipynb"
    path.write_bytes(data)
    checked = check_notebook(path, launcher=_Kept(grader.launcher))
    told = face(checked)
    assert face(grader.grade(notebook, data, student="s").report) == told
    assert face(live_report(data, folder, grader.launcher, notebook)) == told
    return checked, told


class _Kept:
    """A launcher that whoever closes it leaves open."""

    def __init__(self, launcher: Any) -> None:
        self._launcher = launcher

    def __getattr__(self, name: str) -> Any:
        return getattr(self._launcher, name)

    def close(self) -> None:
        """Stay open."""


def _handed_in(notebook: Notebook, chosen: Mapping[str, Alternative | str]) -> bytes:
    """Return the released notebook with answers in it."""
    raw = json.loads((ROOT / "release" / notebook.assignment / f"{notebook.name}.ipynb").read_text())
    texts = answers(notebook, chosen)
    for one in raw["cells"]:
        if one["id"] in texts:
            one["source"] = texts[one["id"]]
    return json.dumps(raw).encode()


def _misconceptions() -> list[tuple[str, str]]:
    found = []
    for name in NOTEBOOKS:
        (path,) = (ROOT / "source" / name).glob("*.ipynb")
        found += _sampled([(name, one.name) for one in read_source(path).alternatives], 5)
    return found


@pytest.mark.parametrize(("assignment", "name"), _misconceptions())
def test_a_misconception_is_told_alike(public: Grader, tmp_path: Path, assignment: str, name: str) -> None:
    """Every face marks the same checks and says the same sentence of a known mistake."""
    (path,) = (ROOT / "source" / assignment).glob("*.ipynb")
    notebook = read_source(path)
    shutil.copy(ROOT / "release" / assignment / FILE_NAME, tmp_path)
    other = next(one for one in notebook.alternatives if one.name == name)
    solutions: dict[str, Alternative | str] = {one.id: "solution" for one in notebook.cells if one.kind == "solution"}
    _compare(_handed_in(notebook, {**solutions, other.cell_id: other}), tmp_path, notebook, public)


@pytest.mark.parametrize("assignment", _sampled(CLASSES, 3))
def test_a_class_is_told_alike(public: Grader, tmp_path: Path, assignment: str) -> None:
    """Whatever the made-up students have handed in, every face says the same of it."""
    course = Course(tmp_path / "course")
    for kind in ("source", "release"):
        shutil.copytree(ROOT / kind / assignment, course.root / kind / assignment)
    shutil.copy(ROOT / "nbgrader_config.py", course.root)
    make_class(course, [assignment], students=8 if WHOLE else 4, seed=1)
    notebook = course.notebooks(assignment)[0]
    shutil.copy(ROOT / "release" / assignment / FILE_NAME, tmp_path)
    for submitted in course.submitted(assignment):
        if submitted.path.is_file():
            _compare(submitted.path.read_bytes(), tmp_path, notebook, public)


# ---------------------------------------------------------------- odd files of a small exercise


def _named(raw: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in raw["cells"] if one["id"] == name)
    return found


def _own(after: str, text: str) -> Callable[[dict[str, Any]], None]:
    def change(raw: dict[str, Any]) -> None:
        location = next(number for number, one in enumerate(raw["cells"]) if one["id"] == after)
        raw["cells"].insert(location + 1, cell("extra", f"own-{after}", text))

    return change


def _answer(name: str, text: str) -> Callable[[dict[str, Any]], None]:
    return lambda raw: _named(raw, name).update(source=text)


def _without(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda raw: raw["cells"].remove(_named(raw, name))


def _raw_cell(raw: dict[str, Any]) -> None:
    raw["cells"].insert(3, {"cell_type": "raw", "id": "mine", "metadata": {}, "source": "notes"})


def _own_without_id(raw: dict[str, Any]) -> None:
    for one in raw["cells"]:
        one.pop("id")
    own: dict[str, Any] = {"cell_type": "code", "metadata": {}, "source": "import math", "outputs": []}
    own["execution_count"] = None
    raw["cells"].insert(3, own)
    raw["nbformat_minor"] = 4


def _copied_check(raw: dict[str, Any]) -> None:
    raw["cells"].append({**copy.deepcopy(_named(raw, "check-mean")), "id": "zz"})


def _is_answer(one: dict[str, Any]) -> bool:
    return bool(one["id"].startswith("solution"))


def _source(name: str) -> str:
    return str(_named(exercise(), name)["source"])


ODD: dict[str, Callable[[dict[str, Any]], object]] = {
    "right": lambda _: None,
    "blank": lambda raw: [one.update(source=blank(_source(one["id"]))) for one in raw["cells"] if _is_answer(one)],
    "wrong-variable": _answer("solution-mean", "mean = x.mean(1, keepdim=True)"),
    "wrong-twice": _answer("solution-centred", "centred = x + mean\nmean = None"),
    "raises": _answer("solution-mean", "mean = x.men(0)"),
    "raises-in-a-function": _answer("solution-scale", "def scale(v):\n    return v / largest(v)"),
    "no-python": _answer("solution-centred", "centred = x -* mean"),
    "no-value": _answer("solution-scale", "def scale(v):\n    v / v.abs().max()"),
    "an-object": _answer("solution-mean", "mean = object()"),
    "an-array": _answer("solution-mean", "mean = x.mean(0, keepdim=True).numpy()"),
    "double": _answer("solution-mean", "mean = x.double().mean(0, keepdim=True)"),
    "not-finite": _answer("solution-scale", "def scale(v):\n    return v / 0"),
    "in-place": _answer("solution-scale", "def scale(v):\n    v /= v.abs().max()\n    return v"),
    "stub-left": _answer("solution-scale", "def scale(v):\n    raise NotImplementedError()\n    return v"),
    "default-dtype": _own("setup", "torch.set_default_dtype(torch.float64)"),
    "grad-off": _own("setup", "torch.set_grad_enabled(False)"),
    "default-device": _own("check-mean", "torch.set_default_device('meta')"),
    "warnings": _own("setup", "import warnings\nwarnings.simplefilter('error')"),
    "own-cell-stops": _own("setup", "import a_package_that_nobody_has\nhalf = 2"),
    "own-check": _own("solution-mean", 'check("mean", mean)'),
    "check-shadowed": _own("solution-mean", "check = 3"),
    "raw-cell": _raw_cell,
    "own-without-id": _own_without_id,
    "copied-check": _copied_check,
    "marked-by-a-person": lambda raw: [_answer("try", "1 / 0")(raw), _answer("explain", "It is gone.")(raw)],
    "forbidden": _answer("solution-mean", "mean = torch.mean(x, 0, keepdim=True)"),
    "forbidden-alias": _answer("solution-mean", "from torch import mean as m\nmean = m(x, 0, keepdim=True)"),
}
RULES = [{"name": "torch.mean", "reason": "Add and divide yourself."}]


@pytest.fixture(scope="module")
def small(public: Grader, tmp_path_factory: pytest.TempPathFactory) -> tuple[Notebook, Path]:
    """A small exercise with a rule, and a student's folder."""
    root = tmp_path_factory.mktemp("small")
    raw = exercise(rules=RULES)
    raw["cells"] += [cell("code", "try", "scale(x)", 1), cell("prose", "explain", "The mean is gone.", 2)]
    source = write_exercise(root, raw)
    folder = root / "student"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(expected_file(public, source))
    return source, folder


def _odd(name: str) -> bytes:
    raw = answered(**RIGHT)
    raw["cells"] += [cell("code", "try", STUB, 1), cell("prose", "explain", PROSE_STUB, 2)]
    for one in raw["cells"]:
        one["source"] = one["source"].split("### BEGIN HIDDEN")[0]
    ODD[name](raw)
    return json.dumps(raw).encode()


@pytest.mark.parametrize("name", ODD)
def test_an_odd_file_is_told_alike(public: Grader, small: tuple[Notebook, Path], name: str) -> None:
    """Odd files and odd code are judged alike, and in the same words."""
    source, folder = small
    _, told = _compare(_odd(name), folder, source, public)
    if name.startswith("forbidden"):
        assert told.checks["mean"][:2] == (
            "forbidden",
            "torch.mean is not allowed in this exercise: Add and divide yourself.",
        )
    if name in (
        "right",
        "marked-by-a-person",
        "grad-off",
        "default-dtype",
        "raw-cell",
        "own-without-id",
        "copied-check",
        "check-shadowed",
    ):
        assert sum(told.points.values()) == 4
    assert told.manual == (("try", 1), ("explain", 2))


def test_pytest_says_the_same(public: Grader, small: tuple[Notebook, Path], tmp_path: Path) -> None:
    """The text of pytest's failures is that of the file check, for every odd file that has something wrong."""
    _, folder = small
    shutil.copy(folder / FILE_NAME, tmp_path)
    wanted: dict[str, list[str]] = {}
    for name in _sampled([one for one in ODD if one != "own-without-id"], 8):
        path = tmp_path / f"{name}.ipynb"
        path.write_bytes(_odd(name))
        report = check_notebook(path, launcher=_Kept(public.launcher))
        checks = [check for one in report.cells for check in one.checks]
        failed = [one for one in checks if one.status != "passed" and not not_filled_in(one)]  # those are skipped
        wanted[name] = ["\n".join([*report.problems, checks_text([one])]) for one in failed]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    said = _flat(done.stdout)
    for name, texts in wanted.items():
        for text in texts:
            assert _flat(text) in said, name
    assert f"{sum(map(len, wanted.values()))} failed" in done.stdout
    assert "skipped" in done.stdout  # the answers that a person marks


def _flat(text: str) -> str:
    return " ".join(text.split())


# ---------------------------------------------------------------- a real kernel


@pytest.mark.parametrize("name", _sampled(["blank", "wrong-variable", "in-place", "forbidden", "raises"], 3))
def test_a_real_kernel_says_the_same(public: Grader, small: tuple[Notebook, Path], name: str) -> None:
    """A kernel that is driven as JupyterLab drives it, with the cells' names, gives the file check's report."""
    source, folder = small
    data = _odd(name)
    _, told = _compare(data, folder, source, public)
    assert face(_in_a_kernel(data, folder)) == told


def _in_a_kernel(data: bytes, folder: Path) -> Report:
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(kernel_name="python3", cwd=str(folder))
    try:
        for one in nbformat.reads(data.decode(), as_version=4).cells:
            if one.cell_type == "code":
                _execute(client, one.source, one.id)
        tell = "import json; from autograder.report import to_json; print(json.dumps(to_json(check.session.report())))"
        return from_json(json.loads(_execute(client, tell, "tell").splitlines()[-1]))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def _execute(client: Any, source: str, cell_id: str) -> str:
    """Run a cell as a front end that names it; return what it printed."""
    content = {
        "code": source, "silent": False, "store_history": True,
        "user_expressions": {}, "allow_stdin": False, "stop_on_error": False,
    }  # fmt: skip
    message = client.session.msg("execute_request", content, metadata={"cellId": cell_id})
    client.shell_channel.send(message)
    printed = []
    while True:
        found = client.get_iopub_msg(timeout=60)
        if found["parent_header"].get("msg_id") != message["header"]["msg_id"]:
            continue
        if found["msg_type"] == "stream":
            printed.append(found["content"]["text"])
        if found["msg_type"] == "status" and found["content"]["execution_state"] == "idle":
            return "".join(printed)


def test_an_edited_setup_cell_is_told_in_the_session(public: Grader, small: tuple[Notebook, Path]) -> None:
    """IPython keeps what a student added to a setup cell; the first check after it says that grading does not."""
    source, folder = small
    raw = json.loads(_odd("right"))
    _named(raw, "setup")["source"] = f"{SETUP}\nimport math as m"
    report = live_report(json.dumps(raw).encode(), folder, public.launcher, source)
    assert len(report.problems) == 1
    assert re.search(r"setup cell under 'Centre and scale'.*not run:\s+import math as m", report.problems[0], re.DOTALL)
