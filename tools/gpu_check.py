"""What grading does on this machine's GPU, measured: references, right and wrong answers, time, memory, attacks.

    tools/gpu_check.sh [--device cuda|cpu] [--notebooks 07-batchnorm ...] [--parts references ...] [--out build/gpu]

In: a checkout, a Python with torch. Out: OUT.json and OUT.md, a row for each thing that was looked at; exit code 0 if
each row is as it must be, 1 if one is not, 2 if nothing can be run here. Each part is a process of its own with a
time of its own: one that fails or takes too long is a row. It needs no network, and where there is no nbgrader the
feedback page is left out. `--device cpu` runs the same code without a GPU.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.course import Course
    from autograder.grade import Grader
    from autograder.model import Report
    from autograder.notebook import Notebook

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "attacks")]

SECRET = b"gpu check".ljust(32)
TOTAL_S = 460.0
ALTERNATIVES = ("07-batchnorm", "08-backprop-ninja", "11-attention-head", "12-gpt")
TIMED = "12-gpt"
SMALL = "07-batchnorm"
ATTACKS = ("exhaust/memory_by_torch", "steal/gc_objects", "rules/batch_norm_through_aten")
# what grading imports, by the names under which packages are installed
PACKAGES = {
    "torch": "torch",
    "numpy": "numpy",
    "IPython": "ipython",
    "safetensors": "safetensors",
    "matplotlib": "matplotlib",
    "PIL": "pillow",
    "rich": "rich",
}
OF_NOTEBOOKS = {"names": "names", "sklearn": "scikit-learn", "regex": "regex"}
OF_FEEDBACK = {"nbgrader": "nbgrader", "nbformat": "nbformat"}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was looked at."""

    what: str
    found: str
    good: bool = True


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is to be looked at, and how."""

    device: str
    notebooks: tuple[str, ...]  # none: those that a part is about
    submissions: int
    unisolated: bool

    def chosen(self, usual: tuple[str, ...]) -> tuple[str, ...]:
        """Return the notebooks of a part."""
        return self.notebooks or usual


# ---------------------------------------------------------------- what parts have in common


@contextmanager
def grader(wishes: Wishes, device: str) -> Iterator[Grader]:
    """Yield a grader on a device, its reports isolated as this machine can."""
    from autograder.grade import Grader
    from autograder.isolation import ForkServer

    with ForkServer(device=device, allow_unisolated=wishes.unisolated) as launcher:
        yield Grader(launcher=launcher, secret=SECRET, device=device)


def course() -> Course:
    """Return the checkout's own course."""
    from autograder.course import Course

    return Course(ROOT)


def read(name: str) -> Notebook:
    """Return a source notebook of the checkout."""
    return course().notebooks(name)[0]


@contextmanager
def class_of(wishes: Wishes, name: str) -> Iterator[Course]:
    """Yield a course of one assignment in a folder of its own, with a made-up class."""
    from autograder.commands.sample_class import make_class
    from autograder.course import Course

    with tempfile.TemporaryDirectory() as folder:
        made = Course(Path(folder))
        for kind in ("source", "release"):
            shutil.copytree(ROOT / kind / name, made.root / kind / name)
        shutil.copy(ROOT / "nbgrader_config.py", made.root)
        make_class(made, [name], students=wishes.submissions, seed=1)
        yield made


def statuses(report: Report) -> list[str]:
    """Return how its checks ended."""
    return [check.status.value for cell in report.cells for check in cell.checks]


def graded_class(one: Grader, made: Course, name: str, jobs: int) -> tuple[dict[str, list[str]], float]:
    """Return how each submission's checks ended, and the seconds that all took; the solution has been run before."""
    from autograder.grade.batch import Failure, grade_all

    (notebook,) = made.notebooks(name)
    one.reference(notebook)
    began = time.monotonic()
    found = list(grade_all(one, made, list(made.submitted(name)), jobs=jobs))
    seconds = time.monotonic() - began
    lost = [entry.message for entry in found if isinstance(entry, Failure)]
    if lost:
        raise RuntimeError(lost[0])
    return {entry.report.student: statuses(entry.report) for entry in found if not isinstance(entry, Failure)}, seconds


def with_code(notebook: Notebook, cell_id: str, code: str, where: str = "before") -> bytes:
    """Return the solved notebook as a submission, with a student's code before, after, or instead of an answer."""
    from autograder.notebook import solved

    texts = {cell.id: cell.source for cell in solved(notebook).cells}
    raw = json.loads((ROOT / "source" / notebook.assignment / f"{notebook.name}.ipynb").read_text("utf-8"))
    raw["cells"] = [cell for cell in raw["cells"] if cell["cell_type"] != "raw"]
    for cell in raw["cells"]:
        if cell["id"] in texts and cell["cell_type"] == "code":
            right = texts[cell["id"]]
            ways = {"before": f"{code}\n{right}", "after": f"{right}\n{code}", "instead": code}
            cell["source"] = ways[where] if cell["id"] == cell_id else right
    return json.dumps(raw).encode()


def first_solution(notebook: Notebook) -> str:
    """Return the id of the first cell that a student fills in."""
    return next(cell.id for cell in notebook.cells if cell.kind == "solution")


# ---------------------------------------------------------------- the parts


def doctor(wishes: Wishes) -> Iterator[Row]:
    """What this machine has; as `autograder doctor` says it."""
    from autograder.commands.doctor import examine

    found = examine()
    for title, lines in found.sections:
        for line in lines:
            yield Row(title, line, good=not line.startswith("lacks: torch"))
    yield Row("Isolation", "students' code can be graded here" if found.can_grade else "none", good=found.can_grade)
    for name, package in (OF_NOTEBOOKS | OF_FEEDBACK).items():
        if importlib.util.find_spec(name) is None:
            yield Row("Packages", f"{package} is missing", good=package == "nbgrader")
    if wishes.device == "cuda":
        import torch

        yield Row("CUDA", torch.version.cuda or "none", good=torch.cuda.is_available())


def references(wishes: Wishes) -> Iterator[Row]:
    """Every solution on the device against the CPU: how far the worst check stays below its tolerance."""
    from autograder.errors import GraderError

    with grader(wishes, "cpu") as own, grader(wishes, wishes.device) as other:
        for name in wishes.chosen(tuple(course().assignments())):
            try:
                yield _margin(name, own, other, read(name))
            except GraderError as error:
                yield Row(name, str(error), good=False)


def _margin(name: str, own: Grader, other: Grader, notebook: Notebook) -> Row:
    from autograder.compare import excess, within_bound

    here, there = own.reference(notebook), other.reference(notebook)
    worst, where = 0.0, "no check differs"
    for check, capture in here.run.captures.items():
        options = capture.options
        if options.bounded:
            bound = within_bound(there.expected[check], at_most=options.at_most, at_least=options.at_least)
            error = 0.0 if bound is None else float("inf")
        else:
            error = excess(there.expected[check], here.expected[check], rtol=options.rtol, atol=options.atol)
        if error > worst:
            worst, where = error, f"'{check}' is {1 / error:.3g} times below its tolerance"
    return Row(name, f"{where} ({there.run.seconds:.2f} s, on the CPU {here.run.seconds:.2f} s)", good=worst <= 0.1)


def alternatives(wishes: Wishes) -> Iterator[Row]:
    """All variants and misconceptions on the device: right answers accepted, wrong ones rejected and explained."""
    from autograder.audit.alternatives import try_alternatives

    with grader(wishes, wishes.device) as one:
        for name in wishes.chosen(ALTERNATIVES):
            notebook = read(name)
            began = time.monotonic()
            found, faults = try_alternatives(notebook, one, jobs=os.cpu_count() or 1)
            said = [*faults, *(f"{other.name}: {fault}" for other in found for fault in other.faults)]
            seconds = time.monotonic() - began
            yield Row(name, f"{len(found)} of them in {seconds:.0f} s; {'; '.join(said) or 'no fault'}", good=not said)


def throughput(wishes: Wishes) -> Iterator[Row]:
    """A class on the CPU and on the device: seconds for each submission, and the same verdicts."""
    jobs = os.cpu_count() or 1
    (name,) = wishes.chosen((TIMED,))[:1]
    verdicts = []
    with class_of(wishes, name) as made:
        for device in ("cpu", wishes.device):
            with grader(wishes, device) as one:
                found, seconds = graded_class(one, made, name, jobs)
            verdicts.append(found)
            each = seconds / len(found)
            yield Row(f"{name} on {device}", f"{each:.2f} s each, {len(found)} submissions, {jobs} at a time")
    yield Row(f"{name}, verdicts", "the same on both" if verdicts[0] == verdicts[1] else "they differ",
              good=verdicts[0] == verdicts[1])  # fmt: skip


def two_workers(wishes: Wishes) -> Iterator[Row]:
    """Two graders on one device at the same time: as two workers of a cluster, or two commands."""
    (name,) = wishes.chosen((TIMED,))[:1]
    few = Wishes(wishes.device, wishes.notebooks, min(6, wishes.submissions), wishes.unisolated)
    with class_of(few, name) as made, ExitStack() as stack, ThreadPoolExecutor(2) as pool:
        both = [stack.enter_context(grader(wishes, wishes.device)) for _ in range(2)]
        results = list(pool.map(lambda one: graded_class(one, made, name, 1), both))
    same = results[0][0] == results[1][0]
    seconds = max(found[1] for found in results)
    words = "the same verdicts" if same else "other verdicts"
    yield Row(f"{name}, two graders", f"{words}, {seconds:.1f} s for {few.submissions} submissions each", good=same)


def memory(wishes: Wishes) -> Iterator[Row]:
    """A submission that asks for more memory than there is: it costs its own cell, and the next one nothing."""
    (name,) = wishes.chosen((SMALL,))[:1]
    notebook = read(name)
    cell = first_solution(notebook)
    asks = "import torch\nkept = torch.ones(1 << 40, dtype=torch.float64, device=check.device)"
    with grader(wishes, wishes.device) as one:
        report = one.grade(notebook, with_code(notebook, cell, asks), student="greedy").report
        ended = statuses(report)
        said = [check.reason for part in report.cells for check in part.checks if check.reason]
        lost = ended.count("passed") < len(ended)
        told = next((line for line in said if "memory" in line or "allocate" in line), "; ".join(said[:1]))
        yield Row("more than there is", f"{ended.count('passed')} of {len(ended)} checks; {told}", good=lost)
        after = statuses(one.grade(notebook, with_code(notebook, cell, ""), student="next").report)
        good = set(after) == {"passed"}
        yield Row("the next submission", f"{after.count('passed')} of {len(after)} checks", good=good)


def attacks(wishes: Wishes) -> Iterator[Row]:
    """Three hostile submissions: each costs its author what its header says, and gains nothing."""
    from attackfile import read_attack

    with grader(wishes, wishes.device) as one:
        for name in ATTACKS:
            attack = read_attack(ROOT / "tests" / "attacks" / f"{name}.py")
            notebook = read(attack.assignment)
            cell = attack.cell or first_solution(notebook)
            data = with_code(notebook, cell, attack.code, attack.where)
            report = one.grade(notebook, data, student="attack").report
            ended = statuses(report)
            passed = ended.count("passed")
            good = (passed == len(ended)) == (attack.expect == "unharmed")
            yield Row(name, f"{passed} of {len(ended)} checks ({attack.expect})", good=good)


def feedback(wishes: Wishes) -> Iterator[Row]:
    """One submission's way to its page, by the commands; with nbgrader only."""
    if importlib.util.find_spec("nbgrader") is None:
        yield Row("feedback", "left out: nbgrader is not here; `autograder import` makes it possible where it is")
        return
    from autograder.cli import main

    (name,) = wishes.chosen((SMALL,))[:1]
    one = Wishes(wishes.device, wishes.notebooks, 1, wishes.unisolated)
    with class_of(one, name) as made:
        more = ["--allow-unisolated"] if wishes.unisolated else []
        code = main(["--course", str(made.root), "grade", "--feedback", "--device", wishes.device, *more])
        pages = list(made.root.glob("feedback/*/*/*.html"))
    yield Row("feedback", f"exit code {code}, {len(pages)} page", good=code == 0 and len(pages) == 1)


def context(wishes: Wishes) -> Iterator[Row]:
    """What the device costs a run before it computes anything: the same small run on both."""
    (name,) = wishes.chosen((SMALL,))[:1]
    notebook = read(name)
    data = with_code(notebook, first_solution(notebook), "")
    seconds = {}
    for device in dict.fromkeys(("cpu", wishes.device)):
        with grader(wishes, device) as one:
            one.reference(notebook)
            runs = []
            for _ in range(5):
                run = one.grade(notebook, data, student="s").run
                runs.append(run.seconds if run is not None else 0.0)
            seconds[device] = statistics.median(runs)
            yield Row(f"a run of {name} on {device}", f"{seconds[device]:.2f} s (median of {len(runs)})")
    if wishes.device != "cpu":
        yield Row(
            "a CUDA context for each run", f"{seconds[wishes.device] - seconds['cpu']:.2f} s more than on the CPU"
        )


PARTS: dict[str, tuple[Callable[[Wishes], Iterator[Row]], float]] = {
    "doctor": (doctor, 60.0),
    "references": (references, 110.0),
    "throughput": (throughput, 100.0),
    "memory": (memory, 40.0),
    "context": (context, 40.0),
    "attacks": (attacks, 50.0),
    "two workers": (two_workers, 60.0),
    "alternatives": (alternatives, 180.0),
    "feedback": (feedback, 60.0),
}


# ---------------------------------------------------------------- parts as processes


def run_part(name: str, wishes: Wishes) -> int:
    """Print the rows of one part, a JSON object a line, as they are found; the last line says that it is done."""
    look, _ = PARTS[name]
    with os.fdopen(os.dup(1), "w", buffering=1) as out:
        os.dup2(2, 1)  # what commands print is no row
        for row in look(wishes):
            out.write(json.dumps(asdict(row)) + "\n")
        out.write("{}\n")
    return 0


def part(name: str, arguments: list[str], limit: float) -> dict[str, Any]:
    """Run one part in a process of its own; what it found before it failed or was stopped is kept."""
    began = time.monotonic()
    command = [sys.executable, __file__, *arguments, "--part", name]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=out, stderr=errors, start_new_session=True)
        try:
            code = process.wait(limit)
            ended = "done" if code == 0 else f"failed (exit code {code})"
        except subprocess.TimeoutExpired:
            ended = f"stopped after {limit:.0f} s"
        finally:
            with ExitStack() as stack:
                stack.callback(process.wait)
                stack.callback(_end_group, process.pid)
        out.seek(0)
        errors.seek(0)
        lines = [json.loads(line) for line in out.read().decode().splitlines() if line.endswith("}")]
        said = errors.read().decode(errors="replace").strip().splitlines()
    rows = [line for line in lines if line]
    if ended != "done":
        rows.append(asdict(Row(name, f"{ended}: {said[-1][:300]}" if said else ended, good=False)))
    return {"part": name, "ended": ended, "seconds": round(time.monotonic() - began, 1), "rows": rows}


def _end_group(group: int) -> None:
    """End what a part has started: its fork servers are in sessions of their own, and end with their sockets."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return


def missing() -> list[str]:
    """Return the packages without which nothing can be graded here."""
    return [package for name, package in PACKAGES.items() if importlib.util.find_spec(name) is None]


def here() -> dict[str, str]:
    """Return what the numbers were taken on."""
    import torch

    card = torch.cuda.get_device_name(0) if torch.cuda.is_available() else "none"
    return {
        "python": platform.python_version(),
        "torch": torch.__version__,
        "card": card,
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.release()}",
    }


def table(data: dict[str, Any]) -> str:
    """Return the Markdown of docs/gpu.md."""
    machine = ", ".join(f"{name} {value}" for name, value in data["machine"].items())
    lines = [f"Measured {data['at']} on {data['device']} ({machine}), {data['seconds']:.0f} s.", ""]
    lines += ["|part|what|found| |", "|--|--|--|--|"]
    for one in data["parts"]:
        for row in one["rows"]:
            cells = (one["part"], row["what"], row["found"], "✓" if row["good"] else "**not so**")
            lines.append("|" + "|".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + "|")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run the parts that were asked for, and write what they found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--device", choices=("cuda", "cpu"), default="cuda")
    parser.add_argument("--notebooks", nargs="*", default=[], metavar="NAME", help="in place of those of each part")
    parser.add_argument("--parts", nargs="*", default=[], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--submissions", type=int, default=24, metavar="N", help="of the class that is timed")
    parser.add_argument("--total", type=float, default=TOTAL_S, metavar="S", help="seconds for everything")
    parser.add_argument("--patience", type=float, default=1.0, metavar="F", help="all limits of time, F times as long")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "gpu", metavar="PATH", help="without its suffix")
    parser.add_argument("--allow-unisolated", action="store_true", help="also where students' code cannot be isolated")
    parser.add_argument("--missing", action="store_true", help="only name the packages that are missing")
    parser.add_argument("--part", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.missing:
        print("\n".join([*missing(), *(p for n, p in OF_NOTEBOOKS.items() if importlib.util.find_spec(n) is None)]))
        return 0
    if lacks := missing():
        print(
            f"missing here: {', '.join(lacks)}. Put their wheels into a folder: gpu_check.sh --wheels DIR",
            file=sys.stderr,
        )
        return 2
    if unknown := [name for name in options.parts if name not in PARTS]:
        parser.error(f"no part {', '.join(unknown)}; there are: {', '.join(PARTS)}")
    wishes = Wishes(options.device, tuple(options.notebooks), options.submissions, options.allow_unisolated)
    if options.part:
        return run_part(options.part, wishes)
    began = time.monotonic()
    arguments = ["--device", options.device, "--submissions", str(options.submissions)]
    arguments += ["--notebooks", *options.notebooks] if options.notebooks else []
    arguments += ["--allow-unisolated"] if options.allow_unisolated else []
    parts = []
    for name in options.parts or PARTS:
        left = options.total * options.patience - (time.monotonic() - began)
        parts.append(part(name, arguments, max(1.0, min(PARTS[name][1] * options.patience, left))))
        print(f"{name}: {parts[-1]['ended']}, {parts[-1]['seconds']} s", flush=True)
    data = {
        "format": 1,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "device": options.device,
        "machine": here(),
        "seconds": round(time.monotonic() - began, 1),
        "parts": parts,
    }
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.with_suffix(".json").write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    options.out.with_suffix(".md").write_text(table(data), "utf-8")
    print(f"wrote {options.out.with_suffix('.json')} and {options.out.with_suffix('.md')}")
    return 0 if all(row["good"] for one in parts for row in one["rows"]) else 1


if __name__ == "__main__":
    raise SystemExit(main())
