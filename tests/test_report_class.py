"""The class at one glance: right sums, the hardest checks first, on the terminal and as a page."""

import io
import json
import math
import random
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from report_samples import COLUMNS, FACTOR, MISMATCH, check, entered, evidence, made_up_class, of
from rich.console import Console

from autograder.compare.fingerprint import small_fingerprint
from autograder.model import CheckResult, Diagnosis, Level, Report, Status, Void
from autograder.report import (
    Change,
    Entry,
    change_lines,
    class_html,
    class_json,
    class_table,
    score_changes,
    student_html,
)
from autograder.report.distribution import point_biserial
from autograder.report.mistakes import OTHER_VALUE
from autograder.report.overview import ClassOverview, class_overview

DOCUMENTATION = Path(__file__).resolve().parents[1] / "docs" / "report.md"


def wrong(name: str, diagnosis: Diagnosis | None = None, **fields: object) -> CheckResult:
    return check(name, Status.WRONG, mismatch=MISMATCH, diagnosis=diagnosis, **fields)


def the_class() -> list[Report]:
    return [
        of("bob", "two", check("b1"), check("b2"), points=2),
        of("ada", "one", check("a1"), wrong("a2", COLUMNS), wrong("a3", FACTOR), check("a4")),
        of("bob", "one", check("a1"), check("a2"), wrong("a3", COLUMNS), check("a4")),
        of("cleo", "one", check("a1"), wrong("a2"), check("a3", Status.RAISED), check("a4", Status.MISSING)),
    ]


def on_terminal(reports: Sequence[Report], *others: Entry, students: Sequence[str] = (), **options: bool) -> str:
    console = Console(file=io.StringIO(), width=100, record=True, color_system="truecolor", force_terminal=True)
    console.print(class_table(entered(reports, *others, students=students), reports))
    return console.export_text(**options)


def page_of(reports: Sequence[Report], *others: Entry, students: Sequence[str] = ()) -> tuple[str, str]:
    """The class page, and its text without tags."""
    page = class_html(entered(reports, *others, students=students), reports)
    return page, " ".join(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL).split())


def overview_of(reports: Sequence[Report], *others: Entry, students: Sequence[str] = ()) -> ClassOverview:
    return class_overview(entered(reports, *others, students=students), reports)


def rows_of(shown: str) -> dict[str, list[str]]:
    return {line.split()[0]: line.split()[1:] for line in shown.splitlines() if line.split()}


def test_scores_add_up() -> None:
    """Scores, totals and means; what was not handed in counts 0 in the total and not in the mean."""
    overview: Any = overview_of(the_class())
    assert overview.students == ("ada", "bob", "cleo")
    one, two = overview.assignments
    assert overview.score("ada", one).score == 2
    assert overview.score("ada", two) is None
    assert {who: total.score for who, total in overview.totals.items()} == {"ada": 2, "bob": 5, "cleo": 1}
    assert {total.points for total in overview.totals.values()} == {6}
    assert [assignment.mean for assignment in overview.assignments] == [2, 2]
    assert overview.mean.score == 8 / 3


def test_scores_are_the_gradebooks() -> None:
    """Late, by hand, extra credit: what counts is shown, and what it consists of, on both faces."""
    late = Entry("ada", "one", automatic=2, penalty=2)
    by_hand = Entry("bob", "one", automatic=1, manual=2, extra=0.5, to_review=True)
    nothing = Entry("cleo", "one", manual=0, penalty=1)
    shown = on_terminal(the_class(), late, by_hand, nothing, students=("dora",))
    rows = rows_of(shown)
    assert rows["ada"][:1] == ["0L"]
    assert rows["bob"][:2] == ["3.5ME?", "2"]
    assert rows["cleo"][:1] == ["0LM"]
    assert rows["dora"] == ["\N{EN DASH}", "\N{EN DASH}", "0", "0%"]
    assert "L less a late penalty M with points by hand E with extra credit ? to be looked at" in " ".join(
        shown.split()
    )
    _, plain = page_of(the_class(), late, by_hand, nothing, students=("dora",))
    assert "ada 0 0% 0 2 −&nbsp;2 late &ndash;" in plain
    assert "bob 5.5 92% 3.5 1 +&nbsp;2 by hand +&nbsp;0.5 extra to be looked at 2" in plain
    assert "cleo 0 0% 0 0 by hand −&nbsp;1 late &ndash;" in plain
    assert "dora 0 0% &ndash; &ndash;" in plain
    assert "Scores are the gradebook&rsquo;s" in plain


def test_marks_are_explained_where_they_stand() -> None:
    """A legend of marks that nobody has would be noise."""
    assert "late penalty" not in on_terminal(the_class())


def test_what_nobody_handed_in_is_named_and_left_out() -> None:
    """A term that has just begun is not a class of failures."""
    grades = entered(the_class())
    later = replace(grades, points={**grades.points, "three": 10})
    page = class_html(later, the_class())
    assert "Handed in by nobody, and left out: three." in page
    assert class_overview(later, the_class()).mean == overview_of(the_class()).mean


def test_a_score_without_a_report_is_a_score() -> None:
    """Who was graded by hand alone counts; that the checks say nothing of them is said."""
    grades = entered(the_class())
    page = class_html(grades, the_class()[:-1])
    assert "(1 submission without a report in autograded/ left out)" in page
    assert class_overview(grades, the_class()[:-1]).totals == overview_of(the_class()).totals
    assert "without a report" not in class_html(grades, the_class())


def test_checks_of_others_are_no_matter() -> None:
    """A report that the gradebook knows nothing of is of a student who was taken out of it."""
    stray = of("eve", "one", check("a1", Status.MISSING))
    assert overview_of(the_class()) == class_overview(entered(the_class()), [*the_class(), stray])


def test_the_checks_that_fail_most_come_first() -> None:
    """Sorted by the share that fails; ties in the notebook's order."""
    one = overview_of(the_class()).assignments[0]
    assert [check.name for check in one.checks] == ["a3", "a2", "a4", "a1"]
    assert [round(check.failing, 2) for check in one.checks] == [1.0, 0.67, 0.33, 0.0]
    assert one.checks[0].failed == (("ada", Status.WRONG), ("bob", Status.WRONG), ("cleo", Status.RAISED))


def test_endings_are_counted_by_cause() -> None:
    """The same cause with another sentence is the same trouble, and only failed checks count."""
    other_words = replace(COLUMNS, text="Other words.")
    reports = [of(who, "one", wrong("x", d)) for who, d in (("a", COLUMNS), ("b", FACTOR), ("c", other_words))]
    reports.append(of("d", "one", check("x", diagnosis=FACTOR)))
    (found,) = overview_of(reports).assignments[0].checks
    assert [(ending.diagnosis, ending.count) for ending in found.endings] == [(COLUMNS, 2), (FACTOR, 1)]


def test_endings_without_a_cause_are_counted_by_their_first_sentence() -> None:
    """How answers fail: the status and the first sentence; a value that is off is told without its numbers."""
    shape = replace(MISMATCH, kind="shape", message="shape (4,), expected (8,)")
    raised = [check("x", Status.RAISED, reason=f"ValueError: too large. It was {n}.") for n in range(3)]
    values = [check("x", Status.WRONG, mismatch=replace(MISMATCH, message=f"off by {n}")) for n in range(2)]
    results = [*raised, *values, check("x", Status.WRONG, mismatch=shape), check("x")]
    (found,) = overview_of([of(f"s{n}", "one", one) for n, one in enumerate(results)]).assignments[0].checks
    assert [(ending.status, ending.sentence, ending.count) for ending in found.endings] == [
        (Status.RAISED, "ValueError: too large.", 3),
        (Status.WRONG, OTHER_VALUE, 2),
        (Status.WRONG, "shape (4,), expected (8,)", 1),
    ]
    assert found.solved == 1


def test_mistakes_are_counted_by_students() -> None:
    """Whoever makes a mistake at three checks is one student; the class has those of most students first."""
    three = [wrong(name, COLUMNS) for name in ("a1", "a2", "a3")]
    reports = [of("ada", "one", *three), of("bob", "one", wrong("a1", FACTOR)), of("cleo", "one", wrong("a2", FACTOR))]
    reports.append(of("dora", "two", wrong("b1", COLUMNS)))
    first, second, third = overview_of(reports).mistakes
    assert (first.diagnosis, first.students, first.checks) == (FACTOR, ("bob", "cleo"), ("a1", "a2"))
    assert (second.diagnosis, second.students, second.assignment) == (COLUMNS, ("ada",), "one")
    assert third.assignment == "two"
    _, plain = page_of(reports)
    assert plain.index(f"2 students: {FACTOR.text}") < plain.index("Students student total") < plain.index("1 student:")


def test_quartiles_and_histogram_of_the_scores() -> None:
    """The shares of the points, of an assignment and of the totals."""
    reports = [of(f"s{n}", "one", *[check(f"a{k}", Status.PASSED if k < n else Status.MISSING) for k in range(4)])
               for n in range(5)]  # fmt: skip
    overview: Any = overview_of(reports, students=("absent",))
    spread = overview.assignments[0].spread
    assert (spread.lowest, spread.lower, spread.median, spread.upper, spread.highest) == (0, 0.25, 0.5, 0.75, 1)
    assert spread.bins == (1, 0, 1, 0, 0, 1, 0, 1, 0, 1)
    assert overview.spread.count == 6  # who handed in nothing has a total of 0
    assert overview.spread.bins[0] == 2


def test_a_tasks_share_is_the_mean_of_its_submissions() -> None:
    """The hardest tasks of all assignments come first, by what a title is known."""
    overview = overview_of(the_class())
    assert [(task.assignment, task.share) for task in overview.tasks] == [("one", 0.5), ("two", 1.0)]
    grades = entered(the_class())
    page = class_html(grades, the_class(), titles={("one", "check-one"): "4 · Softmax <b>"})
    assert "4 · Softmax &lt;b&gt;" in page


def test_discrimination_is_the_correlation_with_the_rest_of_the_score() -> None:
    """Against numpy's; a check that the good fail is negative; blank for few students, or if all are alike."""
    rng = random.Random(3)
    table = [[rng.random() < 0.2 + 0.06 * n for _ in range(3)] for n in range(12)]
    table = [[*row, n < 6] for n, row in enumerate(table)]

    def reports(rows: list[list[bool]]) -> list[Report]:
        return [of(f"s{n:02}", "one", *[check(f"a{k}", Status.PASSED if passed else Status.MISSING, weight=k + 1)
                for k, passed in enumerate(row)], check("all")) for n, row in enumerate(rows)]  # fmt: skip

    found: dict[str, Any] = {one.name: one.discrimination for one in overview_of(reports(table)).assignments[0].checks}
    points = np.array(table) * np.array([1, 2, 3, 4])
    for k in range(4):
        rest = points.sum(1) - points[:, k]
        assert found[f"a{k}"] == pytest.approx(np.corrcoef(points[:, k], rest)[0, 1])
    assert found["a3"] < 0
    assert found["all"] is None
    assert {one.discrimination for one in overview_of(reports(table[:9])).assignments[0].checks} == {None}
    assert point_biserial([True, False] * 5, [math.inf, -math.inf] * 5) is None
    assert "discrimination -0." in page_of(reports(table))[1]


def test_the_same_wrong_value_of_several_students_is_one_group() -> None:
    """Within rounding, at a check; what the same students share at several checks is one; explained ones are none."""
    value = torch.linspace(0, 1, 200)

    def answer(name: str, tensor: object, **fields: object) -> CheckResult:
        return check(name, Status.WRONG, mismatch=MISMATCH, fingerprint=small_fingerprint(tensor), **fields)

    reports = [
        of(who, "one", answer("h", value * 3, hidden=True), answer("dW1", value + noise), wrong("x", COLUMNS))
        for who, noise in (("ada", 0.0), ("bob", 1e-8), ("cleo", -1e-8))
    ]
    reports += [of("dora", "one", answer("dW1", value + 0.5), answer("h", value, hidden=True)),
                of("eve", "one", answer("dW1", value), answer("h", value, hidden=True))]  # fmt: skip
    groups = overview_of(reports).same_values
    assert [(group.checks, group.students, group.hidden) for group in groups] == [
        (("dW1",), ("ada", "bob", "cleo", "eve"), False),
        (("h",), ("ada", "bob", "cleo"), True),
        (("h",), ("dora", "eve"), True),
    ]
    page, plain = page_of(reports)
    assert "4 students have this same value at dW1" in plain
    assert "samples" not in page, "the fingerprint itself is nothing to read"
    several = [of(who, "one", answer("dW1", value), answer("db1", value)) for who in ("ada", "bob")]
    assert [group.checks for group in overview_of(several).same_values] == [("dW1", "db1")]


def test_values_on_other_random_numbers_are_not_the_same() -> None:
    """After the course's secret changed, or the exercise, equal values are chance, or nothing was changed by it."""
    one = check("dW1", Status.WRONG, mismatch=MISMATCH, fingerprint=small_fingerprint(7))
    other = replace(evidence("bob"), seed_id="another")
    assert overview_of([of("ada", "one", one), of("bob", "one", one)]).same_values
    assert not overview_of([of("ada", "one", one), of("bob", "one", one, evidence=other)]).same_values


def test_a_teams_notebook_is_one_notebook() -> None:
    """What three hand in together is one value, until somebody else has it in a notebook of their own."""
    one = check("dW1", Status.WRONG, mismatch=MISMATCH, fingerprint=small_fingerprint(7))
    team = [of(who, "one", one, evidence=evidence("ada")) for who in ("ada", "bob", "cleo")]
    assert not overview_of(team).same_values
    (group,) = overview_of([*team, of("dora", "one", one)]).same_values
    assert group.students == ("ada", "bob", "cleo", "dora")


@pytest.mark.parametrize("text", ["", "[1", "7", "[]", '{"tensor": "torch.x"}', '{"items": 3}', "[" * 100_000, "null"])
def test_a_fingerprint_that_is_none_stops_no_page(text: str) -> None:
    """A stored report may have been edited."""
    odd = check("dW1", Status.WRONG, mismatch=MISMATCH, fingerprint=text)
    usual = check("dW1", Status.WRONG, mismatch=MISMATCH, fingerprint=small_fingerprint(torch.ones(3)))
    reports = [of("ada", "one", odd), of("bob", "one", usual), of("cleo", "one", usual), of("dora", "one", odd)]
    groups = overview_of(reports).same_values
    assert ("bob", "cleo") in [group.students for group in groups]


def concerns_of(
    reports: Sequence[Report], *others: Entry, students: Sequence[str] = (), late: Iterable[tuple[str, str]] = ()
) -> dict[str, tuple[str, ...]]:
    grades = replace(entered(reports, *others, students=students), late=frozenset(late))
    return {concern.student: concern.reasons for concern in class_overview(grades, reports).concerns}


def test_runs_that_a_limit_stopped_are_counted() -> None:
    """With their times where the page lists an exercise; without names, too, where the cell's name is not shown."""
    stop = ("The notebook used more memory than it may and was stopped in cell 'adas_secret'.",)
    timeout = check("a", Status.RAISED, reason="TimeoutError: this cell ran for more than 20 s")
    times = dict(zip(("ada", "bob", "cleo"), (0.5, 1.5, 30), strict=True))
    reports = [
        of("ada", "one", check("a"), evidence=replace(evidence("ada"), seconds=times["ada"])),
        of("bob", "one", check("a"), problems=stop, evidence=replace(evidence("bob"), seconds=times["bob"])),
        of("cleo", "one", timeout, evidence=replace(evidence("cleo"), seconds=times["cleo"])),
    ]
    for named in (True, False):
        page = class_html(entered(reports), reports, named=named)
        plain = " ".join(re.sub(r"<[^>]*>", " ", page).split())
        assert "a run took 1.5 s (median), at most 30 s · 2 runs stopped by a limit" in plain
        (assignment,) = class_json(entered(reports), reports, named=named)["assignments"]
        assert (assignment["stopped"], assignment["run_seconds"]) == (2, {"median": 1.5, "longest": 30})
        assert ("adas_secret" in page) == named
    assert "stopped by a limit" not in page_of(reports[:1])[1]


def test_a_due_date_stands_with_its_exercise() -> None:
    """Where one is set."""
    reports = the_class()
    grades = replace(entered(reports), due={"one": datetime(2030, 1, 31, 22, 59)})  # noqa: DTZ001
    _, plain = page_of(reports)
    assert "due 2" not in plain
    page = class_html(grades, reports)
    assert page.count("due 2030-01-31 22:59 UTC · 3 submissions") == 1
    due = {each["assignment"]: each["due"] for each in class_json(grades, reports)["assignments"]}
    assert due == {"one": "2030-01-31T22:59:00+00:00", "two": None}


def test_a_sudden_drop_is_held_against_ones_own_earlier_exercises() -> None:
    """Not a hard exercise, in which everybody drops, and not who is always there."""

    def scored(student: str, *scores: int) -> list[Report]:
        return [of(student, f"0{n}", *[check(f"{k}", Status.PASSED if k < score else Status.WRONG) for k in range(10)],
                points=10) for n, score in enumerate(scores)]  # fmt: skip

    fell, usual, low = scored("ada", 9, 8, 9, 3), scored("bob", 9, 8, 9, 8), scored("cleo", 3, 3, 3, 3)
    more = [report for name in ("dora", "eve") for report in scored(name, 8, 8, 8, 8)]
    assert concerns_of([*fell, *usual, *low, *more]) == {"ada": ("dropped to 30% in 03, from a median of 90%",)}
    hard = [report for name in ("ada", "bob", "dora") for report in scored(name, 9, 9, 9, 4)]
    assert concerns_of(hard) == {}
    assert concerns_of([*fell[:2], *fell[3:], *usual]) == {}, "two earlier ones say little"


def test_blank_stopped_late_and_absent_are_reasons_to_talk() -> None:
    """Each by its rule; who has most reasons comes first, and what hardly anybody has handed in is no absence."""
    blank = [check("a", Status.MISSING, reason="Not filled in yet.")]
    stop = ("The notebook used more than the 2048 MB of memory it may and was stopped in cell 'x'.",)
    timeout = check("a", Status.RAISED, reason="TimeoutError: this cell ran for more than 20 s")
    reports = [of("ada", name, check("a")) for name in ("01", "02", "03", "04")]
    reports += [of("bob", "01", *blank), of("bob", "02", check("a"), problems=stop), of("bob", "03", timeout)]
    reports += [of("cleo", "01", check("a")), of("cleo", "03", check("a"), problems=stop)]
    found = concerns_of(reports, students=("dora",), late=[("bob", "01"), ("bob", "03"), ("cleo", "01")])
    assert list(found.items()) == [
        ("bob", ("nothing answered: 01", "stopped for time or memory: 02, 03", "late: 01, 03")),
        ("dora", ("not handed in: 01, 02, 03",)),
    ]
    later = [of(who, name, check("a")) for who in ("ada", "bob", "cleo") for name in ("04", "05", "06", "07", "08")]
    assert list(concerns_of([*reports, *later], students=("dora",), late=[("bob", "01"), ("bob", "03")])) == ["dora"]


def test_the_table_shows_students_by_assignments() -> None:
    """Every score stands in its row, a dash for what was not handed in, totals and means."""
    rows = rows_of(on_terminal(the_class()))
    assert rows["ada"] == ["2", "\N{EN DASH}", "2", "33%"]
    assert rows["bob"] == ["3", "2", "5", "83%"]
    assert rows["mean"] == ["2", "2", "2.67", "44%"]


def test_the_table_is_coloured_by_share() -> None:
    """Full marks are green, little is red."""
    shown = on_terminal(the_class(), styles=True)
    assert re.search(r"\x1b\[32m *2", shown)  # bob, two: 2 of 2
    assert re.search(r"\x1b\[31m *1", shown)  # cleo, one: 1 of 4


def test_names_are_shown_as_they_are() -> None:
    """A student's name is no markup for the console."""
    shown = on_terminal([of("[red]eve[/red] \x1b[2J", "one", check())])
    assert "[red]eve[/red]" in shown


def test_an_empty_class_can_be_shown() -> None:
    """No report yet: an empty table and an empty page, no error."""
    assert "mean" in on_terminal([])
    assert "<h1>" in page_of([])[0]


def test_the_page_has_the_table_the_strip_and_the_troubles() -> None:
    """Who has how much, what fails most, how, for whom, and why."""
    _, plain = page_of(the_class())
    assert "ada 2 33% 2 &ndash;" in plain
    assert "a3 100% a2 67% a4 33% a1 0%" in plain
    assert f"2 students: {COLUMNS.text}" in plain
    assert "3 of 3 fail 100%" in plain
    assert "wrong: ada, bob" in plain
    assert "Everyone passes the other 1 check." in plain


def test_the_page_stands_alone() -> None:
    """One file that runs nothing and fetches nothing, and forbids the browser to."""
    page, _ = page_of(the_class())
    assert page.startswith("<!DOCTYPE html>")
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert not re.search(r"https?://|url\(", page)


def test_grades_without_isolation_are_counted() -> None:
    """An instructor sees on the first screen that grades were made unguarded."""
    risky = of("ada", "one", check(), evidence=evidence(overridden=True, isolation=Level.NONE))
    reports = [risky, *the_class()[2:]]
    _, plain = page_of(reports)
    assert "1 of these notebooks were graded without isolation: ada one." in plain
    assert "4 not isolated" in plain
    assert "1 graded without isolation" in on_terminal(reports)
    assert "isolat" not in page_of(the_class())[1] + on_terminal(the_class())


def test_problems_with_files_are_listed() -> None:
    """A file that could not be read as it should is named with its student."""
    page, _ = page_of([of("ada", "one", check(), problems=("Cell x was deleted.",)), *the_class()[2:]])
    assert "1 file with a problem" in page
    assert "Cell x was deleted." in page


def test_changes_are_said_with_their_reasons() -> None:
    """Whose grade changed from what to what, and why; first grades are counted, and what stayed the same."""
    was, now = Entry("ada", "one", automatic=3), Entry("ada", "one", automatic=3, penalty=3)
    changes = [
        Change(None, Entry("bob", "one", automatic=2), ("a new submission",)),
        Change(was, now, ("another due date",)),
        Change(was, was, ("forced",)),
    ]
    assert change_lines(changes, dry=False) == [
        "1 grade changed:",
        "  ada one: 3 → 0 (3 − 3 late): another due date",
        "1 was graded for the first time",
        "1 graded again, as before (forced)",
    ]
    assert change_lines(changes, dry=True)[0] == "1 grade would change:"
    assert change_lines([], dry=True) == ["no grade would change"]


def test_a_long_list_of_changes_is_cut() -> None:
    """A class of hundreds does not scroll the class's table away."""
    changes = [
        Change(Entry(f"s{n}", "one"), Entry(f"s{n}", "one", automatic=1), ("source/ changed",)) for n in range(100)
    ]
    lines = change_lines(changes, dry=False)
    assert len(lines) == 42
    assert lines[-1] == "  and 60 more"


def changed_class() -> tuple[list[Report], list[Change], tuple[str, ...], tuple[str, ...]]:
    """The class, and what gradings changed: ada twice, bob down, cleo new, dora removed, eve not in the end."""
    why, void = ("source/ changed", "'a2': 0 → 1 (full marks)"), ("the submission changed",)
    changes = [
        Change(Entry("ada", "one", 1), Entry("ada", "one", 1.5), void),
        Change(Entry("ada", "one", 1.5), Entry("ada", "one", 2), why),
        Change(Entry("bob", "one", 4), Entry("bob", "one", 3), why),
        Change(None, Entry("cleo", "one", 1), ("a new submission",)),
        Change(Entry("dora", "one", 4), Entry("dora", "one", 3), why),
        Change(Entry("eve", "one", 2), Entry("eve", "one", 3), why),
        Change(Entry("eve", "one", 3), Entry("eve", "one", 2), why),
    ]
    reports = [*the_class(), of("eve", "one", check("a1"), check("a2"), wrong("a3", COLUMNS), wrong("a4"))]
    return reports, changes, why, void


def test_whose_score_is_another_one_since_a_time() -> None:
    """First before and now, all reasons in between; who is back where they were, new or removed is not listed."""
    reports, changes, why, void = changed_class()
    found = score_changes(entered(reports), changes, "2030-01-31 00:00 UTC")
    assert [(each.student, each.before, each.now, each.why) for each in found.scores] == [
        ("ada", 1, 2, (*void, *why)),
        ("bob", 4, 3, why),
    ]
    assert found.new == 1
    assert [(each.why, each.count, each.mean) for each in found.reasons] == [((*void, *why), 1, 1), (why, 1, -1)]
    then: Any
    (then,) = found.assignments
    assert (then.changed, then.before.count, then.now.count) == (2, 3, 4), "cleo was not there before"
    assert (then.before.mean, then.now.mean) == ((1 + 4 + 2) / 12, (2 + 3 + 1 + 2) / 16)
    by_hand = score_changes(entered(reports, Entry("ada", "one", automatic=2, extra=1)), changes, "")
    assert by_hand.scores[0].now == 3
    assert by_hand.scores[0].why[-1].startswith("changed after that by hand")
    assert score_changes(entered(reports), [], "").scores == ()


def test_the_page_says_whose_score_is_another_one() -> None:
    """In a section of its own, only where it was asked for; without names the reasons and the histograms."""
    reports, changes, *_ = changed_class()
    grades = entered(reports)
    found = score_changes(grades, changes, "2030-01-31 00:00 UTC")
    assert "Grades that changed" not in class_html(grades, reports)
    page = class_html(grades, reports, changes=found)
    plain = " ".join(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL).split())
    assert "Grades that changed since 2030-01-31 00:00 UTC 2 scores changed, 1 graded for the first time." in plain
    assert "1 score, −1: source/ changed; &#39;a2&#39;: 0 → 1 (full marks) · one" in plain
    assert "ada one: 1 → 2: the submission changed; source/ changed; " in plain
    assert "one, before" in plain
    projected = class_html(grades, reports, changes=found, named=False)
    assert "source/ changed" in projected
    assert not any(f">{name}<" in projected for name in ("ada", "bob", "cleo", "eve"))
    assert "scores" not in class_json(grades, reports, changes=found, named=False)["changes"]
    nothing = class_html(grades, reports, changes=score_changes(grades, [], "today"))
    assert "0 scores changed" in nothing


def test_a_page_of_500_students_is_small_and_quick() -> None:
    """With 24 exercises: at most 3 MB, in less than ten seconds."""
    grades, reports = made_up_class(500, 24)
    began = time.thread_time()
    page = class_html(grades, reports)
    assert time.thread_time() - began < 10
    assert len(page.encode()) < 3_000_000
    assert page.count("<tr>") == 502


def keys_of(data: object) -> set[str]:
    """Every field's name in some JSON, those of students and exercises excepted."""
    if isinstance(data, list):
        return {key for each in data for key in keys_of(each)}
    if not isinstance(data, dict):
        return set()
    inner = (value for key, value in data.items() if key != "scores" or "lowest" in (value or {}))
    return set(data) | {key for value in inner for key in keys_of(value)}


def test_the_documentation_describes_every_figure() -> None:
    """docs/report.md has each field of the class as JSON; without names, those that it marks are not there."""
    grades, reports = made_up_class(40, 6)
    text = DOCUMENTATION.read_text("utf-8").partition("### The class as JSON")[2].partition("\n## ")[0]
    key = next(iter(grades.entries))
    change = Change(replace(grades.entries[key], extra=1), grades.entries[key], ("forced",))
    changes = score_changes(grades, [change], "today")
    assert keys_of(class_json(grades, reports, changes=changes)) <= set(re.findall(r"`(\w+)`", text))
    everything = keys_of(class_json(grades, reports))
    assert everything <= set(re.findall(r"`(\w+)`", text))
    impersonal = json.dumps(class_json(grades, reports, named=False), allow_nan=False)
    assert "student-0" not in impersonal
    named = {"table", "concerns", "student", "total", "reasons", "message", "draft"}
    assert everything - keys_of(json.loads(impersonal)) == named


def test_what_a_student_wrote_is_not_on_the_page_without_names() -> None:
    """An exception's text, a line of code, the name of a file: each may hold a name."""
    texts = [
        check("a", Status.RAISED, reason="NameError: name 'adas_secret' is not defined"),
        wrong("b", replace(FACTOR, text="Your function adas_secret ..", source="code", cause="argument never used")),
        check("c", Status.WRONG, mismatch=replace(MISMATCH, kind="structure", message="the key 'adas_secret' is new")),
        check("d", Status.FORBIDDEN, reason="adas_secret is not allowed"),
        wrong("e", COLUMNS),
    ]
    reports = [of("ada", "one", *texts, problems=("adas_secret.ipynb was taken",), points=5)]
    page = class_html(entered(reports), reports, named=False)
    assert "adas_secret" not in page
    assert ">ada<" not in page
    assert COLUMNS.text in page
    assert "NameError" in page


def test_one_students_page_has_all_exercises() -> None:
    """In order, with what was not handed in, the class's median, and each sentence once with its checks."""
    reports = [*the_class(), of("ada", "two", wrong("b1", COLUMNS), wrong("b2", COLUMNS), problems=("Cell x is new.",))]
    page = student_html(replace(entered(reports), late={("ada", "two")}), reports, "ada")
    plain = " ".join(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL).split())
    assert plain.index("one 2 of 4 points") < plain.index("two 0 of 4 points · late")
    assert f"{COLUMNS.text} misconception: {COLUMNS.cause} · at b1, b2" in plain
    assert "problem: Cell x is new." in plain
    assert "bob" not in page
    assert "not handed in" in student_html(entered(reports), reports, "cleo")
    with pytest.raises(KeyError):
        student_html(entered(reports), reports, "nobody")


def test_a_void_check_says_so_to_the_instructor() -> None:
    """Beside its name on the page, and in the figures; whoever fails it has its points where they are everybody's."""
    reports = [
        of(f"s{n:02}", "one", wrong("a1", void=Void.FULL) if n % 2 else check("a1", void=Void.FULL), check("a2"))
        for n in range(10)
    ]
    _, text = page_of(reports)
    assert "a1 void: full marks" in text
    assert "a2 void" not in text
    (assignment,) = class_json(entered(reports), reports)["assignments"]
    assert {each["name"]: each["void"] for each in assignment["checks"]} == {"a1": "full marks", "a2": None}
    (void,) = [each for each in overview_of(reports).assignments[0].checks if each.name == "a1"]
    assert void.discrimination is None  # the rest of the score is the same for all
