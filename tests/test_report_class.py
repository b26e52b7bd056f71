"""The class at one glance: right sums, the hardest checks first, on the terminal and as a page."""

import io
import re
from dataclasses import replace

from report_samples import COLUMNS, FACTOR, MISMATCH, check, entered, evidence, of
from rich.console import Console

from autograder.model import Level, Status
from autograder.report import Change, Entry, change_lines, class_html, class_table
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


def on_terminal(reports, *others, students=(), **options):
    console = Console(file=io.StringIO(), width=100, record=True, color_system="truecolor", force_terminal=True)
    console.print(class_table(entered(reports, *others, students=students), reports))
    return console.export_text(**options)


def page_of(reports, *others, students=()):
    """The class page, and its text without tags."""
    page = class_html(entered(reports, *others, students=students), reports)
    return page, " ".join(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL).split())


def overview_of(reports, *others, students=()):
    return class_overview(entered(reports, *others, students=students), reports)


def rows_of(shown):
    return {line.split()[0]: line.split()[1:] for line in shown.splitlines() if line.split()}


def test_scores_add_up():
    """Scores, totals and means; what was not handed in counts 0 in the total and not in the mean."""
    overview = overview_of(the_class())
    assert overview.students == ("ada", "bob", "cleo")
    one, two = overview.assignments
    assert overview.score("ada", one).score == 2
    assert overview.score("ada", two) is None
    assert {who: total.score for who, total in overview.totals.items()} == {"ada": 2, "bob": 5, "cleo": 1}
    assert {total.points for total in overview.totals.values()} == {6}
    assert [assignment.mean for assignment in overview.assignments] == [2, 2]
    assert overview.mean.score == 8 / 3


def test_scores_are_the_gradebooks():
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


def test_marks_are_explained_where_they_stand():
    """A legend of marks that nobody has would be noise."""
    assert "late penalty" not in on_terminal(the_class())


def test_what_nobody_handed_in_is_named_and_left_out():
    """A term that has just begun is not a class of failures."""
    grades = entered(the_class())
    later = replace(grades, points={**grades.points, "three": 10})
    page = class_html(later, the_class())
    assert "Handed in by nobody, and left out: three." in page
    assert class_overview(later, the_class()).mean == overview_of(the_class()).mean


def test_a_score_without_a_report_is_a_score():
    """Who was graded by hand alone counts; that the checks say nothing of them is said."""
    grades = entered(the_class())
    page = class_html(grades, the_class()[:-1])
    assert "(1 submission without a report in autograded/ left out)" in page
    assert class_overview(grades, the_class()[:-1]).totals == overview_of(the_class()).totals
    assert "without a report" not in class_html(grades, the_class())


def test_checks_of_others_are_no_matter():
    """A report that the gradebook knows nothing of is of a student who was taken out of it."""
    stray = of("eve", "one", check("a1", Status.MISSING))
    assert overview_of(the_class()) == class_overview(entered(the_class()), [*the_class(), stray])


def test_the_checks_that_fail_most_come_first():
    """Sorted by the share that fails; ties in the notebook's order."""
    one = overview_of(the_class()).assignments[0]
    assert [check.name for check in one.checks] == ["a3", "a2", "a4", "a1"]
    assert [round(check.failing, 2) for check in one.checks] == [1.0, 0.67, 0.33, 0.0]
    assert one.checks[0].failed == (("ada", Status.WRONG), ("bob", Status.WRONG), ("cleo", Status.RAISED))


def test_diagnoses_are_counted_by_cause():
    """The same cause with another sentence is the same trouble, and only failed checks count."""
    other_words = replace(COLUMNS, text="Other words.")
    reports = [of(who, "one", wrong("x", d)) for who, d in (("a", COLUMNS), ("b", FACTOR), ("c", other_words))]
    reports.append(of("d", "one", check("x", diagnosis=FACTOR)))
    (found,) = overview_of(reports).assignments[0].checks
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
    assert "<h1>" in page_of([])[0]


def test_the_page_has_the_table_the_strip_and_the_troubles():
    """Who has how much, what fails most, how, for whom, and why."""
    _, plain = page_of(the_class())
    assert "ada 2 33% 2 &ndash;" in plain
    assert "a3 100% a2 67% a4 33% a1 0%" in plain
    assert f"2 &times; {COLUMNS.text}" in plain
    assert "3 of 3 fail 100%" in plain
    assert "wrong: ada, bob" in plain
    assert "Everyone passes the other 1 check." in plain


def test_the_page_stands_alone():
    """One file that runs nothing and fetches nothing, and forbids the browser to."""
    page, _ = page_of(the_class())
    assert page.startswith("<!DOCTYPE html>")
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert not re.search(r"https?://|url\(", page)


def test_grades_without_isolation_are_counted():
    """An instructor sees on the first screen that grades were made unguarded."""
    risky = of("ada", "one", check(), evidence=evidence(overridden=True, isolation=Level.NONE))
    reports = [risky, *the_class()[2:]]
    _, plain = page_of(reports)
    assert "1 of these notebooks were graded without isolation: ada one." in plain
    assert "4 not isolated" in plain
    assert "1 graded without isolation" in on_terminal(reports)
    assert "isolat" not in page_of(the_class())[1] + on_terminal(the_class())


def test_problems_with_files_are_listed():
    """A file that could not be read as it should is named with its student."""
    page, _ = page_of([of("ada", "one", check(), problems=("Cell x was deleted.",)), *the_class()[2:]])
    assert "1 file with a problem" in page
    assert "Cell x was deleted." in page


def test_changes_are_said_with_their_reasons():
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


def test_a_long_list_of_changes_is_cut():
    """A class of hundreds does not scroll the class's table away."""
    changes = [
        Change(Entry(f"s{n}", "one"), Entry(f"s{n}", "one", automatic=1), ("source/ changed",)) for n in range(100)
    ]
    lines = change_lines(changes, dry=False)
    assert len(lines) == 42
    assert lines[-1] == "  and 60 more"
