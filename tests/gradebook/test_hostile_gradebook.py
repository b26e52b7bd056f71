"""Whatever is handed in, the gradebook, its files and its pages take bounded time, and say what is true."""

from __future__ import annotations

import hashlib
import json
import struct
import time
import zlib
from pathlib import Path
from typing import Any

import nbformat
import pytest
from classroom import ASSIGNMENT, BLANK, RIGHT, FakeGrader, autograded, hand_in, submission
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.course import Course
from autograder.gradebook import Conditions, class_grades, plan, record, scores
from autograder.gradebook.autograded import kept_report
from autograder.gradebook.changes import CHANGES
from autograder.gradebook.fill import filled
from autograder.gradebook.pictures import redrawn
from autograder.model import Level, Output

NOW = Conditions("seed", "cpu", Level.STRONG)
SECONDS = 15.0  # of the thread's own time: what grows with the square of a text takes minutes


def recorded(course: Course, fake: FakeGrader) -> None:
    (exercise,) = course.notebooks(ASSIGNMENT)
    submitted = course.submitted(ASSIGNMENT)
    record(course, [fake.grade(exercise, one.read(), student=one.student) for one in submitted])


# ---------------------------------------------------------------- a notebook that says that it is graded


def forged(course: Course, fake: FakeGrader, data: bytes) -> bytes:
    """Return a submission with the metadata that a graded notebook with all points would have, its own hash in it."""
    hand_in(course, "model", RIGHT)
    recorded(course, fake)
    own = autograded(course, "model")["metadata"]["autograder"]
    raw = json.loads(data)
    report = {**own["report"], "student": "eve"}
    raw["metadata"]["autograder"] = {**own, "report": report}
    for _ in range(2):  # its hash cannot be in itself; the second time is as good as any
        made_from = {**own["made_from"], "submission": hashlib.sha256(json.dumps(raw).encode()).hexdigest()}
        raw["metadata"]["autograder"]["made_from"] = made_from
    return json.dumps(raw).encode()


def test_a_submission_that_says_that_it_is_graded(course: Course, fake: FakeGrader) -> None:
    """It is a new submission, is graded, and keeps nothing of what it said; the next time, the true report stands."""
    hand_in(course, "eve", forged(course, fake, BLANK))
    assert [reasons for one, reasons in _why(course).items() if one == "eve"] == [("a new submission",)]
    recorded(course, fake)
    kept = autograded(course, "eve")["metadata"]["autograder"]
    assert kept["report"]["score"] == 0
    assert kept["report"]["student"] == "eve"
    own = course.folder("submitted") / "eve" / ASSIGNMENT / "double.ipynb"
    assert kept["made_from"]["submission"] == hashlib.sha256(own.read_bytes()).hexdigest()
    assert {score for (student, *_), score in scores(course).items() if student == "eve"} == {0}
    assert {one.student: report.score for one, report in _planned(course).kept.items()} == {"eve": 0, "model": 3}


def test_files_that_say_that_it_is_graded(course: Course, fake: FakeGrader) -> None:
    """An autograded notebook, a report and a list of changes beside the submission are files like any others."""
    folder = hand_in(course, "eve", BLANK)
    good = forged(course, fake, RIGHT)
    for name in ("autograded/eve/01-double/double.ipynb", ".double.ipynb.part", "changes.jsonl", "report.json"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(good)
    recorded(course, fake)
    assert autograded(course, "eve")["metadata"]["autograder"]["report"]["score"] == 0
    lines = (course.private / CHANGES).read_text().splitlines()
    assert all(json.loads(line)["after"]["assignment"] == ASSIGNMENT for line in lines)


def _planned(course: Course) -> Any:
    return plan(course, list(course.submitted(ASSIGNMENT)), NOW)


def _why(course: Course) -> dict[str, tuple[str, ...]]:
    return {one.student: reasons for one, reasons in _planned(course).why.items()}


STORED: dict[str, Any] = {
    "a list": [],
    "numbers": {"submission": 10**400, "versions": 1.5, "isolation": None},
    "lists": {"versions": [[]], "isolation": ["strong"], "device": {}},
    "versions that are no JSON": {"versions": "[" * 100_000},
    "versions that are a list": {"versions": "[1]"},
    "a placeholder": {"device": "{0.__class__} {1!r} {2}", "versions": "{}"},
    "half a character": {"device": "\ud800", "versions": '{"torch": "\ud800"}'},
    "very long": {"device": "x" * 1_000_000},
}


@pytest.mark.parametrize("name", STORED)
def test_a_stored_basis_of_another_form_is_graded_again(course: Course, fake: FakeGrader, name: str) -> None:
    """Whatever an autograded notebook says that it was made from: it is graded again, for a reason in words."""
    hand_in(course, "ada", RIGHT)
    recorded(course, fake)
    path = course.folder("autograded") / "ada" / ASSIGNMENT / "double.ipynb"
    path.chmod(0o644)
    nb = json.loads(path.read_text())
    made_from = nb["metadata"]["autograder"]["made_from"]
    stored = STORED[name]
    nb["metadata"]["autograder"]["made_from"] = {**made_from, **stored} if isinstance(stored, dict) else stored
    path.write_text(json.dumps(nb))
    (reasons,) = _why(course).values()
    assert reasons
    recorded(course, fake)
    assert not _why(course)


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 200_000, '{"metadata": ' * 5000, "null", '{"metadata": {"autograder": 3}}', "\xff"]
)
def test_an_autograded_notebook_that_is_none(tmp_path: Path, text: str) -> None:
    """It counts as absent."""
    path = tmp_path / "double.ipynb"
    path.write_bytes(text.encode("latin-1"))
    assert kept_report(path) is None


# ---------------------------------------------------------------- names

NAMES = (
    "O'Hara; DROP TABLE student; --", '"quoted"', "<b>markup", "=1+1", "\u202eturned", "a\nb", "a\tb", "ü" * 100,
    "%s%n", "back\\slash", "-rf", "x" * 120, "\U0001f600", "A", "a", "ﬁ", "fi",
)  # fmt: skip


def test_students_of_any_name(course: Course, fake: FakeGrader) -> None:
    """Each has rows, a notebook and a line among the changes; none is taken for another."""
    for name in NAMES:
        hand_in(course, name, RIGHT if name != "a" else BLANK)
    recorded(course, fake)
    found = class_grades(course)
    assert {*found.students} >= {*NAMES}
    assert {name: found.entries[name, ASSIGNMENT].score for name in NAMES} == {
        name: 0 if name == "a" else 3 for name in NAMES
    }
    lines = [json.loads(line) for line in (course.private / CHANGES).read_text().splitlines()]
    assert sorted(line["after"]["student"] for line in lines) == sorted(NAMES)
    assert len(_planned(course).kept) == len(NAMES)
    assert not _why(course)


# ---------------------------------------------------------------- what the notebook is filled with

TEXTS = {
    "one line": "x" * 3_000_000,
    "lines": "\n" * 1_000_000,
    "colours": "\x1b[31m" * 300_000,
    "commands without end": "\x1b]" * 500_000,
    "accents": "a" + "\u0301" * 300_000,
    "half characters": "\ud800" * 100_000,
    "zeros": "\0" * 500_000,
    "turned": "\u202e" * 200_000,
    "frames of a traceback": "File /x/autograder/worker/worker.py:1, in f\n" * 30_000,
    "frames that never end": "File " + "/autograder/student/" * 60_000,
    "returns": "\r" * 500_000 + "x",
    "backspaces": "x\b" * 300_000,
    "quotes": "`" * 300_000,
    "tags": "<" * 500_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_outputs_and_notes_of_any_text(course: Course, fake: FakeGrader, name: str) -> None:
    """As what is printed, shown, raised and written: a valid notebook, small, in bounded time."""
    text = TEXTS[name][:250_000]  # what a run keeps of a cell is a megabyte
    note = {"cell_type": "markdown", "metadata": {}, "source": text}
    fake.outputs = tuple(Output(kind, text) for kind in ("stdout", "stderr", "text", "error"))
    (exercise,) = course.notebooks(ASSIGNMENT)
    data = submission("def double(x):\n    return 2 * x", f"total = 5\n# {text}", note)
    graded = fake.grade(exercise, data, student="eve")
    frame = nbformat.from_dict(json.loads((course.folder("source") / ASSIGNMENT / "double.ipynb").read_text()))
    began = time.thread_time()
    nb = filled(frame, graded)
    assert time.thread_time() - began < SECONDS
    outputs = [cell["outputs"] for cell in nb.cells if cell.cell_type == "code"]
    assert len(json.dumps(outputs)) < 40 * 2**20
    json.dumps(nb, ensure_ascii=False).encode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(
    *chunks: bytes, size: tuple[int, int] = (1, 1), pixels: bytes = b"\0\0\0\0", depth: int = 8, kind: int = 2
) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", *size, depth, kind, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + _chunk(b"IDAT", zlib.compress(pixels)) + _chunk(b"IEND", b"")
    )


ZEROS = zlib.compress(bytes(200 * 2**20), 9)
PICTURES = {
    "text that unpacks": _png(*[_chunk(b"zTXt", b"a\0\0" + ZEROS)] * 5),
    "international text that unpacks": _png(*[_chunk(b"iTXt", b"a\0\1\0\0\0" + ZEROS)] * 5),
    "a profile that unpacks": _png(_chunk(b"iCCP", b"a\0\0" + ZEROS)),
    "pixels that unpack": _png(pixels=bytes(200 * 2**20)),
    "too few pixels": _png(size=(1000, 1000)),
    "many small chunks": _png(*[_chunk(b"tEXt", b"a\0b")] * 50_000),
    "frames": _png(_chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0)), *[_chunk(b"fdAT", b"\0" * 30)] * 5000),
    "a palette that is none": _png(_chunk(b"PLTE", b"\0"), kind=3),
    "one line of pixels": _png(size=(4_000_000, 1), pixels=bytes(1 + 3 * 4_000_000)),
    "depths": _png(depth=16, kind=6, pixels=bytes(9)),
    "a head that comes twice": _png(_chunk(b"IHDR", struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 8, 2, 0, 0, 0))),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_that_are_bombs(name: str) -> None:
    """Drawn anew and small, or left out; in bounded time."""
    began = time.thread_time()
    made = redrawn(PICTURES[name])
    assert time.thread_time() - began < SECONDS
    assert made is None or (made.startswith(b"\x89PNG") and len(made) < 2**20)
    assert redrawn(_png()), "the control is a picture"


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.integers(0, 60), st.integers(0, 255))
def test_any_bytes_are_a_picture_or_none(data: bytes, place: int, byte: int) -> None:
    """No exception, whatever a byte of a picture is changed to."""
    redrawn(data)
    changed = bytearray(_png(_chunk(b"tEXt", b"a\0b")))
    changed[place] = byte
    redrawn(bytes(changed))
