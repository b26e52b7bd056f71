"""Drives attacks through the real pipeline: one made-up class of attackers and honest students, graded once.

In: attacks, a level. Out: for each attack what went wrong, in sentences that begin with the kind of harm
(none: it was repelled as its header says). Harms: loot, secret, contacted, wrote, tampered, gained, lost, page,
unexplained, unsaid, slow, gradebook, stray, server.

    python tests/attacks/driver.py --level adequate steal/gc_objects tamper     # some of them, by hand
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import json
import os
import re
import resource
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from attackfile import Attack, attacks, fill
from canaries import Canaries, adopting, at_rest, strays
from pages import complaints

from autograder import gradebook
from autograder.course import Course
from autograder.grade import Grader, GradingResult
from autograder.grade.batch import grade_all
from autograder.grade.factory import open_grader
from autograder.isolation import ForkServer, Launcher
from autograder.judge.confined import Judges
from autograder.model import CheckResult, Level, Status
from autograder.notebook import Notebook, answers, skeleton, solved, without_hidden
from autograder.report import to_json
from autograder.run.conversation import GRACE_S

__all__ = ["Batch", "Outcome", "drive", "main"]

ROOT = Path(__file__).resolve().parents[2]
LIMITS = {"wall_s": 6, "cell_s": 3, "cpu_s": 20, "memory_mb": 768, "scratch_mb": 16, "file_mb": 8,
          "capture_mb": 16, "output_mb": 0.25}  # fmt: skip
_ALTERNATIVES = 3
_JOBS = 2 * (os.cpu_count() or 1)  # many attacks only wait for their end
_MARGIN_S = 5.0  # start, end, and a loaded machine
_OWN_S = 20.0  # of the grader's own work for one submission, and of the gradebook's: each takes a fraction of it
_OWN_MB = 1024  # by which a whole batch may raise the grader's memory; a value may have LIMITS["capture_mb"]
_HONEST, _AFTERWARDS = "honest", "honest-afterwards"
_LOOT = re.compile(r"(?m)^(?:\w+: )?LOOT:")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One attack: what went wrong, and what came of its score."""

    attack: Attack
    complaints: tuple[str, ...]
    passed: int
    total: int
    seconds: float


@dataclass
class Batch:
    """A graded class."""

    level: Level
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)  # what has no single culprit

    def to_json(self) -> dict[str, Any]:
        """Return the numbers of the table in docs/security.md."""
        return {
            name: {"passed": one.passed, "total": one.total, "complaints": list(one.complaints)}
            for name, one in self.outcomes.items()
        }


def drive(
    chosen: Sequence[Attack],
    level: Level,
    *,
    launcher: Launcher | None = None,
    margin_s: float = _MARGIN_S,
    wall_s: float = LIMITS["wall_s"],
) -> Batch:
    """Grade a class of these attacks and honest students; `launcher`: instead of the fork server of that level."""
    folder = Path(tempfile.mkdtemp(prefix="attacks-"))
    folder.chmod(0o755)
    secret = f"canary-{secrets.token_hex(12)}"
    try:
        with contextlib.ExitStack() as stack:
            stack.enter_context(adopting())
            os.environ["ATTACK_CANARY"] = secret  # the grader's own environment and memory hold it too
            stack.callback(os.environ.pop, "ATTACK_CANARY")
            canaries = stack.enter_context(Canaries(folder / "canaries", secret))
            course = _course(folder / "course", {one.assignment for one in chosen}, wall_s)
            return _Driver(course, canaries, secret, margin_s).drive(chosen, level, launcher)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _course(root: Path, assignments: set[str], wall_s: float) -> Course:
    """Copy some exercises, with short limits and few misconceptions: each is one run more."""
    root.mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", root)
    for name in assignments:
        shutil.copytree(ROOT / "source" / name, root / "source" / name)
        for path in (root / "source" / name).glob("*.ipynb"):
            raw = json.loads(path.read_text("utf-8"))
            settings = raw["metadata"].setdefault("autograder", {})
            settings["limits"] = {**settings.get("limits", {}), **LIMITS, "wall_s": wall_s}
            others = [cell for cell in raw["cells"] if cell["cell_type"] == "raw"][_ALTERNATIVES:]
            raw["cells"] = [cell for cell in raw["cells"] if cell not in others]
            path.write_text(json.dumps(raw), "utf-8")
    course = Course(root)
    gradebook.enter(course, sorted(assignments))
    return course


class _Driver:
    """One course, one batch."""

    def __init__(self, course: Course, canaries: Canaries, secret: str, margin_s: float) -> None:
        self.course, self.canaries, self.secret, self.margin_s = course, canaries, secret, margin_s
        self.notebooks = {name: course.notebooks(name)[0] for name in course.assignments()}
        self.own_s: dict[str, float] = {}  # by student: what the grader itself needed for what was handed in

    def drive(self, chosen: Sequence[Attack], level: Level, launcher: Launcher | None) -> Batch:
        """Hand in, grade, write everything, look."""
        with self._grader(level, launcher) as grader:
            server = getattr(grader.launcher, "_process", None)
            server_pid = server.process.pid if server is not None else os.getpid()
            pids = {"GRADER_PID": os.getpid(), "SERVER_PID": server_pid}
            for notebook in self.notebooks.values():
                grader.reference(notebook)  # and with it, the template of its rules
            known = at_rest()
            for name in self.notebooks:
                self._hand_in(_HONEST, name, {}, f"# {self.secret}\n")
                self._hand_in(_AFTERWARDS, name, {})
            for attack in chosen:
                self._attack(attack, pids)
            before, memory_mb = self._tree(), _memory_mb()
            batch = Batch(grader.launcher.level)
            found = self._grade(grader, lambda student: student != _AFTERWARDS, batch)
            if grader._judges is not None:
                grader._judges.rest()  # else they wait for the next submission
            left = strays(known, server_pid)
            batch.complaints += [f"stray: {one}" for one in left]
            found |= self._grade(grader, lambda student: student == _AFTERWARDS, batch)
            for family in dict.fromkeys(one.family for one in chosen if _has_page(one)):
                gradebook.feedback(self.course, sorted(self.notebooks), f"attack-{family}-*")
            self.canaries.settle()
            if _memory_mb() > memory_mb + _OWN_MB:
                batch.complaints.append(f"slow: the grader's memory grew by {_memory_mb() - memory_mb:.0f} MB")
            batch.complaints += self.canaries.harmed()
            batch.complaints += [f"tampered: {one}" for one in _differences(before, self._tree())]
            batch.complaints += self._honest_ones(found)
            for attack in chosen:
                graded = found.get((attack.student, attack.assignment))
                if graded is None:
                    batch.complaints.append(f"lost: {attack.id} was not graded at all")
                else:
                    batch.outcomes[attack.id] = self._outcome(attack, graded, grader)
            return batch

    def _grader(self, level: Level, launcher: Launcher | None) -> Grader:
        if launcher is not None:
            judges = Judges(launcher) if isinstance(launcher, ForkServer) else None
            return Grader(launcher=launcher, secret=self.course.secret(), seed_id=self.course.seed_id(), judges=judges)
        return open_grader(self.course, device="cpu", level=level, allow_unisolated=level is Level.NONE)

    # -- handing in

    def _attack(self, attack: Attack, pids: dict[str, int]) -> None:
        notebook = self.notebooks[attack.assignment]
        cell_id, *left = _targets(attack, notebook)
        honest = answers(notebook, {cell_id: "solution"})[cell_id]
        values = self.canaries.values(attack.student, attack.code) | {
            "GRADEBOOK": str(self.course.root / "gradebook.db"),
            "OTHER_SUBMISSION": str(self._path(_HONEST, attack.assignment)),
            **pids,
        }
        code = fill(attack.code, values)
        blank = {name: notebook.cell(name).released for name in left}
        if attack.hands_in == "folder":
            self._hand_in(attack.student, attack.assignment, blank)
            made: dict[str, Any] = {}
            exec(compile(code, attack.id, "exec"), made)
            made["hand_in"](self._path(attack.student, attack.assignment))
            return
        text = {"before": f"{code}\n\n{honest}", "after": f"{honest}\n\n{code}", "instead": code}[attack.where]
        self._hand_in(attack.student, attack.assignment, {cell_id: text, **blank})

    def _path(self, student: str, assignment: str) -> Path:
        return self.course.folder("submitted") / student / assignment / f"{self.notebooks[assignment].name}.ipynb"

    def _hand_in(self, student: str, assignment: str, texts: dict[str, str], remark: str = "") -> None:
        """Write what a student has who solved everything, but for the cells in `texts`."""
        notebook = self.notebooks[assignment]
        solutions = [cell.id for cell in notebook.cells if cell.kind == "solution"]
        filled = answers(notebook, dict.fromkeys(solutions, "solution")) | texts
        source = next((self.course.folder("source") / assignment).glob("*.ipynb"))
        raw = json.loads(source.read_text("utf-8"))
        raw["cells"] = [cell for cell in raw["cells"] if cell["cell_type"] != "raw"]
        for cell in raw["cells"]:
            if cell["id"] in filled:
                cell["source"] = remark + filled[cell["id"]]
            elif cell["metadata"].get("nbgrader", {}).get("grade"):
                cell["source"] = without_hidden("".join(cell["source"]))
        path = self._path(student, assignment)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(raw), "utf-8")

    # -- grading

    def _grade(self, grader: Grader, wanted: Any, batch: Batch) -> dict[tuple[str, str], GradingResult]:
        submitted = [one for name in self.notebooks for one in self.course.submitted(name) if wanted(one.student)]
        grading = _timed(grader, self.own_s)
        made = grade_all(grading, self.course, submitted, jobs=_JOBS)
        graded: list[GradingResult] = []
        for one in made:
            if isinstance(one, GradingResult):
                graded.append(one)
            else:
                batch.complaints.append(f"lost: {one.submitted.student} was not graded: {one.message}")
        began = time.thread_time()
        gradebook.record(self.course, graded)
        if time.thread_time() > began + _OWN_S + 0.2 * len(graded):
            batch.complaints.append(f"slow: the gradebook took {time.thread_time() - began:.1f} s")
        return {(one.report.student, one.report.assignment): one for one in graded}

    def _honest_ones(self, found: dict[tuple[str, str], GradingResult]) -> Iterator[str]:
        for name in self.notebooks:
            for student, harm in ((_HONEST, "lost"), (_AFTERWARDS, "server")):
                one = found.get((student, name))
                if one is None or one.report.score != one.report.points:
                    yield f"{harm}: {student} in {name}: {one.report.score if one else 'not graded'}"
        scores = gradebook.scores(self.course)
        for (student, name), one in found.items():
            for cell in one.report.cells:
                if abs(scores[student, name, cell.cell_id] - cell.score) > 1e-9:
                    yield f"gradebook: {student} {name} {cell.cell_id}: not the score of the report"

    def _tree(self) -> dict[str, bytes]:
        kept = [self.course.root / "nbgrader_config.py", self.course.private / "secret"]
        for kind in ("source", "submitted"):
            for place, _, names in os.walk(self.course.folder(kind)):
                kept += [Path(place, name) for name in names]
        found: dict[str, bytes] = {}
        for path in kept:
            with contextlib.suppress(OSError):  # an attacker's path may be longer than one may be
                if path.is_file() and not path.is_symlink():
                    found[str(path.relative_to(self.course.root))] = path.read_bytes()
        return found

    # -- looking

    def _outcome(self, attack: Attack, graded: GradingResult, grader: Grader) -> Outcome:
        report = graded.report
        checks = {check.name: check for cell in report.cells for check in cell.checks}
        passed = {name for name, check in checks.items() if check.status is Status.PASSED}
        said = json.dumps(to_json(report), ensure_ascii=False)
        complaints = [*self.canaries.touched(attack.student), *self._taken(attack, graded, said)]
        complaints += self._score(attack, checks, passed, graded, grader)
        if attack.says and attack.says.lower() not in said.lower():
            complaints.append(f"unsaid: {attack.says!r} does not stand in the report")
        limit = LIMITS["wall_s"] + GRACE_S + self.margin_s
        if report.evidence.seconds > limit:
            complaints.append(f"slow: it took {report.evidence.seconds:.1f} s, more than {limit:g} s")
        if self.own_s[attack.student] > _OWN_S:
            complaints.append(f"slow: the grader itself worked for {self.own_s[attack.student]:.1f} s")
        return Outcome(attack, tuple(complaints), len(passed), len(checks), report.evidence.seconds)

    def _taken(self, attack: Attack, graded: GradingResult, said: str) -> Iterator[str]:
        shown = [output.text for cell in (graded.run.cells if graded.run else ()) for output in cell.outputs]
        reasons = [check.reason or "" for cell in graded.report.cells for check in cell.checks]
        loot = next((text for text in (*shown, *reasons) if _LOOT.search(text)), None)
        if loot is not None:
            found = _LOOT.search(loot)
            assert found
            yield f"loot: {loot[found.start() : found.start() + 300]!r}"
        texts = {"report": said, "outputs": "\0".join(shown)}
        for kind in ("autograded", "feedback"):
            for path in (self.course.folder(kind) / attack.student).rglob("*"):
                if path.is_file():
                    texts[f"{kind}/{path.name}"] = path.read_bytes().decode("utf-8", "replace")
        if _has_page(attack) and not any(name.startswith("feedback/") and name.endswith(".html") for name in texts):
            yield "unexplained: there is no feedback page"
        for name, text in texts.items():
            if name.startswith("feedback/") and name.endswith(".html"):
                yield from (f"page: {one}" for one in complaints(text))
        yield from (f"secret: it stands in {name}" for name, text in texts.items() if self.secret in text)

    def _score(
        self, attack: Attack, checks: dict[str, CheckResult], passed: set[str], graded: GradingResult, grader: Grader
    ) -> Iterator[str]:
        notebook = self.notebooks[attack.assignment]
        targets = _targets(attack, notebook)
        failed = set(checks) - passed
        if attack.expect == "unharmed":
            for name in sorted(failed):
                yield f"lost: {name}: {checks[name].status} {checks[name].reason or checks[name].mismatch}"
            return
        blank = self._without(grader, attack.assignment, targets)
        groups = {name for target in targets for name in notebook.group(target)}
        own = {check.name for cell in graded.report.cells if cell.cell_id in groups for check in cell.checks}
        if attack.where == "instead" and passed - blank:
            yield f"gained: {', '.join(sorted(passed - blank))} without a solution"
        if not failed:
            yield f"gained: nothing was lost, although the header says {attack.expect!r}"
        yield from (f"unexplained: {name} failed without a word" for name in sorted(failed) if _mute(checks[name]))
        if attack.expect == "costs own":
            may_fail = own | (set(checks) - blank)
        else:
            reached = [cell.id for cell in notebook.cells]
            earlier = set(reached[: min(map(reached.index, targets))])
            may_fail = {check.name for cell in graded.report.cells for check in cell.checks
                        if check.hidden or cell.cell_id not in earlier}  # fmt: skip
        for name in sorted(failed - may_fail):
            yield f"lost: {name}: {checks[name].status} {checks[name].reason or checks[name].mismatch}"

    @functools.cache  # noqa: B019  one driver lives as long as its batch
    def _without(self, grader: Grader, assignment: str, targets: tuple[str, ...]) -> frozenset[str]:
        """Return the checks that pass without these cells: follow-through."""
        notebook = self.notebooks[assignment]
        blank = {cell.id: cell for cell in skeleton(notebook).cells if cell.id in targets}
        honest = solved(notebook)
        cells = tuple(blank.get(cell.id, cell) for cell in honest.cells)
        submission = replace(honest, cells=cells, unanswered=frozenset(targets))
        report = grader.grade_submission(notebook, submission, student="blank", diagnosed=False).report
        checks = [check for cell in report.cells for check in cell.checks]
        return frozenset(check.name for check in checks if check.status is Status.PASSED)


def _timed(grader: Grader, spent: dict[str, float]) -> Grader:
    """Return the grader; what it needs for each student's notebook, in its own thread, is noted."""
    grade = type(grader).grade

    def timed(*arguments: Any, student: str, **more: Any) -> GradingResult:
        began = time.thread_time()
        try:
            return grade(grader, *arguments, student=student, **more)
        finally:
            spent[student] = time.thread_time() - began

    grader.grade = timed  # type: ignore[method-assign]
    return grader


def _memory_mb() -> float:
    """Return the most memory that this process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _targets(attack: Attack, notebook: Notebook) -> tuple[str, ...]:
    """Return the cell that the attack goes into, and those that are left blank."""
    if attack.cell:
        return tuple(notebook.cell(name.strip()).id for name in attack.cell.split(","))
    return (next(cell.id for cell in notebook.cells if cell.kind == "solution"),)


def _has_page(attack: Attack) -> bool:
    """Say whether its page is made: always where the page is the target, else only in a whole run (0.4 s each)."""
    return attack.family in ("feedback", "leak", "grader", "controls") or bool(os.environ.get("AUTOGRADER_TEST_ALL"))


def _mute(check: CheckResult) -> bool:
    return check.reason is None and check.mismatch is None


def _differences(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def select(names: Sequence[str]) -> list[Attack]:
    """Return the attacks of these families or "family/name"s; none named: all."""
    return [one for one in attacks() if not names or one.family in names or one.id in names]


def main() -> int:
    """Drive some attacks, print what went wrong."""
    parser = argparse.ArgumentParser(description="Drive attacks through the real pipeline.")
    parser.add_argument("names", nargs="*", help="families, or family/name")
    parser.add_argument("--level", choices=[one.value for one in Level], default="strong")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    level = Level(options.level)
    chosen = [one for one in select(options.names) if one.level in ("", level.value)]
    batch = drive(chosen, level)
    lines = []
    for one in batch.outcomes.values():
        word = "FAIL" if one.complaints else "ok  "
        lines.append(f"{word} {one.attack.id:42} {one.passed:3}/{one.total} {one.seconds:5.1f} s")
        lines += [f"       {complaint[:400]}" for complaint in one.complaints]
    sys.stdout.write("\n".join([*lines, *batch.complaints, ""]))
    if options.json:
        said = {"level": batch.level, "complaints": batch.complaints, "attacks": batch.to_json()}
        options.json.write_text(json.dumps(said), "utf-8")
    return 1 if batch.complaints or any(one.complaints for one in batch.outcomes.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
