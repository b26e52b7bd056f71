"""tools/gpu_check.sh on the CPU: the same code from end to end, on one notebook."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]


def _checked(out: Path, *arguments: str) -> tuple[int, dict[str, Any], str]:
    """Return the exit code, the JSON and the Markdown of a check."""
    command = ["sh", str(ROOT / "tools" / "gpu_check.sh"), "--device", "cpu", "--out", str(out), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in (0, 1), done.stderr
    return done.returncode, json.loads(out.with_suffix(".json").read_text()), out.with_suffix(".md").read_text()


def test_every_row_of_one_notebook_is_good(tmp_path: Path) -> None:
    """A reference against the CPU, more memory than there is, three attacks: measured, and written twice."""
    parts = ("references", "memory", "attacks")
    code, data, page = _checked(tmp_path / "gpu", "--notebooks", "07-batchnorm", "--parts", *parts)
    assert (code, [one["ended"] for one in data["parts"]]) == (0, ["done"] * 3)
    rows = {row["what"]: row for one in data["parts"] for row in one["rows"]}
    assert list(rows)[:3] == ["07-batchnorm", "more than there is", "the next submission"]
    assert len(rows) == 6
    assert "allocate" in rows["more than there is"]["found"]
    assert re.search(r"\b(\d+) of \1 checks", rows["the next submission"]["found"])
    assert all(f"|{what}|" in page for what in rows)


def test_a_part_that_fails_or_takes_too_long_is_a_row(tmp_path: Path) -> None:
    """The others are run all the same; the exit code says that not all is well."""
    code, data, page = _checked(tmp_path / "gpu", "--notebooks", "99-none", "--parts", "context", "--total", "100")
    assert code == 1
    assert "failed" in data["parts"][0]["ended"]
    assert "99-none" in data["parts"][0]["rows"][-1]["found"]
    assert "**not so**" in page
    code, data, _ = _checked(tmp_path / "late", "--parts", "references", "memory", "--total", "0.1")
    assert code == 1
    assert [one["ended"] for one in data["parts"]] == ["stopped after 1 s"] * 2


@pytest.mark.parametrize("arguments", [("--parts", "nothing"), ("--device", "tpu")])
def test_what_there_is_not_is_refused(arguments: tuple[str, ...]) -> None:
    """Nothing is run."""
    command = ["sh", str(ROOT / "tools" / "gpu_check.sh"), *arguments]
    assert subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 2
