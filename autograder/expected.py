"""expected.safetensors: what a student's own session compares with.

In: a reference run on the public seeds, and what the known misconceptions give there. Out: one file
beside the released notebook: the expected value of each public check, its tolerance, and of each
known wrong value a fingerprint with the tutor's sentence; and the numbers that setup cells define, for
explanations. No hidden case, no code.

A tensor is stored as itself under its check's or variable's name, anything else as the bytes of
autograder.values.
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

from autograder import values
from autograder.errors import ExpectedValuesError, ValueCodecError
from autograder.fingerprint import fingerprint, matches
from autograder.model import CheckOptions, Diagnosis, WrongValue

__all__ = [
    "FILE_NAME",
    "ExpectedCheck",
    "ExpectedValues",
    "KnownWrong",
    "find_expected",
    "known_wrong",
    "read_expected",
    "recognise",
    "write_expected",
]

FILE_NAME = "expected.safetensors"
_FORMAT = "2"
_READABLE = ("1", _FORMAT)  # 1 had no variables


@dataclass(frozen=True, slots=True)
class KnownWrong:
    """A known wrong value, or exception, and what a tutor says to it."""

    name: str
    says: str
    print: dict[str, Any] = field(default_factory=dict)
    error: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectedCheck:
    """One public check."""

    name: str
    cell_id: str
    place: str
    variable: bool
    options: CheckOptions
    value: object
    wrong: tuple[KnownWrong, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedValues:
    """All public checks of one notebook."""

    assignment: str
    notebook: str
    source_sha256: str  # of the source notebook that these values were made from
    checks: dict[str, ExpectedCheck]
    variables: Mapping[str, object] = field(default_factory=dict)  # what setup cells define; no check's name

    def others(self, name: str) -> dict[str, object]:
        """Return what else has a name: the other checks' values, and the variables."""
        return {**{one.name: one.value for one in self.checks.values() if one.name != name}, **self.variables}


def known_wrong(
    wrong: Iterable[WrongValue], errors: Iterable[tuple[str, str, str]], expected: object
) -> tuple[KnownWrong, ...]:
    """Return the fingerprints of wrong values; one that the expected value has as well is left out.

    `errors`: (misconception, sentence, "ValueError: ...").
    """
    prints = [KnownWrong(one.name, one.says, fingerprint(one.value)) for one in wrong]
    kept = [one for one in prints if not matches(expected, one.print)]
    return (*kept, *(KnownWrong(name, says, {}, error) for name, says, error in errors))


def recognise(actual: object, check: ExpectedCheck) -> Diagnosis | None:
    """Return the tutor's sentence if the value is a known wrong one."""
    for one in check.wrong:
        try:
            if one.print and matches(actual, one.print, rtol=check.options.rtol, atol=check.options.atol):
                return Diagnosis(one.says, "author", one.name)
        except ValueCodecError:
            return None
    return None


def find_expected(folder: Path) -> Path:
    """Return where the expected values of the notebook in this folder lie.

    Beside the notebook; for an author, who works in source/NN-unit or solutions/NN-unit, in
    release/NN-unit. The returned file may be missing.
    """
    released = folder.parent.parent / "release" / folder.name / FILE_NAME
    beside = folder / FILE_NAME
    return released if not beside.exists() and released.exists() else beside


def write_expected(path: Path, expected: ExpectedValues) -> None:
    """Write the file."""
    tensors: dict[str, torch.Tensor] = {}
    described = []
    for check in expected.checks.values():
        plain = isinstance(check.value, torch.Tensor)
        tensors[check.name] = _stored(check.value)
        described.append(
            {
                "name": check.name, "cell": check.cell_id, "place": check.place, "variable": check.variable,
                "options": asdict(check.options), "plain": plain,
                "wrong": [asdict(one) for one in check.wrong],
            }
        )  # fmt: skip
    tensors |= {name: _stored(value) for name, value in expected.variables.items()}
    metadata = {
        "format": _FORMAT,
        "assignment": expected.assignment,
        "notebook": expected.notebook,
        "source_sha256": expected.source_sha256,
        "checks": json.dumps(described),
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
            if metadata.get("format") not in _READABLE:
                message = (
                    f"{path}: made for another version of the autograder (format {metadata.get('format')}). {advice}"
                )
                raise ExpectedValuesError(message)
            checks = [_check(one, file.get_tensor(one["name"])) for one in json.loads(metadata["checks"])]
            plain = json.loads(metadata.get("variables", "{}"))
            variables = {name: _value(file.get_tensor(name), plain=is_plain) for name, is_plain in plain.items()}
    except FileNotFoundError as error:
        message = f"{path}: there is no such file, so there is nothing to compare with. {advice}"
        raise ExpectedValuesError(message) from error
    except (OSError, SafetensorError, ValueError, KeyError, TypeError, ValueCodecError) as error:
        message = f"{path}: cannot be read ({type(error).__name__}). {advice}"
        raise ExpectedValuesError(message) from error
    named = {check.name: check for check in checks}
    source = metadata.get("source_sha256", "")
    return ExpectedValues(metadata["assignment"], metadata["notebook"], source, named, variables)


def _stored(value: object) -> torch.Tensor:
    if isinstance(value, torch.Tensor):
        return value.detach().cpu().contiguous().clone()
    return torch.frombuffer(bytearray(values.encode(value)), dtype=torch.uint8)


def _value(tensor: torch.Tensor, *, plain: bool) -> object:
    return tensor if plain else values.decode(tensor.numpy().tobytes())


def _check(raw: Mapping[str, Any], tensor: torch.Tensor) -> ExpectedCheck:
    wrong = tuple(KnownWrong(**one) for one in raw["wrong"])
    options = CheckOptions(**raw["options"])
    value = _value(tensor, plain=raw["plain"])
    return ExpectedCheck(raw["name"], raw["cell"], raw["place"], raw["variable"], options, value, wrong)
