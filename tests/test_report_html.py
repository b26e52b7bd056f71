"""The HTML fragments: complete, self-contained, and harmless whatever the students wrote."""

import base64
import re
from html.parser import HTMLParser

import pytest
from report_samples import COLUMNS, MISMATCH, check, entered, of, one_of_everything

from autograder.model import CheckResult, Diagnosis, Report, Status
from autograder.report import CheckFacts, Comparison, checks_html, class_html, problems_html, student_html
from autograder.report.picture import Panel

NASTY = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onload='&lt; \x1b[31m\u202e</td></table>"
TAGS = {"div", "span", "table", "tbody", "tr", "td", "img", "br", "code", "em", "strong", "pre"}
PAGE_TAGS = {
    *TAGS, "html", "head", "body", "meta", "title", "style", "h1", "h2", "h3", "p", "b", "ul", "li",
    "thead", "tfoot", "th", "details", "summary", "svg", "rect",
}  # fmt: skip
PAGES = ("class", "class, without names", "student")
ATTRIBUTES = {
    "style",
    "alt",
    "width",
    "height",
    "role",
    "aria-hidden",
    "src",
    "class",
    "title",
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "aria-label",
    "preserveaspectratio",
    "viewbox",
    "x",
    "y",
}


class Reader(HTMLParser):
    """Collects the text and every tag; refuses tags that do not close what was opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in {"br", "img", "meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


PICTURE = Comparison((Panel("[0]", b"mine", b"theirs", b"off", 40, 30),), 4, 8, -1.0, 2.0, 0.5, 3, 32)


def text_of(html: str) -> str:
    return " ".join("".join(read(html).text).split())


def nasty_report() -> Report:
    mismatch = MISMATCH.__class__("value", NASTY, index=NASTY, actual=NASTY, expected=NASTY * 2)
    return of(
        NASTY,
        NASTY,
        check(NASTY, Status.WRONG, mismatch=mismatch, diagnosis=Diagnosis(NASTY, "author", NASTY)),
        check(NASTY + "2", Status.RAISED, reason=NASTY),
        problems=(NASTY,),
    )


FRAGMENTS = {
    "checks": lambda: checks_html(
        nasty_report().cells[0].checks, facts={NASTY: CheckFacts(NASTY, NASTY, PICTURE)}, student=False
    ),
    "problems": lambda: problems_html(nasty_report().problems),
    "class": lambda: class_html(entered([nasty_report()]), [nasty_report()], title=NASTY),
    "class, without names": lambda: class_html(entered([nasty_report()]), [nasty_report()], title=NASTY, named=False),
    "student": lambda: student_html(entered([nasty_report()]), [nasty_report()], nasty_report().student),
}


@pytest.mark.parametrize("name", FRAGMENTS)
def test_nothing_that_a_student_wrote_becomes_markup(name: str) -> None:
    """Only our own tags and attributes are in it, whatever names and messages say."""
    reader = read(FRAGMENTS[name]())
    assert reader.tags <= (PAGE_TAGS if name in PAGES else TAGS)
    assert {attribute for attribute, _ in reader.attributes} <= ATTRIBUTES
    assert "<script>alert(1)" in "".join(reader.text)
    assert not set("\x1b\u202e") & set("".join(reader.text))


@pytest.mark.parametrize("name", FRAGMENTS)
def test_nothing_is_fetched_and_nothing_runs(name: str) -> None:
    """No address in it but pictures that it carries itself."""
    reader = read(FRAGMENTS[name]())
    sources = [value for attribute, value in reader.attributes if attribute == "src"]
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert not re.search(r"url\(|https?:|@import", "".join(v or "" for _, v in reader.attributes))
    assert "script" not in reader.tags


def test_long_text_is_bounded() -> None:
    """A message of ten megabytes does not become a page of ten megabytes."""
    long = "<" * 10_000_000
    shown = problems_html((long,) * 20) + checks_html([check("x", Status.RAISED, reason=long)])
    assert len(shown) < 200_000


def test_a_row_says_everything_about_a_wrong_check() -> None:
    """Mark, name, word, mismatch, values and the tutor's sentence."""
    shown = text_of(checks_html([check("probs", Status.WRONG, mismatch=MISMATCH, diagnosis=COLUMNS)]))
    for piece in ("✗", "probs", "wrong", MISMATCH.message, "got 0.31, expected 0.279", COLUMNS.text):
        assert piece in shown


def test_every_status_is_told_by_mark_and_word() -> None:
    """Without colours the table still says how each check ended."""
    for status, mark, word in (
        (Status.PASSED, "✓", "passed"),
        (Status.WRONG, "✗", "wrong"),
        (Status.RAISED, "!", "raised an error"),
        (Status.MISSING, "\N{EN DASH}", "no answer"),
        (Status.FORBIDDEN, "⊘", "forbidden"),
    ):
        shown = text_of(checks_html([CheckResult("x", status)]))
        assert mark in shown
        assert word in shown


def test_facts_and_picture_stand_beside_the_check_they_belong_to() -> None:
    """In a student's session a wrong check shows its shape, dtype and picture; a right one no picture."""
    facts = {"x": CheckFacts("(4, 8)", "float32", PICTURE)}
    wrong = checks_html([check("x", Status.WRONG), check("y")], facts=facts)
    assert base64.b64encode(b"theirs").decode() in wrong
    assert "(4, 8) · float32" in text_of(wrong)
    right = checks_html([check("x")], facts=facts)
    assert "img" not in read(right).tags
    assert "(4, 8) · float32" in text_of(right)


def test_a_sentence_that_holds_for_several_checks_is_said_once() -> None:
    """Below the first one stands which others it holds for; names that may hold commas are set apart."""
    wrong = [check(name, Status.WRONG, diagnosis=COLUMNS) for name in ("dW2", "softmax, one row", "db2")]
    shown = text_of(checks_html(wrong))
    assert shown.count(COLUMNS.text) == 1
    assert "also: softmax, one row" in shown


def test_an_exception_of_several_checks_is_told_once() -> None:
    """Three checks of one cell that stopped: the line that raised stands below the first."""
    raised = [CheckResult(name, Status.RAISED, reason="NameError: x", where="line 1:\n    x") for name in "abc"]
    shown = text_of(checks_html(raised))
    assert shown.count("line 1:") == 1
    assert shown.count("The same exception as for a.") == 2


def test_markdown_of_sentences_is_rendered() -> None:
    """Code and emphasis are set as such; what only looks like it, a product, stays."""
    told = Diagnosis("Use `x.T < 3`, *not* **x**; dr * raw * n stays, <b> too.", "author", "m")
    page = checks_html([check("a", Status.WRONG, diagnosis=told)])
    assert ">x.T &lt; 3</code>" in page
    assert "<em>not</em> <strong>x</strong>; dr * raw * n stays, &lt;b&gt; too." in page


def test_an_instructor_sees_the_cause() -> None:
    """The misconception's name and the numbers are for instructors."""
    result = check("probs", Status.WRONG, mismatch=MISMATCH, diagnosis=COLUMNS)
    assert "misconception: normalised over the columns" in text_of(checks_html([result], student=False))
    assert "misconception" not in text_of(checks_html([result]))


def test_every_mixed_colour_has_a_plain_one_before_it() -> None:
    """A viewer that does not know color-mix still shows the mark in its colour."""
    styles = [
        value
        for attribute, value in read("".join(checks_html(cell.checks) for cell in one_of_everything().cells)).attributes
        if attribute == "style"
    ]
    mixed = [style for style in styles if "color-mix" in style]
    assert mixed
    assert all(re.search(r"color:#\w{6};color:color-mix", style) for style in mixed)


def test_no_checks_give_an_empty_table() -> None:
    """A cell without checks is not an error."""
    assert text_of(checks_html([])) == ""
