"""One CheckResult, or one Report's head -> the cleaned pieces of text that every face shows.

Terminal, plain text and HTML differ in how they lay these out, not in what they say: the words, the
order and the hiding rule are here. Nothing is escaped yet.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from autograder.model import CheckResult, Evidence, Mismatch, Report, Status, Void
from autograder.report.clean import clean_text
from autograder.report.picture import Comparison
from autograder.report.seen import check_seen_by_student
from autograder.report.statuses import STATUSES

__all__ = [
    "MOST_PROBLEMS",
    "WITNESSES",
    "CheckFacts",
    "CheckRow",
    "by_hand_text",
    "check_row",
    "counted",
    "evidence_line",
    "number",
    "problem_text",
    "rows_of",
    "share",
    "tally",
    "tries_text",
    "warnings_of",
]

MOST_PROBLEMS = 20  # sentences about one notebook
_HASH_CHARS = 12
_VOID = {
    Void.FULL: "This check is void: it has full marks for everybody.",
    Void.OUT: "This check is void: it does not count.",
}
WITNESSES = {"author": "misconception", "numeric": "seen in the numbers", "code": "seen in the code"}  # by source


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """What only the student's own session knows of a check's value: how it looks."""

    shape: str = ""  # "(4, 8)"
    dtype: str = ""  # "float32"
    picture: Comparison | None = None
    offer: str = ""  # of a hint


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check in words: bounded, nothing in it acts. Empty: there is nothing to say."""

    status: Status
    mark: str
    name: str
    word: str
    hidden: bool = False
    facts: str = ""  # "(4, 8) · float32"
    problem: str = ""  # the mismatch, the exception, or the reason
    where: str = ""  # the student's own line that raised, with a mark below it: lines of a fixed width
    values: str = ""  # "at [3, 0]: got 0.31, expected 0.28"
    advice: str = ""  # the tutor's sentence
    remark: str = ""  # what is to be said whatever the status
    note: str = ""  # for instructors: cause, source, numbers
    picture: Comparison | None = None
    offer: str = ""  # of a hint
    also: tuple[str, ...] = ()  # the names of other checks of the table that the same sentence is said of


def rows_of(
    results: Sequence[CheckResult], facts: Mapping[str, CheckFacts] | None = None, *, student: bool = True
) -> list[CheckRow]:
    """Return a table's rows; a sentence, or an exception, that holds for several checks is said once."""
    facts_of = facts or {}
    rows = [check_row(result, facts=facts_of.get(result.name), student=student) for result in results]
    first_row: dict[str, int] = {}
    for number, row in enumerate(rows):
        first = first_row.setdefault(row.advice, number) if row.advice else number
        if first != number:
            rows[first] = replace(rows[first], also=(*rows[first].also, row.name))
            row = rows[number] = replace(row, advice="")  # noqa: PLW2901
        if row.status is Status.RAISED and row.where and not row.hidden:
            first = first_row.setdefault(row.where, number)
            if first != number:
                rows[number] = replace(row, problem=f"The same exception as for `{rows[first].name}`.", where="")
    return rows


def check_row(result: CheckResult, *, facts: CheckFacts | None = None, student: bool = True) -> CheckRow:
    """Return what is to be said of one check, to a student or to an instructor."""
    result = check_seen_by_student(result) if student else result
    if facts is None or (student and result.hidden):
        facts = CheckFacts()
    mismatch, diagnosis = result.mismatch, result.diagnosis
    passed = result.status is Status.PASSED
    problem = "" if passed else (mismatch.message if mismatch else result.reason or "")
    return CheckRow(
        status=result.status,
        mark=STATUSES[result.status].mark,
        name=clean_text(result.name, max_chars=80, max_lines=1),
        word=STATUSES[result.status].word,
        hidden=result.hidden,
        facts=clean_text(" · ".join(filter(None, (facts.shape, facts.dtype))), max_chars=80, max_lines=1),
        problem=clean_text(problem, max_chars=800, max_lines=8),
        where="" if passed else clean_text(result.where or "", max_chars=1500, max_lines=10),
        values="" if passed or mismatch is None else _values(mismatch),
        advice="" if passed or diagnosis is None else clean_text(diagnosis.text, max_chars=800, max_lines=8),
        remark=clean_text(_remark(result), max_chars=300, max_lines=2),
        note="" if student else _note(result),
        picture=None if passed else facts.picture,
        offer="" if passed else clean_text(facts.offer, max_chars=300, max_lines=1),
    )


def _remark(result: CheckResult) -> str:
    """Return what is to be said whatever the status: that it does not count, and what the student changed."""
    return " ".join(filter(None, (_VOID.get(result.void) if result.void else None, result.remark)))


def _values(mismatch: Mismatch) -> str:
    """The two values at the worst place, unless the message has already said both."""
    if mismatch.actual is None or mismatch.expected is None:
        return ""
    if mismatch.actual in mismatch.message and mismatch.expected in mismatch.message:
        return ""
    actual, expected, index = (
        clean_text(text, max_chars=200, max_lines=1)
        for text in (mismatch.actual, mismatch.expected, mismatch.index or "")
    )
    position = f"at {index}: " if index else ""
    return f"{position}got {actual}, expected {expected}"


def _note(result: CheckResult) -> str:
    """What an instructor wants to know besides: the cause, and the numbers behind the sentence."""
    parts = []
    if result.diagnosis is not None:
        parts.append(f"{WITNESSES[result.diagnosis.source]}: {result.diagnosis.cause}")
        if result.diagnosis.confidence < 1:
            parts.append(f"confidence {result.diagnosis.confidence:.0%}")
    if result.mismatch is not None:
        numbers = (
            ("worst difference", result.mismatch.worst_abs),
            ("relative", result.mismatch.worst_rel),
            ("allowed", result.mismatch.bound),
        )
        parts += [f"{name} {value:.3g}" for name, value in numbers if value is not None]
    if result.weight != 1:
        parts.append(f"weight {number(result.weight)}")
    return clean_text(" · ".join(parts), max_chars=300, max_lines=1)


# ---------------------------------------------------------------- the head of a report


def counted(amount: float, noun: str) -> str:
    """Count a noun: "1 check", "2.5 points"."""
    return f"{number(amount)} {noun}{'' if amount == 1 else 's'}"


def number(value: float) -> str:
    """Points as people write them: 2.0 -> '2', 1.3333 -> '1.33'."""
    if not math.isfinite(value):
        return "?"
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def share(score: float, points: float) -> float | None:
    """Return score / points within 0 and 1, or None where there is nothing to win."""
    if not (math.isfinite(score) and math.isfinite(points) and points > 0):
        return None
    return min(max(score / points, 0.0), 1.0)


def tries_text(number: int, *, used: int, limit: int) -> str:
    """Say which of its tries a graded submission is (0: none), and how many are left, to its student."""
    which = f"Try {number} of {limit}" if 0 < number <= limit else f"Of {limit} {'try' if limit == 1 else 'tries'}"
    if used < limit:
        return f"{which}, {limit - used} left."
    return f"{which}, none left: another submission is not graded as it arrives, it waits for your instructor."


def by_hand_text(answers: int, points: float) -> str:
    """'2 answers are marked by a person (4 points)'; "" if there are none."""
    if not answers:
        return ""
    are = "1 answer is" if answers == 1 else f"{answers} answers are"
    return f"{are} marked by a person ({counted(points, 'point')})"


def tally(results: Sequence[CheckResult]) -> str:
    """'3 of 5 checks passed': the summary of some checks."""
    passed = sum(result.status is Status.PASSED for result in results)
    return f"{passed} of {counted(len(results), 'check')} passed"


def evidence_line(evidence: Evidence) -> str:
    """The small print under a grade: enough to recognise the run that made it."""
    parts = [
        evidence.device,
        f"isolation {evidence.isolation.value}",
        *(f"{name} {version}" for name, version in evidence.versions.items()),
        f"submission {evidence.submission_sha256[:_HASH_CHARS]}",
        f"source {evidence.source_sha256[:_HASH_CHARS]}",
        f"seed {evidence.seed_id[:_HASH_CHARS]}",
        *evidence.flags,
        evidence.graded_at,
        f"{evidence.seconds:.1f} s",
    ]
    return clean_text(" · ".join(part for part in parts if part), max_chars=600, max_lines=1)


def warnings_of(report: Report) -> tuple[str, ...]:
    """Return what must be said before any score, cleaned: a missing isolation, the file's problems."""
    warnings: tuple[str, ...] = ()
    if report.evidence.overridden:
        warnings = ("Graded without isolation: the instructor allowed this code to run unguarded.",)
    return warnings + tuple(problem_text(problem) for problem in report.problems[:MOST_PROBLEMS])


def problem_text(problem: str) -> str:
    """Return a sentence about a notebook, cleaned: it may quote a student's lines."""
    return clean_text(problem, max_chars=1000, max_lines=12)
