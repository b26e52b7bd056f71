"""The data that flows through the grader: frozen, slotted, free of behaviour.

What a notebook asks (Check options, Rule, Limits), what a run gave (Capture, CellRun, Run), what
the grader says of it (Mismatch, Diagnosis, CheckResult, CellResult, Report). This module imports
nothing of the package and computes little more than sums of its own fields.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

__all__ = [
    "Binding",
    "Capture",
    "CellResult",
    "CellRun",
    "CheckOptions",
    "CheckResult",
    "Diagnosis",
    "Evidence",
    "Exit",
    "Level",
    "Limits",
    "ManualResult",
    "Mismatch",
    "Numerics",
    "Operand",
    "Output",
    "Report",
    "Rule",
    "Run",
    "Status",
    "Step",
    "TraceLine",
    "ValueOutcome",
    "Void",
    "trace_key",
]


# ---------------------------------------------------------------- what a notebook asks


@dataclass(frozen=True, slots=True)
class Rule:
    """A name that an exercise forbids, and the reason that the student is told."""

    name: str  # full dotted name: "torch.nn.BatchNorm1d", "torch.Tensor.backward", "tiktoken"
    reason: str
    kernels: bool = True  # also below Python: what the name stands on is taken out of torch
    cells: tuple[str, ...] = ()  # the solution cells where it holds; none: everywhere, and then in the run as well
    shown: str = ""  # what a task's text says in place of the name; rules may share it
    named_in: tuple[str, ...] = ()  # the solution cells in whose tasks it is named; none: wherever it holds


@dataclass(frozen=True, slots=True)
class Limits:
    """What one graded run may use. Times in seconds, sizes in MiB."""

    wall_s: float = 60.0  # the whole notebook
    cell_s: float = 20.0  # one cell
    cpu_s: float = 120.0
    memory_mb: int = 2048  # address space above that of the warm process
    file_mb: int = 32  # one file
    scratch_mb: int = 64  # all files
    threads: int = 64
    output_mb: float = 1.0  # text and pictures of one cell
    capture_mb: float = 64.0  # one captured value; all of them: twice that and 64


@dataclass(frozen=True, slots=True)
class Numerics:
    """How a run computes, beside the device. Graded runs use the defaults; the audit tries others."""

    threads: int = 1
    double: bool = False  # float64 wherever torch would use float32
    global_seeds: tuple[int, int, int] = (0, 0, 0)  # added to those of torch's, numpy's and random's own generators


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The keyword arguments of one `check(...)` call."""

    weight: float = 1.0
    rtol: float | None = None  # None: the default of the expected value's dtype
    atol: float | None = None
    at_most: float | None = None
    at_least: float | None = None

    @property
    def bounded(self) -> bool:
        """Whether the value is held against a bound, and not against the expected one."""
        return self.at_most is not None or self.at_least is not None


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of code that the worker runs in one go: a cell, or one statement of a check cell."""

    cell_id: str
    source: str
    check: bool = False  # part of a check cell: captures are accepted only here
    hidden: bool = False
    number: int = 0  # of the statement within the check cell's public, or hidden, part
    student: bool = False  # the student's own text
    cases: tuple[str, ...] = ()  # whose random numbers it asks for by name
    names: tuple[str, ...] = ()  # of a check cell's statement: the variables that it refers to
    last: int = 0  # the line of the statement that checks, if others stand before it: they make its data
    keeps: tuple[str, ...] | None = None  # the last one of a check cell's public part: what its hidden cases, which
    # run in the state that it left, refer to
    restores: bool = False  # the first one of a check cell's hidden part

    @property
    def location(self) -> str:
        """Where it stands: the cell, and which of its statements it is."""
        return f"{self.cell_id}:{'hidden ' if self.hidden else ''}{self.number}"


# ---------------------------------------------------------------- what a run gave


class Level(StrEnum):
    """How well a run is isolated from the machine. See docs/security.md and isolation/."""

    STRONG = "strong"
    ADEQUATE = "adequate"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Capture:
    """One value that arrived at a check, still encoded (autograder.wire.values)."""

    name: str
    cell_id: str
    location: str  # the statement that made it: "check-softmax:1"
    hidden: bool
    variable: bool  # the check's name is the variable's name: follow-through applies
    value: bytes | None  # None if evaluating or encoding the value failed
    error: str | None  # then why: "NameError: name 'x' is not defined"
    options: CheckOptions = field(default_factory=CheckOptions)


@dataclass(frozen=True, slots=True)
class Binding:
    """The value that a variable gets after its check."""

    data: bytes  # encoded
    given: bool  # the student's was wrong; False: it was right, but not to the last bit


@dataclass(frozen=True, slots=True)
class Output:
    """Something that a cell showed. Text is decoded and bounded; a picture is PNG bytes."""

    kind: Literal["stdout", "stderr", "text", "error", "png", "html"]
    text: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class CellRun:
    """What happened when one cell ran."""

    cell_id: str
    seconds: float
    error: str | None = None  # "ValueError: ..." of the first statement that raised
    outputs: tuple[Output, ...] = ()
    after_given: bool = False  # it ran, or went on, after the grader had given the right value of a variable


@dataclass(frozen=True, slots=True)
class Exit:
    """How a worker ended, as its supervisor saw it."""

    reason: Literal["exited", "wall", "cpu", "memory", "disk", "killed", "stopped", "setup"]
    code: int | None = None  # exit status; negative: the signal
    cpu_s: float = 0.0
    wall_s: float = 0.0
    max_rss_mb: float = 0.0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Operand:
    """What stands in an expression that failed: a tensor's shape and dtype, or a type and its length."""

    name: str  # "logits", "self.W1"
    shape: tuple[int, ...] | None  # (32, 27); of a list, text, dict its length; None: it has none
    kind: str  # "float32", "list", "NoneType"


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One line of the student's own code that an exception passed through."""

    cell_id: str  # "" if it stands in a file of the student's
    line: int  # from 1
    columns: tuple[int, int] | None = None  # the failing part of the line: first character, and the one after it
    operands: tuple[Operand, ...] = ()  # of the innermost line
    file: str = ""  # that file's name, in the working folder
    repeats: int = 0  # how often the line was passed through, if it called itself


@dataclass(frozen=True, slots=True)
class Run:
    """All that came out of running one notebook."""

    captures: dict[str, Capture]  # by check name, in the order of arrival
    cells: tuple[CellRun, ...]
    errors: dict[str, str]  # place of a check cell's statement -> what it raised
    stop: str | None  # None: the notebook ran to its end; else why not, in words for a student
    exit: Exit
    level: Level
    device: str
    seconds: float
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # place -> variables changed in place there
    after_given: tuple[str, ...] = ()  # places of check statements that ran after a right value had been given
    open_rules: tuple[str, ...] = ()  # rules that held in name only: what this torch did not let be taken away
    traces: Mapping[str, tuple[TraceLine, ...]] = field(default_factory=dict)  # of what was raised, by where: a cell's
    # id, a check cell's statement (its location), or a check (`trace_key`)


def trace_key(check: str) -> str:
    """Return under which key `Run.traces` has what a check's own function raised."""
    return f"check {check}"


# ---------------------------------------------------------------- what the grader says


class Status(StrEnum):
    """How a check ended: exactly one of these."""

    PASSED = "passed"
    WRONG = "wrong"
    RAISED = "raised"
    MISSING = "missing"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """How an actual value differs from the expected one: the first rung of the ladder that fails.

    The ladder: type, structure (length, keys), shape, dtype, finite, value, bound.
    """

    kind: Literal["type", "structure", "shape", "dtype", "finite", "value", "bound"]
    message: str  # a sentence: "shape (4,), expected (8,)"
    count: int = 0  # elements that differ
    total: int = 0
    worst_abs: float | None = None
    worst_rel: float | None = None
    index: str | None = None  # of the worst element: "[3, 0]", "['key'][2]"
    actual: str | None = None  # the two values there, as text
    expected: str | None = None
    bound: float | None = None  # the allowed absolute difference there


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The most likely cause of a mismatch, in a sentence for the student."""

    text: str
    source: Literal["author", "numeric", "code"]
    cause: str  # the misconception's name, or "transposed", "sign", "factor 1/n", "argument never used", ...
    confidence: float = 1.0  # 0 to 1


@dataclass(frozen=True, slots=True)
class ValueOutcome:
    """The value that a known misconception gives at a check, and what a tutor says to it."""

    name: str
    says: str
    value: object  # decoded


class Void(StrEnum):
    """How a check counts that turned out not to be right: the author says so."""

    FULL = "full marks"  # for everybody
    OUT = "out of the sum"  # the cell's other checks carry its points


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check of one submission."""

    name: str
    status: Status
    hidden: bool = False
    weight: float = 1.0
    reason: str | None = None  # raised: the exception; missing, forbidden: why
    mismatch: Mismatch | None = None
    diagnosis: Diagnosis | None = None
    remark: str | None = None  # what is to be said whatever the status: an argument that was changed in place
    where: str | None = None  # raised: the student's own line, with a mark below it, and the shapes that it met
    void: Void | None = None  # its status does not count
    fingerprint: str | None = None  # of a wrong value that nothing explains: compare/fingerprint.py's, as JSON


@dataclass(frozen=True, slots=True)
class CellResult:
    """One check cell of one submission."""

    cell_id: str
    points: float
    checks: tuple[CheckResult, ...]

    @property
    def score(self) -> float:
        """The points times the weights passed over all weights: finite, within 0 and points."""
        counted = [check for check in self.checks if check.void is not Void.OUT]
        weights = sum(check.weight for check in counted)
        passed = sum(check.weight for check in counted if check.status is Status.PASSED or check.void is Void.FULL)
        if not (weights > 0 and math.isfinite(weights)):
            return 0.0
        return min(max(self.points * passed / weights, 0.0), self.points)


@dataclass(frozen=True, slots=True)
class ManualResult:
    """One cell of one submission that a person marks: its points are in the gradebook, no score is given here."""

    cell_id: str
    points: float
    answered: bool
    sha256: str  # of the answer


@dataclass(frozen=True, slots=True)
class Evidence:
    """Under which circumstances a grade was made: enough to make it again."""

    submission_sha256: str
    source_sha256: str
    versions: dict[str, str]  # "autograder", "torch", "python", ...
    device: str
    isolation: Level
    overridden: bool  # True: graded without isolation because the instructor said so by name
    seed_id: str  # a hash of the course's secret: same secret, same data
    graded_at: str  # ISO 8601, UTC
    seconds: float
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The one result that every face shows: notebook, pytest, terminal, gradebook, feedback."""

    student: str
    assignment: str
    notebook: str
    cells: tuple[CellResult, ...]
    evidence: Evidence
    problems: tuple[str, ...] = ()  # what was wrong with the file, or stopped the run; for the student
    manual: tuple[ManualResult, ...] = ()  # the cells that a person marks; no part of the sums

    @property
    def score(self) -> float:
        """The sum of the cells' scores."""
        return sum(cell.score for cell in self.cells)

    @property
    def points(self) -> float:
        """The sum of the cells' points."""
        return sum(cell.points for cell in self.cells)
