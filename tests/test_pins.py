"""One version of everything: constraints.txt, requirements.lock and the bounds in pyproject.toml agree."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LISTS = {"dependencies": PROJECT["dependencies"], **PROJECT["optional-dependencies"]}
WANTED = [line for lines in LISTS.values() for line in lines if not line.startswith(PROJECT["name"])]


def pins(path: Path) -> dict[str, str]:
    """Return name -> `==version; marker` of each line that pins something."""
    lines = re.findall(r"^[A-Za-z].*?(?=\s*(?:\\|#|$))", path.read_text("utf-8"), re.MULTILINE)
    found = [Requirement(line) for line in lines]
    return {canonicalize_name(one.name): f"{one.specifier}; {one.marker or ''}" for one in found}


PINS = pins(ROOT / "constraints.txt")


def test_the_lock_is_what_the_pins_say() -> None:
    """`make lock` was run after the last change; of torch there is no hash that all indexes share."""
    assert pins(ROOT / "requirements.lock") == {name: pin for name, pin in PINS.items() if name != "torch"}


def test_all_that_is_locked_has_a_hash() -> None:
    """Otherwise pip refuses the whole file."""
    entries = re.split(r"^(?=[A-Za-z])", (ROOT / "requirements.lock").read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert len(entries) == len(PINS) - 1
    assert [one for one in entries if "--hash=sha256:" not in one] == []


@pytest.mark.parametrize("line", WANTED)
def test_the_pin_is_within_the_bounds(line: str) -> None:
    """What the project asks for is pinned, to a version that it takes."""
    wanted = Requirement(line)
    pin = Requirement(f"x{PINS[canonicalize_name(wanted.name)]}".rstrip("; "))
    (version,) = (one.version for one in pin.specifier)
    assert version in wanted.specifier


def test_what_builds_the_package_is_pinned() -> None:
    """tools/install.sh builds it without looking for anything else."""
    (wanted,) = map(
        Requirement, tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    )
    assert PINS[wanted.name].removeprefix("==").rstrip("; ") in wanted.specifier
