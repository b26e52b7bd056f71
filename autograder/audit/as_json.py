"""Audits -> JSON: the data classes as they are. An infinite number becomes null: no tolerance would help."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import Any

from autograder.audit.whole import Audit

__all__ = ["to_json"]


def to_json(found: Audit) -> dict[str, Any]:
    """Return an audit as JSON values, with what its properties say."""
    mutants, diagnosed = found.mutants, found.diagnosed
    raw = asdict(found) | {"passed": found.passed, "faults": list(found.faults)}
    raw["mutants"] |= {
        "made": mutants.made, "killed": mutants.killed, "equivalent": mutants.equivalent,
        "survivors": len(mutants.survivors), "rate": mutants.rate,
    }  # fmt: skip
    raw["diagnosed"] |= {
        "visible": diagnosed.visible, "named": diagnosed.named, "right": diagnosed.right, "false": diagnosed.false,
        "rate": diagnosed.rate,
    }  # fmt: skip
    for one, margin in zip(raw["margins"]["checks"], found.margins.checks, strict=True):
        one |= {"below": margin.below, "above": margin.above}
    plain: dict[str, Any] = _finite(raw)
    return plain


def _finite(value: Any) -> Any:
    match value:
        case float() if not math.isfinite(value):
            return None
        case dict():
            return {key: _finite(one) for key, one in value.items()}
        case list() | tuple():
            return [_finite(one) for one in value]
    return value
