"""Similar answers: a copy is found whatever its names and its layout, what everybody writes is not, no page accuses."""

from __future__ import annotations

import json
import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from notebooks import cell, notebook, write_exercise

from autograder.cli import main
from autograder.notebook import Notebook, Submission, assembled
from autograder.report import Pair, Side, similar_html
from autograder.similar.pairs import similar_pairs
from autograder.similar.tokens import LENGTH, runs

SOLUTION = """def merge(ids, pair, new):
    ### BEGIN SOLUTION
    out, i = [], 0
    while i < len(ids):
        if i + 1 < len(ids) and (ids[i], ids[i + 1]) == pair:
            out.append(new)
            i += 2
        else:
            out.append(ids[i])
            i += 1
    return out
    ### END SOLUTION"""
VARIANT = """variant: from the end
---
out = list(ids)
for i in range(len(out) - 2, -1, -1):
    if tuple(out[i:i + 2]) == pair:
        out[i:i + 2] = [new]
return out"""
OPERATIONS = (
    "x.sum(0)", "x.mean(1, keepdim=True)", "x.clamp(min=0)", "x.T @ x", "x[1:] - x[:-1]", "x.abs().max()",
    "x.exp() / 3", "x.cumsum(1) * 2", "x.roll(1, 0)", "x.view(-1)[::2]", "x.flip(0) + 1", "x ** 2 - x",
)  # fmt: skip


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Notebook:
    raw = notebook(
        cell("task", "intro", "# Merge"),
        cell("solution", "solution-merge", SOLUTION),
        cell("raw", "v1", VARIANT),
        cell("check", "check-merge", 'check("merge", lambda: merge([1, 2, 1, 2], (1, 2), 9))', 2),
    )
    return write_exercise(tmp_path_factory.mktemp("course"), raw)


def written(seed: int) -> str:
    """Return code that nobody else writes: twelve operations in an order of its own."""
    chosen = random.Random(seed).sample(OPERATIONS, len(OPERATIONS))
    lines = [f"    step{number} = {operation}" for number, operation in enumerate(chosen)]
    return "\n".join(["def merge(ids, pair, new):", *lines, "    return step3"])


def handed_in(exercise: Notebook, **texts: str) -> dict[str, Submission]:
    return {student: assembled(exercise, {"solution-merge": text}) for student, text in texts.items()}


def names(pairs: list[Pair]) -> list[tuple[str, str]]:
    return [(pair.left.student, pair.right.student) for pair in pairs]


def test_a_copy_is_found_whatever_its_names_and_layout(exercise: Notebook) -> None:
    """Renamed, commented, spread over lines: it is the first pair, and its lines are marked."""
    copy = re.sub(r"\bstep(\d+)\b", r"value_\1", written(0)).replace("= ", "=  ").replace("\n", "  # mine\n\n")
    own = {f"student{seed}": written(seed) for seed in range(1, 20)}
    pairs = similar_pairs(exercise, handed_in(exercise, ada=written(0), ben=copy, **own))
    assert names(pairs)[0] == ("ada", "ben")
    assert pairs[0].share > 0.95
    assert all(pair.share < 0.5 for pair in pairs[1:])
    ((title, lines),) = pairs[0].right.cells
    assert title == "the cell of task 'Merge'"
    assert sum(alike for _, alike in lines) >= len(OPERATIONS)


def test_part_of_a_copy_counts_as_part(exercise: Notebook) -> None:
    """Half of it in code of one's own is about half."""
    head, body = written(0).split("\n", 1)
    mixed = "\n".join([head, *body.split("\n")[:6], *written(77).split("\n")[7:]])
    (pair,) = similar_pairs(exercise, handed_in(exercise, ada=written(0), ben=mixed))
    assert 0.3 < pair.share < 0.7


@pytest.mark.parametrize("alternative", ["solution", "v1"])
def test_what_the_author_wrote_is_nobodys(exercise: Notebook, alternative: str) -> None:
    """Two students with the solution, or with a variant, in other names: there may be no other way to write it."""
    text = SOLUTION if alternative == "solution" else "def merge(ids, pair, new):\n" + "\n".join(
        f"    {line}" for line in VARIANT.split("\n")[2:]
    )  # fmt: skip
    text = "\n".join(line for line in text.split("\n") if "###" not in line)
    renamed = re.sub(r"\bout\b", "merged", text)
    assert similar_pairs(exercise, handed_in(exercise, ada=text, ben=renamed)) == []


def test_what_many_share_is_nobodys(exercise: Notebook) -> None:
    """A way that four of ten students found is a common one; what two share is not."""
    others = {f"student{seed}": written(seed) for seed in range(1, 7)}
    common = {f"common{number}": written(0) for number in range(4)}
    assert not any("common" in name for pair in names(similar_pairs(exercise, handed_in(exercise, **common, **others)))
                   for name in pair)  # fmt: skip
    two = dict(list(common.items())[:2])
    assert names(similar_pairs(exercise, handed_in(exercise, **two, **others)))[0] == ("common0", "common1")


def test_two_of_one_team_are_no_pair(exercise: Notebook) -> None:
    """They hand in together; a copy of theirs in another team is found, and says which team."""
    texts = {"ada": written(0), "ben": written(0).replace("step", "s"), "zoe": written(0).replace("step", "t")}
    texts |= {f"student{seed}": written(seed) for seed in range(1, 4)}
    found = similar_pairs(exercise, handed_in(exercise, **texts), teams={"ada": "red", "ben": "red", "zoe": "blue"})
    assert names(found) == [("ada (team red)", "zoe (team blue)"), ("ben (team red)", "zoe (team blue)")]


def test_broken_and_empty_answers(exercise: Notebook) -> None:
    """What cannot be parsed is compared as far as it can be read; what is not filled in is left out."""
    broken = written(0).replace("return", "  return (") + "\n'''"
    texts = {"ada": written(0), "ben": broken, "cleo": exercise.cell("solution-merge").released, "dora": "\x00(" * 99}
    assert names(similar_pairs(exercise, handed_in(exercise, **texts))) == [("ada", "ben")]


def test_short_texts_have_no_runs() -> None:
    assert runs("a = b + c") == ()
    assert len(runs("(" * LENGTH)) == 1


def test_the_page_is_safe_and_gives_no_verdict() -> None:
    """Markup is text, nothing is fetched or run, indentation stays, and the page says what it cannot know."""
    nasty = "<script>alert(1)</script>\u202e"
    side = Side(nasty, ((nasty, ((f"    {nasty}", True), ("", False))),))
    page = similar_html("01-x", [Pair(0.93, 40, side, side)], students=2)
    assert "<script" not in page
    assert "\u202e" not in page
    assert "    &lt;script&gt;" in page
    assert "93%" in page
    assert "gives no verdict" in page
    assert "default-src 'none'" in page.replace("&#39;", "'")


def test_the_command_writes_the_page(exercise: Notebook, capsys: pytest.CaptureFixture[str]) -> None:
    """It reads what was handed in, whatever its state, and names the pairs."""
    assert exercise.folder is not None
    root = exercise.folder.parents[1]
    (root / "nbgrader_config.py").touch()
    arguments = ["--course", str(root), "similar", "01-scale"]
    assert main(arguments) == 2
    texts: dict[str, Any] = {
        "ada": written(0),
        "ben": written(0).replace("step", "s"),
        "cleo": written(5),
        "dora": None,
    }
    for student, text in texts.items():
        folder = root / "submitted" / student / "01-scale"
        folder.mkdir(parents=True)
        raw = notebook(cell("solution", "solution-merge", text or ""))
        (folder / "scale.ipynb").write_text("{" if text is None else json.dumps(raw))
    capsys.readouterr()
    assert main(arguments) == 0
    shown = capsys.readouterr().out
    assert "100%  ada, ben" in shown
    assert "no verdict" in shown
    page = Path(root / "similar-01-scale.html").read_text("utf-8")
    assert "4 students" in page
    team = ["ada", "emmy", "fay", "gus"]
    for student in team[1:]:
        shutil.copytree(root / "submitted/ada", root / "submitted" / student)
    (root / "roster.csv").write_text("id,team\n" + "".join(f"{name},Red\n" for name in team) + "ben,\n")
    assert main(arguments) == 0
    shown = capsys.readouterr().out
    assert "100%  ada (team Red), ben" in shown, "a team's notebook is one answer: it is not what many share"
    assert not any(name in shown for name in team[1:])
