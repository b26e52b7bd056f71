"""Every attack is repelled as its header says; and the driver would have noticed if one were not."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attackfile import FAMILIES, Attack, attacks, fill
from attacksample import chosen
from driver import Batch, Outcome, drive

from autograder.isolation import ForkServer, UnisolatedLauncher
from autograder.model import Level

ROOT = Path(__file__).resolve().parents[2]
LEVELS = (Level.STRONG, Level.ADEQUATE)


def _cases() -> list[Any]:
    return [
        pytest.param(
            level,
            one,
            id=f"{level}-{one.id}",
            marks=[pytest.mark.xfail(reason=one.broken, strict=True)] if one.broken else [],
        )
        for level in LEVELS
        for one in chosen(level)
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("level", "attack"), _cases())
def test_attack_is_repelled(batch: Callable[[Level], Batch], level: Level, attack: Attack) -> None:
    """No score gained, nothing honest lost, nothing read, written or contacted, in bounded time."""
    outcomes = batch(level).outcomes
    assert attack.id in outcomes
    assert outcomes[attack.id].complaints == ()


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS, ids=str)
def test_nobody_else_is_harmed(batch: Callable[[Level], Batch], level: Level) -> None:
    """Honest students keep full marks, before and after; no process, file or contact is left over."""
    assert batch(level).complaints == []


def test_suite_is_large_and_every_family_is_there() -> None:
    """At least 120 attacks, none of them twice, in all families."""
    found = list(attacks())
    assert {one.family for one in found} == set(FAMILIES)
    assert len({one.code for one in found}) == len(found) >= 120


def test_placeholders_are_filled_in_names_strings_and_magics() -> None:
    """A name is bound, a string is written out, a name between braces is left to Python."""
    code = 'open(GRADEBOOK)\nf"{GRADER_PID} GRADER_PID"\n"/proc/GRADER_PID/mem"\n'
    filled = fill(code, {"GRADEBOOK": "/g", "GRADER_PID": 7})
    assert filled == 'GRADEBOOK = \'/g\'\nGRADER_PID = 7\nopen(GRADEBOOK)\nf"{GRADER_PID} 7"\n"/proc/7/mem"\n'
    assert "!cat /g" in fill("!cat GRADEBOOK\n", {"GRADEBOOK": "/g"})


# ---------------------------------------------------------------- positive controls

CONTROLS = list(attacks("controls"))


@pytest.fixture(scope="module")
def leaky() -> dict[str, Outcome]:
    """The controls, graded without isolation."""
    mine = [one for one in CONTROLS if one.harm != "stray"]
    with ForkServer(level=Level.NONE, allow_unisolated=True) as launcher:
        made = drive(mine, Level.NONE, launcher=launcher, margin_s=-LIMIT_OFF)
    return {"": Outcome(mine[0], tuple(made.complaints), 0, 0, 0.0), **made.outcomes}


LIMIT_OFF = 6.0  # the bound on time then lies below what a control may use


@pytest.mark.slow
@pytest.mark.parametrize("control", [one for one in CONTROLS if one.harm != "stray"], ids=lambda one: one.name)
def test_each_check_can_fail(leaky: dict[str, Outcome], control: Attack) -> None:
    """Without isolation, or with a header that is not true, the driver finds the harm that is done."""
    found = (*leaky[control.id].complaints, *leaky[""].complaints)
    assert any(one.startswith(f"{control.harm}:") for one in found), found


@pytest.mark.slow
def test_a_stray_process_is_found() -> None:
    """A process that outlives its run is seen, ended, and blamed on the batch."""
    (control,) = (one for one in CONTROLS if one.harm == "stray")
    made = drive([control], Level.NONE, launcher=UnisolatedLauncher(overridden=True), wall_s=60)
    found = [one for one in made.complaints if one.startswith("stray:")]
    for one in found:
        os.kill(int(one.split()[1]), 9)
    assert found


# ---------------------------------------------------------------- as an ordinary user

UID = "12345"
USUAL = "07-batchnorm"  # one exercise is enough here
# In mounts of its own: a Python below a folder that only root may enter is put where others find it.
OPEN_PYTHON = """
set -e
top=/$(echo "$PYTHON" | cut -d/ -f2)
mkdir "$PLACE/python"
mount --bind "$PYTHON" "$PLACE/python"
mount -t tmpfs -o mode=755 none "$top"
mkdir -p "$PYTHON"
mount --move "$PLACE/python" "$PYTHON"
"""


def _reachable(path: str) -> bool:
    return all(parent.stat().st_mode & 0o001 for parent in Path(path).parents)


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS, ids=str)
def test_as_an_ordinary_user(level: Level, tmp_path: Path) -> None:
    """A sample of the attacks is repelled when grading is done by a user without any privilege."""
    if os.geteuid() != 0:
        pytest.skip("these tests are run by an ordinary user already")
    if not (_reachable(str(ROOT / "autograder")) and shutil.which("unshare") and shutil.which("setpriv")):
        pytest.skip("another user cannot read this checkout, or cannot be become here")
    sample = [
        one.id for one in attacks() if not one.broken and one.assignment == USUAL and one.level in ("", level.value)
    ]
    sample = sample[:: 1 + len(sample) // (10 if os.environ.get("AUTOGRADER_TEST_ALL") else 4)]
    with tempfile.TemporaryDirectory(prefix="ordinary-", dir="/tmp") as place:
        Path(place).chmod(0o777)
        result = Path(place) / "result.json"
        prepare = "" if _reachable(sys.base_prefix) else OPEN_PYTHON
        ran = subprocess.run(
            ["unshare", "-m", "sh", "-c",
             f'{prepare}\nexec setpriv --reuid={UID} --regid={UID} --clear-groups --inh-caps=-all "$@"', "sh",
             sys.executable, str(ROOT / "tests/attacks/driver.py"), "--level", level.value, "--json", str(result),
             *sample],
            env={"HOME": place, "PATH": os.environ["PATH"], "PYTHON": sys.base_prefix, "PLACE": place,
                 "PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1"},
            cwd=place, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        if "isolates a graded run at level" in ran.stderr or ("mount:" in ran.stderr and not result.exists()):
            pytest.skip(ran.stderr.strip()[-300:])
        assert result.exists(), ran.stderr[-3000:]
        found = json.loads(result.read_text("utf-8"))
    assert found["level"] == level
    assert found["complaints"] == []
    assert {name: one["complaints"] for name, one in found["attacks"].items()} == {name: [] for name in sample}


def test_table_is_up_to_date() -> None:
    """docs/security.md names every attack and what it tries; outcomes are those of the last whole run."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from attack_table import expected_rows, named
    finally:
        sys.path.pop(0)
    found = named((ROOT / "docs/security.md").read_text("utf-8"))
    assert found == expected_rows(list(attacks())), "run tools/attack_table.py"
