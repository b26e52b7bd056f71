"""The JSON form of a report: nothing is lost, nothing is invalid, nothing amiss is let in."""

import json
import math
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from report_samples import MISMATCH, check, of, one_of_everything

from autograder.errors import GraderError
from autograder.model import Report, Status
from autograder.report import ReportFormatError, from_json, to_json


def through_text(report: Report) -> Report:
    return from_json(json.loads(json.dumps(to_json(report), allow_nan=False)))


def locations(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every field of a nested dictionary as a path of keys and positions."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from locations(value, (*path, key))


def holder(data: Any, path: tuple[str | int, ...]) -> Any:
    for key in path[:-1]:
        data = data[key]
    return data


def test_a_report_survives_the_way_through_json_text() -> None:
    """from_json(to_json(report)) == report, for every status and every field."""
    report = one_of_everything()
    assert through_text(report) == report


def test_numbers_that_json_cannot_write_survive_as_strings() -> None:
    """NaN and infinities are valid JSON and come back as the floats that they were."""
    mismatch = replace(MISMATCH, worst_abs=math.inf, worst_rel=math.nan, bound=-math.inf)
    report = of("ada", "one", check("x", Status.WRONG, mismatch=mismatch))
    data: dict[str, Any] = to_json(report)
    written = data["cells"][0]["checks"][0]["mismatch"]
    assert [written[key] for key in ("worst_abs", "worst_rel", "bound")] == ["Infinity", "NaN", "-Infinity"]
    assert to_json(through_text(report)) == to_json(report)  # NaN is not equal to itself
    found: Any = through_text(report).cells[0].checks[0].mismatch
    assert (found.worst_abs, found.bound, math.isnan(found.worst_rel)) == (math.inf, -math.inf, True)


def test_a_text_that_reads_like_a_number_stays_a_text() -> None:
    """A check may be called NaN."""
    report = of("Infinity", "NaN", check("NaN"))
    assert through_text(report) == report


def test_sums_are_written_for_other_programs() -> None:
    """Score and points stand in the file, so that a reader needs no arithmetic of ours."""
    data: dict[str, Any] = to_json(one_of_everything())
    assert (data["score"], data["points"]) == (1.5, 7)
    assert [cell["score"] for cell in data["cells"]] == [1.0, 0.5]


def test_sums_are_never_read() -> None:
    """A score that somebody wrote into the file changes nothing."""
    data: dict[str, Any] = to_json(one_of_everything())
    data["score"] = data["cells"][0]["score"] = 1000
    assert from_json(data) == one_of_everything()


def test_unknown_fields_are_left_aside() -> None:
    """A newer autograder may add a field without breaking an older reader."""
    data: dict[str, Any] = to_json(one_of_everything())
    data["colour"] = data["cells"][0]["checks"][0]["colour"] = "blue"
    assert from_json(data) == one_of_everything()


def test_another_format_is_refused_with_the_remedy() -> None:
    """A file of another format is not misread."""
    data = to_json(one_of_everything()) | {"format": 2}
    with pytest.raises(ReportFormatError, match=r"^report\.format: expected 1 .*Grade again.*found 2"):
        from_json(data)


SUMS = {("score",), ("points",)}
WRITTEN: dict[str, Any] = to_json(one_of_everything())
REQUIRED = [
    path
    for path in locations(WRITTEN)
    if isinstance(path[-1], str)
    and path[-2:-1] != ("versions",)
    and path[-1] not in ("score", "remark", "where", "fingerprint", "manual", "void")
    and path != ("points",)
]


@pytest.mark.parametrize("path", REQUIRED, ids=lambda path: ".".join(map(str, path)))
def test_a_missing_field_is_named(path: tuple[str | int, ...]) -> None:
    """Each field that is lacking is named with its place, and no other exception gets out."""
    data = deepcopy(WRITTEN)
    del holder(data, path)[path[-1]]
    with pytest.raises(ReportFormatError, match=re.escape(str(path[-1]))):
        from_json(data)


@pytest.mark.parametrize("path", [p for p in locations(WRITTEN) if p[-1] != "score" and p != ("points",)])
def test_a_field_of_the_wrong_kind_is_named(path: tuple[str | int, ...]) -> None:
    """A value that does not fit its field is refused at its place."""
    data = deepcopy(WRITTEN)
    holder(data, path)[path[-1]] = {} if path[-1] != "versions" else []
    with pytest.raises(ReportFormatError, match=r"^report\..*: expected "):
        from_json(data)


@pytest.mark.parametrize("data", [None, [], "report", 3, {}])
def test_what_is_no_report_at_all_is_refused(data: Any) -> None:
    """Any JSON value gives a report or a GraderError."""
    with pytest.raises(GraderError):
        from_json(data)


def test_true_is_not_a_number() -> None:
    """JSON's true does not slip through as the number 1."""
    data = deepcopy(WRITTEN)
    data["cells"][0]["points"] = True
    with pytest.raises(ReportFormatError, match=r"cells\[0\]\.points: expected a number, found True"):
        from_json(data)


def test_a_huge_wrong_value_gives_a_short_message() -> None:
    """The message quotes what was found, but not all of it."""
    data = deepcopy(WRITTEN)
    data["device"] = data["evidence"]["device"] = ["x" * 10_000]
    with pytest.raises(ReportFormatError) as caught:
        from_json(data)
    assert len(str(caught.value)) < 200


def test_the_documentation_describes_every_field_and_its_example_is_a_report(course_root: Path) -> None:
    """docs/report.md shows a report that from_json reads and to_json writes, and names each field."""
    text = (course_root / "docs" / "report.md").read_text(encoding="utf-8")
    example = json.loads(re.findall(r"```json\n(.*?)```", text, re.DOTALL)[0])
    assert to_json(from_json(example)) == example
    of_reports = re.sub(r"(?s)### (?:What the gradebook holds|The class as JSON)\n.*?(?=\n##)", "", text)
    described = set(re.findall(r"^\|`(\w+)`", of_reports, re.MULTILINE))
    fields = {path[-1] for path in locations(WRITTEN) if isinstance(path[-1], str) and "versions" not in path[:-1]}
    assert fields == described
