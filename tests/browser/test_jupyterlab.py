"""A student at work in JupyterLab and in Notebook 7, in a real browser."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import browser
from lab import Lab, driver

pytest.importorskip("selenium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.runs,
    pytest.mark.skipif(browser() is None or driver() is None, reason="no chromium with its driver here"),
]
ROOT = Path(__file__).resolve().parents[2]
NAME, FILE = "08-backprop-ninja", "08-backprop-ninja/backprop-ninja.ipynb"
ANSWERS = {
    "solution-dlogprobs": "dlogprobs = torch.zeros_like(logprobs)\ndlogprobs[range(n), Yb] = -1.0",  # 1/n is missing
    "solution-dprobs": "dprobs = dlogprobs @ probs",  # raises: (32, 27) @ (32, 27)
    "solution-dcounts-sum-inv": "dcounts_sum_inv = (dprobs * counts).sum(1, keepdim=True)",  # right
    "solution-dcounts-sum": "dcounts_sum = dcounts_sum_inv * float('nan')",
    "solution-dcounts": "probs.sum().backward()\ndcounts = counts",  # forbidden
}


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab over a student's folder, with one exercise filled in as students do."""
    folder, own = tmp_path_factory.mktemp("student"), tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "release" / NAME, folder / NAME)
    path = folder / FILE
    raw = json.loads(path.read_text("utf-8"))
    for cell in raw["cells"]:
        cell["source"] = ANSWERS.get(cell["id"], cell["source"])
    path.write_text(json.dumps(raw), "utf-8")
    with Lab(folder, own) as found:
        yield found


def test_run_all_goes_on_and_each_check_says_what_is_wrong(lab: Lab) -> None:
    """One red cell does not stop the rest; wrong, raising, right, NaN and forbidden are told as such."""
    lab.open(FILE)
    lab.menu("Run", "Run All Cells")
    shown = lab.saved(FILE, until=lambda cells: "checks are right so far" in cells["summary"])
    for cell, word in {
        "check-dlogprobs": "times too large",
        "check-dprobs": "dlogprobs @ probs: (32, 27) @ (32, 27)",
        "check-dcounts-sum-inv": "passed",
        "check-dcounts-sum": "NaN",
        "check-dcounts": "forbidden",
        "check-dnorm-logits": "Not filled in yet",
    }.items():
        assert word in shown[cell], cell
    assert "1 of 36 checks" in shown["summary"]
    assert "Traceback" not in shown["check-dlogprobs"]


def test_what_is_typed_is_checked(lab: Lab) -> None:
    """An answer that is typed anew turns its check green; the table is one that a reader of the page can hear."""
    lab.open(FILE)
    lab.cell_with('check("dlogprobs", dlogprobs)')
    tables = lab.all("div[role='status'][aria-live='polite'] table[role='list']")
    assert tables
    pictures = [picture.get_attribute("alt") for picture in lab.all("div[role='status'] img")]
    assert [alt for alt in pictures if "where they differ: 32 of 864 elements differ" in alt]
    cell = lab.cell_with("dlogprobs[range(n), Yb]")
    lab.type_into(cell, "dlogprobs = torch.zeros_like(logprobs); dlogprobs[range(n), Yb] = -1.0 / n")
    shown = lab.saved(FILE, until=lambda cells: "passed" in cells["check-dlogprobs"])
    assert "2 of 36 checks" in shown["check-dlogprobs"]


def test_validate_reports_the_failures(lab: Lab) -> None:
    """Nbgrader's Validate button names what fails, though Run All goes on."""
    lab.open(FILE)
    lab.click("//*[text()='Validate']")
    lab.wait(lambda: "failed" in lab.text(".jp-Dialog").lower(), "Validate's answer")
    assert "dprobs" in lab.text(".jp-Dialog")


def test_notebook_7_shows_the_same(lab: Lab) -> None:
    """The classic face of Jupyter runs and shows it as well."""
    lab.open(FILE, kind="notebooks")
    lab.cell_with('check("dcounts_sum_inv", dcounts_sum_inv)')
    assert "passed" in lab.text(".jp-Notebook")
