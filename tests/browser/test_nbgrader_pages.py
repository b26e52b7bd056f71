"""An instructor's day in nbgrader's own pages, from their buttons, in a real browser without a network."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import notebooks
import pytest
from browsing import browser
from lab import Lab, driver
from markupsafe import escape
from nbgrader.api import Gradebook
from sampling import EVERYTHING, sampled

from autograder.course import Course
from autograder.gradebook.configuration import load_config

pytest.importorskip("selenium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.runs,
    pytest.mark.skipif(browser() is None or driver() is None, reason="no chromium with its driver here"),
]
ROOT = Path(__file__).resolve().parents[2]
NAME = "01-scale"
FORMULA = r"$$\hat x=\frac{x-\mu}{\max|x|}$$"
SENTENCE = "Is a < b & 'b' </script><b>large</b>?"
# Of each kind: what a person marks in prose, in code, and as a task
AUTHORED = ("07-batchnorm", "12-gpt", "18-deep-nets", "24-bayes", "25-project")
ROWS = """return [...document.querySelectorAll('.nbgrader-CreateAssignmentWidget .nbgrader-CellWidget')].map(row => [
    row.querySelector('.nbgrader-CellType select').value,
    row.querySelector('.nbgrader-CellId input').value,
    row.querySelector('.nbgrader-CellPoints:not(.nbgrader-mod-uneditable) input')?.value ?? ''])"""
STUDENTS = {"ada": {}, "ben": {"solution_scale": "def scale(v):\n    return v"}}  # what is not right


@dataclass
class Day:
    """The course, JupyterLab over it, and what each button's dialog said."""

    lab: Lab
    root: Path
    exchange: Path
    said: dict[str, str] = field(default_factory=dict)

    def press(self, button: str, row: int = 0) -> None:
        """Click a button in the table's row of that number, and read and close the dialog."""
        self.lab.click(f"(//*[@id='main-table']//tr)[{row + 1}]//td[contains(@class,'{button}')]/a")
        self.lab.wait(lambda: self.lab.text(".modal.in .modal-title"), f"the answer to {button}")
        self.said[button] = self.lab.text(".modal.in .modal-body")
        self.lab.wait(self._closed, "the dialog's end")

    def _closed(self) -> bool:
        """Press the dialog's button, as often as a dialog is there: one that still slides in lets a click miss it."""
        for button in self.lab.all(".modal.in .modal-footer button"):
            button.click()
        return not self.lab.all(".modal")

    def go(self, *links: str) -> None:
        """Follow links by their texts."""
        for text in links:
            self.lab.click(f"//a[normalize-space()='{text}']")

    def hand_in(self) -> None:
        """Put the students' notebooks where nbgrader's exchange has them."""
        for number, (student, answers) in enumerate(STUDENTS.items()):
            raw = json.loads((self.root / "release" / NAME / "scale.ipynb").read_text("utf-8"))
            for cell in raw["cells"]:
                name = cell["id"].replace("-", "_")
                cell["source"] = {**notebooks.RIGHT, **answers}.get(name, cell["source"])
                if cell["id"] == "why":
                    cell["source"] = f"{student}: because $x$ is **large**."
            when = f"2030-01-31 12:00:0{number}.000000 UTC"
            folder = self.exchange / "zero-to-hero" / "inbound" / f"{student}+{NAME}+{when}+abc"
            folder.mkdir()
            for name, text in (("scale.ipynb", json.dumps(raw)), ("timestamp.txt", when)):
                (folder / name).write_text(text, "utf-8")
            (folder / "submission_secret.txt").write_text(hashlib.sha512(student.encode()).hexdigest(), "utf-8")

    def loaded(self) -> None:
        """Wait until the page on which a person marks is ready."""
        ready = "return formgrader.loaded && formgrader.grades.loaded && formgrader.comments.loaded"
        self.lab.wait(lambda: self.lab.page.execute_script(ready), "the boxes")

    def boxes(self) -> tuple[Any, Any, Any]:
        """Return the boxes of the answer in prose: points, extra credit, comment."""
        found = [self.lab.all(f"#why{box}")[0] for box in ("", "_extra_credit", "-comment")]
        self.lab.page.execute_script("arguments[0].scrollIntoView({block: 'center'})", found[0])
        return found[0], found[1], found[2]

    def click(self, element: Any) -> None:
        """Click on something, which what stands above it may push away while the page is drawn."""
        scroll = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})"
        self.lab.wait(lambda: self.lab.page.execute_script(scroll, element) or element.click() or True, "a click")


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """From Generate to Autograde, by the buttons."""
    folder, own = tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("lab")
    exchange = own / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)  # as nbgrader wants it
    raw = notebooks.exercise()
    raw["cells"] += [
        notebooks.cell("task", "question", f"# Why\n\n{FORMULA}\n\nWhy divide?"),
        notebooks.cell("prose", "why", "So that all are at most 1.", 2),
        notebooks.cell("raw", "rubric", f"rubric:\n- reason: 2 any · 0 none\ncomments:\n- {SENTENCE}"),
    ]
    notebooks.write_exercise(folder, raw)
    settings = (ROOT / "nbgrader_config.py").read_text("utf-8")
    (folder / "nbgrader_config.py").write_text(f'{settings}\nc.Exchange.root = "{exchange}"\n', "utf-8")
    with Lab(folder, own, size=(1600, 1300)) as lab:
        found = Day(lab, folder, exchange)
        lab.frame("Nbgrader", "Formgrader")
        found.press("assign")
        found.press("release")
        found.hand_in()
        found.press("collect")
        found.go(str(len(STUDENTS)))
        for row in range(len(STUDENTS)):
            found.press("autograde", row)
        yield found


def test_the_buttons_do_their_work(day: Day) -> None:
    """The release is there without solutions, the exchange has it, and the scores are those of the checks."""
    assert "Successfully created the student version" in day.said["assign"]
    assert "Successfully released" in day.said["release"]
    assert "Successfully collected" in day.said["collect"]
    assert "Successfully autograded" in day.said["autograde"]
    released = (day.exchange / "zero-to-hero" / "outbound" / NAME / "scale.ipynb").read_text("utf-8")
    assert "YOUR CODE HERE" in released
    assert "x.mean(0, keepdim=True)" not in released
    day.lab.wait(lambda: day.lab.text("#main-table").count("needs manual grading") == 2, "what is to be marked")
    rows = [row.text for row in day.lab.all("#main-table tr")]
    assert "4 / 6" in rows[0]
    assert "2 / 6" in rows[1]


def test_a_person_marks_without_a_network(day: Day) -> None:
    """Formulas are drawn, keys lead on to the same answer of the next student, and what was given is kept.

    What was written for one student can be chosen for the next.
    """
    lab = day.lab
    day.go("Manual Grading", NAME, "scale", "Submission #1")
    day.loaded()
    (formula,) = lab.all("math[display='block'] mfrac")
    assert formula.size["height"] > 20
    assert "$x$ is **large**" in lab.text(".nbgrader_cell pre")  # a student's, as it was written
    points, extra, comment = day.boxes()
    for box, text in ((points, "1.5"), (extra, "0.5"), (comment, "Well said.")):
        day.click(box)
        lab.wait(lambda: lab.page.execute_script("return jQuery.active") == 0, "the box before, saved")
        box.send_keys(text)
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    ActionChains(lab.page).key_down(Keys.CONTROL).send_keys(".").key_up(Keys.CONTROL).perform()
    lab.wait(lambda: "Submission 2 / 2" in lab.text(".panel-title"), "the next student")
    day.loaded()
    lab.wait(lambda: lab.page.switch_to.active_element.get_attribute("id") == "why", "the same answer's box")
    lab.page.switch_to.active_element.send_keys("2")
    _, _, comment = day.boxes()
    offered = lab.all(".offered option")
    assert [one.text for one in offered] == ["Well said.", SENTENCE]
    ActionChains(lab.page).send_keys(Keys.TAB * 3, Keys.DOWN, Keys.DOWN, Keys.UP, Keys.ENTER).perform()
    assert comment.get_attribute("value") == "Well said."
    assert lab.page.switch_to.active_element == comment
    at_rest = "return jQuery.active + jQuery(':animated').length"
    lab.wait(lambda: lab.page.execute_script(at_rest) == 0, "the page's rest")
    ActionChains(lab.page).move_to_element(offered[1]).click().perform()
    assert comment.get_attribute("value") == f"Well said.\n{SENTENCE}"
    lab.wait(lambda: lab.page.execute_script(at_rest) == 0, "the comment, saved")
    day.go("← Prev")
    lab.wait(lambda: "Submission 1 / 2" in lab.text(".panel-title"), "the student before")
    day.loaded()
    assert [box.get_attribute("value") for box in day.boxes()] == ["1.5", "0.5", "Well said."]
    assert lab.elsewhere() == set()


def test_marks_outlive_a_regrade_and_feedback_goes_out(day: Day) -> None:
    """Autograde keeps what a person gave; each student's page has it, and the exchange gives the pages out."""
    lab = day.lab
    day.go("Manual Grading")
    day.go("Manage Assignments", str(len(STUDENTS)))
    day.press("autograde")
    lab.wait(lambda: "needs" in lab.text("#main-table"), "the table")
    day.press("generate-feedback")
    day.go("Assignments")
    day.press("generate-feedback")
    day.press("release-feedback")
    assert "Successfully released feedback" in day.said["release-feedback"]
    assert len(list((day.exchange / "zero-to-hero" / "feedback").glob("*.html"))) == len(STUDENTS)
    pages = {one: (day.root / "feedback" / one / NAME / "scale.html").read_text("utf-8") for one in STUDENTS}
    assert all("Well said." in page for page in pages.values())
    assert sum(str(escape(SENTENCE)) in page for page in pages.values()) == 1
    with Gradebook(load_config(Course(day.root)).CourseDirectory.db_url) as book:
        assert [book.find_submission(NAME, one).score for one in STUDENTS] == [6.0, 4.0]


@pytest.mark.parametrize("name", sampled(AUTHORED, every=len(AUTHORED)))
def test_create_assignment_shows_and_keeps_our_cells(day: Day, name: str) -> None:
    """The panel has each cell's kind, id and points; points that are changed there are all that changes in the file."""
    lab = day.lab
    (source,) = (ROOT / "source" / name).glob("*.ipynb")
    path = day.root / source.name
    shutil.copy(source, path)
    before = json.loads(path.read_text("utf-8"))
    lab.open(source.name)
    lab.menu("Nbgrader", "Create assignment")
    lab.wait(lambda: len(lab.page.execute_script(ROWS)) == len(before["cells"]), "the panel")
    shown = lab.page.execute_script(ROWS)
    assert shown == [_shown(cell) for cell in before["cells"]]
    total = lab.all(".nbgrader-TotalPointsInput")[0]
    assert float(total.get_attribute("value")) == sum(float(points or 0) for _, _, points in shown)

    from selenium.webdriver.common.keys import Keys

    place = [kind for kind, _, _ in shown].index("manual")
    box = lab.all(".nbgrader-CreateAssignmentWidget .nbgrader-CellPoints input")[place]
    lab.page.execute_script("arguments[0].scrollIntoView({block: 'center'})", box)
    box.send_keys(Keys.CONTROL, "a")
    box.send_keys("7.5", Keys.ENTER)
    before["cells"][place]["metadata"]["nbgrader"]["points"] = 7.5
    lab.menu("File", "Save Notebook")
    lab.wait(lambda: _told(json.loads(path.read_text("utf-8"))) == _told(before), "the same file with other points")


def _shown(cell: dict[str, Any]) -> list[str]:
    """Return what the panel is to show of a cell: kind, id, points if it has any."""
    marks = cell["metadata"].get("nbgrader")
    if not marks:
        return ["", "", ""]
    kinds = {"task": marks["task"], "manual": marks["grade"] and marks["solution"], "tests": marks["grade"],
             "solution": marks["solution"], "readonly": True}  # fmt: skip
    kind = next(kind for kind, holds in kinds.items() if holds)
    return [kind, marks["grade_id"], f"{marks['points']:g}" if "points" in marks else ""]


def _told(raw: dict[str, Any]) -> list[Any]:
    """Return what an author wrote into a notebook: not what JupyterLab adds of the kernel."""
    cells = [(cell["id"], cell["cell_type"], "".join(cell["source"]), cell["metadata"]) for cell in raw["cells"]]
    return [cells, raw["metadata"]["autograder"]]


@pytest.mark.skipif(not EVERYTHING, reason="imports torch in a kernel: make test-all")
def test_validate_asks_for_the_answer_that_a_person_marks(day: Day) -> None:
    """In a released notebook with a question: each check that fails, and the question without an answer."""
    day.lab.open(f"release/{NAME}/scale.ipynb")
    day.lab.click("//*[text()='Validate']")
    day.lab.wait(lambda: "failed" in day.lab.text(".jp-Dialog"), "Validate's answer")
    said = day.lab.text(".jp-Dialog")
    assert "not right yet: mean" in said
    assert "You did not provide a response." in said
