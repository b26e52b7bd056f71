"""expected.safetensors: the exercise as a student may know it, beside the released notebook.

In: the source notebook, a reference run on the public seeds, and what the known misconceptions give there.
Out: one file: the notebook's frame (cells as they were released, points, rules, limits, build), the expected
value of each public check with its tolerance, of each known wrong value a fingerprint with the tutor's
sentence, and the numbers that setup cells define, for explanations. No hidden case, no code of a solution.
Whoever checks with it, in a session, a file or pytest, is the grader with this in the place of the source.

A tensor is stored as itself under its check's or variable's name, anything else as the bytes of
autograder.wire.values.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from autograder.compare.fingerprint import fingerprint, matches
from autograder.errors import ExpectedValuesError, ValueCodecError
from autograder.model import CheckOptions, ValueOutcome
from autograder.notebook import FILE_NAME, Notebook, find_expected, from_frame, to_frame
from autograder.wire import values

__all__ = [
    "FILE_NAME",
    "ExpectedCheck",
    "ExpectedValues",
    "StoredOutcome",
    "find_expected",
    "known_wrong",
    "read_expected",
    "write_expected",
]

_FORMAT = "4"  # 3 had no hints, 2 no frame


@dataclass(frozen=True, slots=True)
class StoredOutcome:
    """A known wrong value, or exception, and what a tutor says to it."""

    name: str
    says: str
    print: dict[str, Any] = field(default_factory=dict)
    error: str | None = None  # what the check's statement raises
    cell_id: str = ""  # with `error`: the solution cell of the misconception
    cell_error: str | None = None  # and what that cell itself raises


@dataclass(frozen=True, slots=True)
class ExpectedCheck:
    """One public check."""

    name: str
    cell_id: str
    location: str
    variable: bool
    options: CheckOptions
    value: object
    wrong: tuple[StoredOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedValues:
    """The frame of one notebook, and all its public checks."""

    notebook: Notebook  # as `from_frame` gives it
    checks: dict[str, ExpectedCheck]
    variables: Mapping[str, object] = field(default_factory=dict)  # what setup cells define; no check's name
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # `Run.changed` of the solution


def known_wrong(
    wrong: Iterable[ValueOutcome], errors: Iterable[StoredOutcome], expected: object
) -> tuple[StoredOutcome, ...]:
    """Return the fingerprints of wrong values, then the errors; one that the expected value has too is left out."""
    prints = [StoredOutcome(one.name, one.says, fingerprint(one.value)) for one in wrong]
    return (*(one for one in prints if not matches(expected, one.print)), *errors)


def write_expected(path: Path, expected: ExpectedValues) -> None:
    """Write the file."""
    tensors: dict[str, torch.Tensor] = {}
    described = []
    for check in expected.checks.values():
        plain = isinstance(check.value, torch.Tensor)
        tensors[check.name] = _stored(check.value)
        described.append(
            {
                "name": check.name, "cell": check.cell_id, "location": check.location, "variable": check.variable,
                "options": asdict(check.options), "plain": plain,
                "wrong": [asdict(one) for one in check.wrong],
            }
        )  # fmt: skip
    tensors |= {name: _stored(value) for name, value in expected.variables.items()}
    metadata = {
        "format": _FORMAT,
        "frame": json.dumps(to_frame(expected.notebook)),
        "checks": json.dumps(described),
        "changed": json.dumps(dict(expected.changed)),
        "variables": json.dumps(
            {name: isinstance(value, torch.Tensor) for name, value in expected.variables.items()}  # whether plain
        ),
    }
    save_file(tensors, path, metadata=metadata)


def read_expected(path: Path) -> ExpectedValues:
    """Read the file; ExpectedValuesError says what is wrong with it."""
    advice = "Take the file from the assignment's folder as it was handed out."
    try:
        with safe_open(path, "pt") as file:
            metadata = file.metadata() or {}
            if metadata.get("format") != _FORMAT:
                raise ExpectedValuesError(
                    f"{path}: made for another version of the autograder (format {metadata.get('format')}, this one "
                    f"reads {_FORMAT}). Get the exercise's folder once more, or the autograder that came with it."
                )
            notebook = from_frame(json.loads(metadata["frame"]))
            checks = [_check(one, file.get_tensor(one["name"])) for one in json.loads(metadata["checks"])]
            plain = json.loads(metadata["variables"])
            changed = {location: tuple(names) for location, names in json.loads(metadata["changed"]).items()}
            variables = {name: _value(file.get_tensor(name), plain=is_plain) for name, is_plain in plain.items()}
    except FileNotFoundError as error:
        raise ExpectedValuesError(
            f"{path}: there is no such file, so there is nothing to compare with. {advice}"
        ) from error
    except (OSError, SafetensorError, ValueError, KeyError, TypeError, ValueCodecError) as error:
        raise ExpectedValuesError(f"{path}: cannot be read ({type(error).__name__}). {advice}") from error
    return ExpectedValues(notebook, {check.name: check for check in checks}, variables, changed)


def _stored(value: object) -> torch.Tensor:
    if isinstance(value, torch.Tensor):
        return value.detach().cpu().contiguous().clone()
    return torch.frombuffer(bytearray(values.encode(value)), dtype=torch.uint8)


def _value(tensor: torch.Tensor, *, plain: bool) -> object:
    return tensor if plain else values.decode(tensor.numpy().tobytes())


def _check(raw: Mapping[str, Any], tensor: torch.Tensor) -> ExpectedCheck:
    wrong = tuple(StoredOutcome(**one) for one in raw["wrong"])
    options = CheckOptions(**raw["options"])
    value = _value(tensor, plain=raw["plain"])
    return ExpectedCheck(raw["name"], raw["cell"], raw["location"], raw["variable"], options, value, wrong)
