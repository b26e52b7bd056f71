"""The class at one glance: right sums, the hardest checks first, on the terminal and as a page."""

import io
import re

from report_samples import COLUMNS, FACTOR, MISMATCH, check, evidence, of
from rich.console import Console

from autograder.model import Level, Status
from autograder.report import class_html, class_table
from autograder.report.overview import class_overview


def wrong(name, diagnosis=None, **fields):
    return check(name, Status.WRONG, mismatch=MISMATCH, diagnosis=diagnosis, **fields)


def the_class():
    return [
        of("bob", "two", check("b1"), check("b2"), points=2),
        of("ada", "one", check("a1"), wrong("a2", COLUMNS), wrong("a3", FACTOR), check("a4")),
        of("bob", "one", check("a1"), check("a2"), wrong("a3", COLUMNS), check("a4")),
        of("cleo", "one", check("a1"), wrong("a2"), check("a3", Status.RAISED), check("a4", Status.MISSING)),
    ]


def on_terminal(reports, **options):
    console = Console(file=io.StringIO(), width=100, record=True, color_system="truecolor", force_terminal=True)
    console.print(class_table(reports))
    return console.export_text(**options)


def rows_of(shown):
    return {line.split()[0]: line.split()[1:] for line in shown.splitlines() if line.split()}


def test_scores_add_up():
    """Scores, totals and means; what was not handed in counts 0 in the total and not in the mean."""
    overview = class_overview(the_class())
    assert overview.students == ("ada", "bob", "cleo")
    assert overview.scores["ada", "one"].score == 2
    assert ("ada", "two") not in overview.scores
    assert {who: total.score for who, total in overview.totals.items()} == {"ada": 2, "bob": 5, "cleo": 1}
    assert {total.points for total in overview.totals.values()} == {6}
    assert [assignment.mean for assignment in overview.assignments] == [2, 2]
    assert overview.mean.score == 8 / 3


def test_notebooks_of_one_assignment_are_added_up():
    """An assignment with two notebooks has the points of both."""
    first, second = of("ada", "one", check("x"), points=3), of("ada", "one", wrong("y"), points=2)
    overview = class_overview([first, second])
    score = overview.scores["ada", "one"]
    assert (score.score, score.points) == (3, 5)
    assert overview.assignments[0].submissions == 1


def test_the_checks_that_fail_most_come_first():
    """Sorted by the share that fails; ties in the notebook's order."""
    one = class_overview(the_class()).assignments[0]
    assert [check.name for check in one.checks] == ["a3", "a2", "a4", "a1"]
    assert [round(check.failing, 2) for check in one.checks] == [1.0, 0.67, 0.33, 0.0]
    assert one.checks[0].failed == (("ada", Status.WRONG), ("bob", Status.WRONG), ("cleo", Status.RAISED))


def test_diagnoses_are_counted_by_cause():
    """The same cause with another sentence is the same trouble, and only failed checks count."""
    from dataclasses import replace

    other_words = replace(COLUMNS, text="Other words.")
    reports = [of(who, "one", wrong("x", d)) for who, d in (("a", COLUMNS), ("b", FACTOR), ("c", other_words))]
    reports.append(of("d", "one", check("x", diagnosis=FACTOR)))
    (found,) = class_overview(reports).assignments[0].checks
    assert found.diagnoses == ((COLUMNS, 2), (FACTOR, 1))


def test_the_table_shows_students_by_assignments():
    """Every score stands in its row, a dash for what was not handed in, totals and means."""
    rows = rows_of(on_terminal(the_class()))
    assert rows["ada"] == ["2", "\N{EN DASH}", "2", "33%"]
    assert rows["bob"] == ["3", "2", "5", "83%"]
    assert rows["mean"] == ["2", "2", "2.67", "44%"]


def test_the_table_is_coloured_by_share():
    """Full marks are green, little is red."""
    shown = on_terminal(the_class(), styles=True)
    assert re.search(r"\x1b\[32m *2", shown)  # bob, two: 2 of 2
    assert re.search(r"\x1b\[31m *1", shown)  # cleo, one: 1 of 4


def test_names_are_shown_as_they_are():
    """A student's name is no markup for the console."""
    shown = on_terminal([of("[red]eve[/red] \x1b[2J", "one", check())])
    assert "[red]eve[/red]" in shown


def test_an_empty_class_can_be_shown():
    """No report yet: an empty table and an empty page, no error."""
    assert "mean" in on_terminal([])
    assert "<h1>" in class_html([])


def test_the_page_has_the_table_the_strip_and_the_troubles():
    """Who has how much, what fails most, how, for whom, and why."""
    page = class_html(the_class())
    plain = " ".join(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL).split())
    assert "ada 2 33% 2 &ndash;" in plain
    assert "a3 100% a2 67% a4 33% a1 0%" in plain
    assert f"2 &times; {COLUMNS.text}" in plain
    assert "3 of 3 fail 100%" in plain
    assert "wrong: ada, bob" in plain
    assert "Everyone passes the other 1 check." in plain


def test_the_page_stands_alone():
    """One file that runs nothing and fetches nothing, and forbids the browser to."""
    page = class_html(the_class())
    assert page.startswith("<!DOCTYPE html>")
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert not re.search(r"https?://|url\(", page)


def test_grades_without_isolation_are_counted():
    """An instructor sees on the first screen that grades were made unguarded."""
    risky = of("ada", "one", check(), evidence=evidence(overridden=True, isolation=Level.NONE))
    assert "1 of these notebooks" in class_html([risky, *the_class()])
    assert "1 graded without isolation" in on_terminal([risky, *the_class()])
    assert "without isolation" not in class_html(the_class()) + on_terminal(the_class())


def test_problems_with_files_are_listed():
    """A file that could not be read as it should is named with its student."""
    page = class_html([of("ada", "one", check(), problems=("Cell x was deleted.",)), *the_class()])
    assert "1 file with a problem" in page
    assert "Cell x was deleted." in page
