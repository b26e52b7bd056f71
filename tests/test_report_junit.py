"""JUnit XML: what other programs read of a report, whatever a student wrote."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from report_samples import check, of, one_of_everything

from autograder.model import Status
from autograder.report import junit_xml


def test_a_suite_for_each_report_and_a_case_for_each_check() -> None:
    """The counts are those of the checks; points are properties; what was wrong with the file is said."""
    suites = ET.fromstring(junit_xml([one_of_everything(), of("ben", "04-bpe", check())], student=False))
    assert suites.attrib == {"tests": "9", "failures": "4", "errors": "2"}
    first, second = suites
    assert (first.get("name"), first.get("tests"), second.get("name")) == ("ada 03-softmax", "8", "ben 04-bpe")
    assert {one.get("name"): one.get("value") for one in second.iter("property")} == {
        "score": "4", "points": "4", "isolation": "strong",
    }  # fmt: skip
    cases = {case.get("name"): case for case in first.iter("testcase")}
    assert list(cases["counts"]) == []
    assert cases["counts"].get("classname") == "03-softmax.check-softmax"
    (failure,) = cases["probs"]
    assert (failure.tag, failure.get("type")) == ("failure", "wrong")
    assert failure.get("message") == "Your columns sum to 1, not your rows."
    assert "12 of 2048 elements differ" in (failure.text or "")
    assert [one.tag for one in cases["loss, large logits"]] == ["error"]
    assert [one.get("type") for one in cases["dlogits"]] == ["no answer"]
    assert "check-extra was deleted" in (first.findtext("system-err") or "")


def test_a_student_sees_no_more_than_elsewhere() -> None:
    """Numbers of a hidden check are for instructors."""
    for student in (True, False):
        text = junit_xml([one_of_everything()], student=student)
        cases = {case.get("name"): case for case in ET.fromstring(text).iter("testcase")}
        hidden = ET.tostring(cases["probs, one row"], encoding="unicode")
        assert ("2048" in hidden) is not student


def test_hostile_text_is_text() -> None:
    """Control characters, ends of CDATA, markup, entities, halves of pairs, what is no character: it parses."""
    nasty = "\x00\x0b\x1b[31m]]>&lol;<!DOCTYPE x>\ud800\ufffe\uffff</testcase>\u202e" + chr(0x1FFFF)
    report = of(nasty, nasty, check(nasty, Status.RAISED, reason=nasty), problems=(nasty,))
    text = junit_xml([report], student=False)
    (suite,) = ET.fromstring(text.encode("utf-8"))
    (case,) = suite.iter("testcase")
    assert "]]>&lol;<!DOCTYPE x>" in (case.get("name") or "")
    assert "</testcase>" in (suite.findtext("system-err") or "")
    assert "\u202e" not in text
