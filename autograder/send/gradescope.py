"""A Report -> the results that Gradescope shows; and which of a student's submissions count.

In: a Report and its exercise; Gradescope's submission_metadata.json. Out: the dictionary of its results.json, as its
autograder specification has it. What a test says is what every face says of that check, in a student's view: of a
hidden check only what is fixed beforehand, whenever it is shown. It does NOT run or judge anything.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from autograder.model import CellResult, CheckResult, Report, Status
from autograder.notebook import Notebook, heading_above
from autograder.report import checks_text, clean_text, warnings_of

__all__ = ["HIDDEN_SHOWN", "Settings", "last_counted", "results"]

HIDDEN_SHOWN: dict[str, str] = {  # when results of hidden checks are shown: Gradescope's word for it
    "never": "hidden",
    "after_due_date": "after_due_date",
    "after_published": "after_published",
    "now": "visible",
}
_SHOWN_WHEN = {
    "never": "their results are not shown",
    "after_due_date": "their results are shown after the due date",
    "after_published": "their results are shown when grades are published",
    "now": "of these you see less than of the others",
}
_EARLIEST, _LATEST = (end.replace(tzinfo=UTC) for end in (datetime.min, datetime.max))  # noqa: DTZ901


@dataclass(frozen=True, slots=True)
class Settings:
    """What an instructor decided when the archive was made."""

    assignment: str
    hidden: str = "after_published"  # a key of HIDDEN_SHOWN
    tries: int | None = None  # how many submissions of a student count; None: all
    allow_unisolated: bool = False


def results(report: Report, notebook: Notebook, settings: Settings) -> dict[str, Any]:
    """Return what Gradescope shows of a report: one test for each check, whose scores add up to the report's."""
    tests = [test for cell in report.cells for test in _tests(cell, notebook, settings)]
    hidden = sum(check.hidden for cell in report.cells for check in cell.checks)
    sentences = list(warnings_of(report))
    if hidden:
        count = "1 check is" if hidden == 1 else f"{hidden} checks are"
        sentences.append(f"{count} hidden, on other data: {_SHOWN_WHEN[settings.hidden]}.")
    if hidden and settings.hidden == "never":
        # Gradescope withholds the total while a test is to be shown later, but not for tests that never are
        tests.append(
            {
                "name": "Total",
                "score": 0,
                "max_score": 0,
                "output": "Hidden checks count towards the total, which is shown when grades are published.",
                "visibility": HIDDEN_SHOWN["after_published"],
            }
        )
    return {
        "output": "\n\n".join(sentences),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "execution_time": math.ceil(report.evidence.seconds),
        "stdout_visibility": "hidden",  # there stands what is for instructors
        "extra_data": {"counted": True},
        "tests": tests,
    }


def _tests(cell: CellResult, notebook: Notebook, settings: Settings) -> Iterator[dict[str, Any]]:
    weights = sum(check.weight for check in cell.checks)
    for check in cell.checks:
        points = cell.points * check.weight / weights if weights > 0 and math.isfinite(weights) else 0.0
        passed = check.status is Status.PASSED
        yield {
            "name": _name(check, cell, notebook),
            "score": points if passed else 0.0,
            "max_score": points,
            "status": "passed" if passed else "failed",
            "output": checks_text([check]),  # each alone: a sentence that is said once would name other checks
            "visibility": HIDDEN_SHOWN[settings.hidden if check.hidden else "now"],
        }


def _name(check: CheckResult, cell: CellResult, notebook: Notebook) -> str:
    heading = heading_above(notebook.cells, cell.cell_id)
    return clean_text(": ".join(filter(None, (heading, check.name))), max_chars=160, max_lines=1)


# ---------------------------------------------------------------- which submissions count


def last_counted(metadata: Mapping[str, Any], settings: Settings) -> dict[str, Any] | None:
    """Return the results that stand where a submission is one too many, None where it counts.

    Those are the results of the last one that counted, and say so. A submission that was not graded (it has no
    results) has used up no try; nor has a later one, when an earlier one is graded again.
    """
    if settings.tries is None:
        return None
    counted = [earlier for _, earlier in sorted(_counted(metadata), key=lambda pair: pair[0])]
    if len(counted) < settings.tries:
        return None
    limit = "only the first submission counts" if settings.tries == 1 else f"only {settings.tries} submissions count"
    message = f"This submission was not graded: {limit}. Below is the result of the last one that did."
    last = counted[settings.tries - 1]
    return {
        **last,
        "output": "\n\n".join(filter(None, (message, str(last.get("output") or "")))),
        "extra_data": {"counted": False},
    }


def _counted(metadata: Mapping[str, Any]) -> Iterator[tuple[datetime, dict[str, Any]]]:
    now = _time(metadata.get("created_at"), otherwise=_LATEST)
    for previous in metadata.get("previous_submissions") or []:
        handed_in = _time(previous.get("submission_time"), otherwise=_EARLIEST)
        earlier = previous.get("results")
        if not isinstance(earlier, dict) or not earlier.get("tests") or handed_in >= now:
            continue
        if (earlier.get("extra_data") or {}).get("counted") is not False:
            yield handed_in, earlier


def _time(text: object, *, otherwise: datetime) -> datetime:
    try:
        time = datetime.fromisoformat(str(text))
    except ValueError:
        return otherwise
    return time if time.tzinfo else time.replace(tzinfo=UTC)
