"""Answers that others wrote: the files are read, counted and judged; the kept ones still get what they got.

Of each exercise's right answers a part, and of a third of the exercises some of the wrong ones; in `make test-all` all.
A right one has full points, a wrong one fails the checks that it names, and a first sentence that a person found true
is still the first.
"""

from __future__ import annotations

import importlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from notebooks import exercise, write_exercise
from sampling import sampled

from autograder.audit.accuracy import Graded, accuracy, grade_answers, judge
from autograder.audit.answers import Answer, Told, read_answers, write_told
from autograder.cli import main
from autograder.commands.answers import FOLDER
from autograder.course import Course
from autograder.errors import CourseError
from autograder.grade import Grader
from autograder.isolation import ForkServer
from autograder.judge.confined import Judges
from autograder.model import CheckResult, Diagnosis, Status
from autograder.notebook import as_file, read_submission
from autograder.run.cache import RunCache

ROOT = Path(__file__).resolve().parents[1]
COURSE = Course(ROOT)
ANSWERED = sorted(path.name for path in (ROOT / FOLDER).iterdir())
WRONG_TRIED = sampled(ANSWERED, every=5)  # a wrong answer costs the runs of its task's misconceptions
CHECKS = ("mean", "centred", "scale", "scale, negative")  # of the tiny exercise
MEAN = "# %% solution-mean\nmean = x.mean(1, keepdim=True)\n"  # its misconception 'other axis'


# ---------------------------------------------------------------- the kept answers


@pytest.fixture
def keeper(launcher: ForkServer, judges: Judges, kept_runs: RunCache) -> Grader:
    """A grader that runs each solution, and each misconception, once for all tests."""
    return Grader(launcher=launcher, judges=judges, secret=b"s" * 32, seed_id="test", store=kept_runs)


def _name(answer: Answer) -> str:
    return answer.name


@pytest.mark.slow
@pytest.mark.parametrize("assignment", ANSWERED)
def test_kept_answers(assignment: str, keeper: Grader) -> None:
    """The grader is right on each, and says first what was found true."""
    (notebook,) = COURSE.notebooks(assignment)
    kept = read_answers(ROOT / FOLDER, notebook, list(keeper.reference(notebook).run.captures))
    chosen = sampled([answer for answer in kept if answer.right], every=8, name=_name)
    if assignment in WRONG_TRIED:
        chosen += sampled([answer for answer in kept if not answer.right], every=15, name=_name)
    graded = grade_answers(keeper, notebook, chosen, jobs=2)
    assert graded
    assert [(one.answer.name, one.survived or one.failed) for one in graded if not one.correct] == []
    assert [(one.answer.name, one.problems) for one in graded if one.problems] == []
    found_true = [one for one in graded if one.answer.told and one.answer.told.verdict == "true"]
    assert [(one.answer.name, one.first) for one in found_true if one.verdict != "true"] == []


# ---------------------------------------------------------------- the files


def _read(root: Path, text: str, name: str = "wrong-axis.py") -> list[Answer]:
    notebook = write_exercise(root)
    folder = root / FOLDER / notebook.assignment
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return read_answers(root / FOLDER, notebook, CHECKS)


def test_a_file_is_read(tmp_path: Path) -> None:
    """Head and sections; a cell's text is whole, with its blank lines, and its comments."""
    (answer,) = _read(
        tmp_path,
        "# because: the mean of each row\n# fails: mean; scale, negative\n# batch: 3\n"
        "# told: true author other axis\n# %% solution-mean\n\n# a comment\nmean = 1\n\n\nmean = 2\n"
        "# %% solution-centred\ncentred = x\n",
    )
    assert answer.name == "01-scale/wrong-axis.py"
    assert (answer.right, answer.batch, answer.because) == (False, 3, "the mean of each row")
    assert answer.fails == ("mean", "scale, negative")
    assert answer.told == Told("true", "author", "other axis")
    assert answer.cells == {"solution-mean": "# a comment\nmean = 1\n\n\nmean = 2", "solution-centred": "centred = x"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no answer: begin a section"),
        ("# because: x\n", "no answer: begin a section"),
        (MEAN, "the head lacks '# because: ...'"),
        (f"# because: x\n{MEAN}{MEAN}", "line 4: a second section 'solution-mean'"),
        ("# because: x\n# %% solution-men\nmean = 1", "line 2: no solution cell 'solution-men'; there are: solution-m"),
        ("# because: x\n# %% check-mean\nmean = 1", "line 2: no solution cell 'check-mean'"),
        ("# because: x\n# %% solution-mean\n\n", "the section 'solution-mean' is empty"),
        (f"# because: x\n# because: y\n{MEAN}", "line 2: a second 'because'"),
        (f"# because:\n{MEAN}", "line 1: '# because:' says nothing"),
        (f"# because: x\n# fails: mean; men\n{MEAN}", "line 2: no check 'men'; there are: mean, centred"),
        (f"# because: x\n# batch: first\n{MEAN}", "line 2: a batch is a number, not 'first'"),
        (f"# because: x\n# author: y\n{MEAN}", "line 2: before the first section stand only"),
        (f"mean = 1\n{MEAN}", "line 1: before the first section stand only"),
        (f"# because: x\n# told: true\n{MEAN}", "line 2: '# told:' is followed by"),
        (f"# because: x\n# told: none author y\n{MEAN}", "line 2: '# told:' is followed by"),
        (f"# because: x\n# told: perhaps author y\n{MEAN}", "line 2: '# told:' is followed by"),
        (f"# because: x\n# told: true me y\n{MEAN}", "line 2: '# told:' is followed by"),
    ],
)
def test_a_malformed_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    """With its line, and what to do."""
    with pytest.raises(CourseError, match=r"wrong-axis\.py") as caught:
        _read(tmp_path, text)
    assert said in str(caught.value)


def test_names_of_files(tmp_path: Path) -> None:
    """A file is right or wrong by its name; a right one fails nothing."""
    with pytest.raises(CourseError, match=r"right-NAME\.py or wrong-NAME\.py"):
        _read(tmp_path / "a", f"# because: x\n{MEAN}", "axis.py")
    with pytest.raises(CourseError, match="a right answer fails nothing"):
        _read(tmp_path / "b", f"# because: x\n# fails: mean\n{MEAN}", "right-axis.py")


def test_what_was_told_is_written(tmp_path: Path) -> None:
    """Into the head, in the place of what stood there; the rest of the file stays as it is."""
    before = f"# because: x\n# told: none\n\n{MEAN}# told: nothing\n"
    (answer,) = _read(tmp_path, before)
    write_told(answer, Told("vague", "numeric", "another scale"))
    text = answer.path.read_text("utf-8")
    assert text == f"# because: x\n\n# told: vague numeric another scale\n{MEAN}# told: nothing\n"
    notebook = write_exercise(tmp_path)
    assert read_answers(tmp_path / FOLDER, notebook, CHECKS)[0].told == Told("vague", "numeric", "another scale")
    write_told(answer, Told("true", "code", "argument never used"))
    assert read_answers(tmp_path / FOLDER, notebook, CHECKS)[0].told == Told("true", "code", "argument never used")


def test_an_answer_is_handed_in_as_a_student_would(tmp_path: Path) -> None:
    """The cells that it does not name hold the solution, without an author's marks; nothing is wrong with the file."""
    (answer,) = _read(tmp_path, f"# because: x\n{MEAN}")
    notebook = write_exercise(tmp_path)
    submission = read_submission(as_file(notebook, answer.texts(notebook)), notebook)
    texts = {cell.id: cell.source for cell in submission.cells if cell.kind == "solution"}
    assert texts["solution-mean"] == "mean = x.mean(1, keepdim=True)"
    assert texts["solution-centred"] == "centred = x - mean"
    assert (submission.problems, submission.unanswered) == ((), frozenset())


# ---------------------------------------------------------------- the sums


def _graded(name: str, *failed: CheckResult, told: Told | None = None, fails: Sequence[str] = ("*",)) -> Graded:
    right = name.startswith("right")
    cells = {"solution-mean": ""}
    answer = Answer(Path(name), "01-scale", right, "x", cells, () if right else tuple(fails), told=told)
    return Graded(answer, failed, ())


def _failed(name: str, cause: str = "", *, source: str = "numeric", hidden: bool = False) -> CheckResult:
    diagnosis = Diagnosis("Look there.", source, cause) if cause else None  # type: ignore[arg-type]
    return CheckResult(name, Status.WRONG, hidden, diagnosis=diagnosis)


def test_what_is_correct() -> None:
    """A right answer passes all, a wrong one fails each check that it names, or any."""
    assert _graded("right-a.py").correct
    assert not _graded("right-b.py", _failed("mean")).correct
    assert _graded("wrong-a.py", _failed("mean")).correct
    assert not _graded("wrong-b.py").correct
    assert _graded("wrong-c.py", _failed("mean"), _failed("scale"), fails=["mean", "scale"]).correct
    assert _graded("wrong-d.py", _failed("mean"), fails=["mean", "scale"]).survived == ("scale",)


def test_the_first_sentence_is_one_that_a_student_reads() -> None:
    """Not that of a hidden check's cause for which there is no fixed sentence, and no check without one."""
    shown, unseen = _failed("b", "sign", hidden=True), _failed("a", "no such cause", hidden=True)
    first = _graded("wrong-a.py", _failed("mean"), unseen, shown).first
    assert first is not None
    assert first[0] is shown


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        (None, "not judged"),
        (Told("true", "numeric", "sign"), "true"),
        (Told("false", "numeric", "sign"), "false"),
        (Told("true", "author", "sign"), "not judged"),
        (Told("true", "numeric", "transposed"), "not judged"),
        (Told("none"), "not judged"),
    ],
)
def test_a_verdict_counts_for_the_sentence_that_was_judged(told: Told | None, verdict: str) -> None:
    """Another source or cause has been judged by nobody; no sentence needs no person."""
    assert _graded("wrong-a.py", _failed("mean", "sign"), told=told).verdict == verdict
    assert _graded("wrong-a.py", _failed("mean"), told=told).verdict == "none"


def test_sums() -> None:
    """Each answer is counted once; a mistake is seen again only where a person found the same cause true."""
    sign = Told("true", "numeric", "sign")
    found = accuracy(
        [
            _graded("right-a.py"),
            _graded("right-b.py", _failed("mean")),
            _graded("wrong-a.py", _failed("mean", "sign"), told=sign),
            _graded("wrong-b.py", _failed("mean", "sign"), told=sign),
            _graded("wrong-c.py", _failed("mean", "sign"), told=Told("vague", "numeric", "sign")),
            _graded("wrong-d.py", _failed("mean", "sign")),
            _graded("wrong-e.py", _failed("mean")),
            _graded("wrong-f.py"),
        ]
    )
    assert (found.right, found.rejected, found.wrong, found.passed) == (2, 1, 6, 1)
    assert found.verdicts == {"true": 2, "vague": 1, "false": 0, "none": 1, "not judged": 1}
    assert (found.seen_once, found.unseen) == (4, 4 / 6)


def test_the_first_numbers_of_a_batch_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """As soon as all its sentences are judged, and whatever is mended afterwards."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    updated = importlib.import_module("answers_table").updated

    def graded(true: int, not_judged: int) -> dict[str, object]:
        sums = {"verdicts": {"true": true, "not judged": not_judged}}
        return {"all": sums, "notebooks": {}, "batches": {"1": sums}}

    numbers = updated({}, graded(1, 2))
    assert "first" not in numbers["batches"]["1"]
    numbers = updated(numbers, graded(2, 0))
    numbers = updated(numbers, graded(3, 0))
    found = {when: sums["verdicts"]["true"] for when, sums in numbers["batches"]["1"].items()}
    assert found == {"first": 2, "now": 3}


def test_nothing_is_known_of_no_answers() -> None:
    """Whatever comes next is new."""
    assert accuracy([]).unseen == 1


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        ({"01-scale/wrong-b.py": "true"}, "no wrong answer '01-scale/wrong-b.py'"),
        ({"01-scale/right-a.py": "true"}, "no wrong answer '01-scale/right-a.py'"),
        ({"01-scale/wrong-a.py": "good"}, "a verdict is one of true, vague, false, none, not 'good'"),
        ({"01-scale/wrong-a.py": "none"}, "there is a sentence (numeric sign), so"),
        ({"01-scale/wrong-c.py": "true"}, "there is no sentence, so"),
    ],
)
def test_verdicts_that_do_not_fit(verdicts: dict[str, str], said: str) -> None:
    """They are named, and no file is written (there is none)."""
    graded = [
        _graded("wrong-a.py", _failed("mean", "sign")),
        _graded("right-a.py", _failed("mean", "sign")),
        _graded("wrong-c.py", _failed("mean")),
    ]
    with pytest.raises(CourseError) as caught:
        judge(graded, {"01-scale/wrong-c.py": "none"} | verdicts)
    assert said in str(caught.value)


# ---------------------------------------------------------------- the command


@pytest.fixture
def course(tmp_path: Path, launcher: ForkServer) -> Path:
    """The tiny exercise with one right answer and two wrong ones."""
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    _read(tmp_path, f"# because: the mean of each row\n# fails: mean\n{MEAN}")
    _read(tmp_path, "# because: no reason\n# %% solution-scale\ndef scale(v):\n    return 0 * v\n", "wrong-zero.py")
    _read(tmp_path, "# because: x\n# %% solution-centred\ncentred = x.sub(mean)\n", "right-sub.py")
    return tmp_path


def _audit(course: Path, *more: str) -> int:
    return main(["--course", str(course), "audit", "--answers", *more])


def test_the_command_counts_and_judges(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All is right, one sentence is judged; the verdict stands in the file and in the sums."""
    assert _audit(course, "--list") == 0
    said = capsys.readouterr().out
    assert "01-scale/wrong-axis.py: not judged" in said
    assert "because: the mean of each row" in said
    assert "You averaged over the features." in said
    assert "right-sub.py:" not in said
    (course / "verdicts.tsv").write_text(f"{course}/01-scale/wrong-axis.py\ttrue\n\n")
    for folder in ("source", str(FOLDER)):  # another exercise with answers, of which nothing is judged
        shutil.copytree(course / folder / "01-scale", course / folder / "02-more")
    assert _audit(course, "--judge", str(course / "verdicts.tsv"), "--json", str(course / "a.json")) == 0
    assert list(json.loads((course / "a.json").read_text("utf-8"))["notebooks"]) == ["01-scale"]  # those alone
    assert "# told: true author other axis\n# %%" in (course / FOLDER / "01-scale/wrong-axis.py").read_text()
    found = json.loads((course / "a.json").read_text())
    assert found["all"] == found["notebooks"]["01-scale"]
    assert (found["all"]["right"], found["all"]["wrong"], found["all"]["verdicts"]["true"]) == (1, 2, 1)
    (axis,) = (one for one in found["answers"] if one["name"] == "01-scale/wrong-axis.py")
    assert axis["first"] == {"check": "mean", "source": "author", "cause": "other axis"}


def test_the_command_finds_fault(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A right answer that is rejected, and a wrong one that passes, are named; the exit code says so."""
    _read(course, "# because: not wrong at all\n# %% solution-centred\ncentred = x.sub(mean)\n", "wrong-sub.py")
    _read(course, f"# because: not right at all\n{MEAN}", "right-axis.py")
    assert _audit(course) == 1
    said = capsys.readouterr().out
    assert "FAULT 01-scale/right-axis.py: a right answer is rejected by 'mean'" in said
    assert "FAULT 01-scale/wrong-sub.py: a wrong answer passes every check" in said


def test_verdicts_are_lines_with_a_tab(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another line is named before anything is graded."""
    (course / "verdicts.tsv").write_text("01-scale/wrong-axis.py true\n")
    assert _audit(course, "--judge", str(course / "verdicts.tsv")) == 2
    assert "verdicts.tsv, line 1: not 'NN-unit/wrong-NAME.py', a tab" in capsys.readouterr().err


def test_answers_that_are_not_there(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An exercise without answers, a folder without any, options that need `--answers`."""
    write_exercise(course, exercise(), "02-more")
    assert _audit(course, "02-more") == 2
    assert "02-more: no answers (right-NAME.py, wrong-NAME.py)" in capsys.readouterr().err
    assert _audit(course, "--folder", str(tmp_path / "nowhere")) == 2
    assert "NN-unit: no answers" in capsys.readouterr().err
    assert main(["--course", str(course), "audit", "--list"]) == 2
    assert "go with --answers" in capsys.readouterr().err
