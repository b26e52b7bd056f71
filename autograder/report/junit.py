"""Reports -> JUnit XML, which continuous integration and learning platforms read.

In: Reports, for instructors or as students see them. Out: one document: a test suite for each student and assignment, a
test case for each check. Every text is cleaned and bounded as on every other face, so that nothing in it is a character
that XML has no place for; ElementTree escapes the rest. It does NOT write the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from autograder.model import CellResult, Report, Status
from autograder.report.clean import clean_text
from autograder.report.rows import check_row, number, warnings_of
from autograder.report.statuses import STATUSES
from autograder.report.text import checks_text

__all__ = ["junit_xml"]


def junit_xml(reports: Iterable[Report], *, student: bool) -> str:
    """Return the reports as a document; `student`: with no more of hidden checks than a student may see.

    A check that raised is an `error`, any other that did not pass a `failure`: no answer is not right either.
    """
    suites = ET.Element("testsuites")
    for report in reports:
        _suite(suites, report, student=student)
    for name in ("tests", "failures", "errors"):
        suites.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _suite(suites: ET.Element, report: Report, *, student: bool) -> None:
    checks = [check for cell in report.cells for check in cell.checks]
    errors = sum(check.status is Status.RAISED for check in checks)
    failures = sum(check.status is not Status.PASSED for check in checks) - errors
    suite = ET.SubElement(
        suites,
        "testsuite",
        name=_line(" ".join(filter(None, (report.student, report.assignment)))),
        tests=str(len(checks)),
        failures=str(failures),
        errors=str(errors),
        skipped="0",
        time=f"{report.evidence.seconds:.3f}",
        timestamp=_line(report.evidence.graded_at),
    )
    properties = ET.SubElement(suite, "properties")
    for name, value in (
        ("score", number(report.score)),
        ("points", number(report.points)),
        ("isolation", report.evidence.isolation.value),
    ):
        ET.SubElement(properties, "property", name=name, value=value)
    for cell in report.cells:
        _cases(suite, report, cell, student=student)
    if warnings := warnings_of(report):
        ET.SubElement(suite, "system-err").text = "\n".join(warnings)


def _cases(suite: ET.Element, report: Report, cell: CellResult, *, student: bool) -> None:
    for check in cell.checks:
        row = check_row(check, student=student)
        case = ET.SubElement(
            suite, "testcase", classname=_line(f"{report.assignment}.{cell.cell_id}"), name=row.name, time="0"
        )
        if check.status is Status.PASSED:
            continue
        kind = "error" if check.status is Status.RAISED else "failure"
        message = row.advice or row.problem or row.word
        outcome = ET.SubElement(case, kind, type=STATUSES[check.status].word, message=_line(message, max_chars=800))
        outcome.text = checks_text([check], student=student)


def _line(text: str, *, max_chars: int = 160) -> str:
    return clean_text(text, max_chars=max_chars, max_lines=1)
