"""Audits -> JSON: the data classes as they are. An infinite number becomes null: no tolerance would help."""

from __future__ import annotations

from typing import Any

import msgspec

from autograder.audit.whole import Audit

__all__ = ["to_json"]


def to_json(audit: Audit) -> dict[str, Any]:
    """Return an audit as JSON values, with what its properties say."""
    mutants, diagnosed = audit.mutants, audit.diagnosed
    raw = msgspec.to_builtins(audit) | {"passed": audit.passed, "faults": audit.faults}
    raw["mutants"] |= {
        "made": mutants.made, "killed": mutants.killed, "equivalent": mutants.equivalent,
        "survivors": len(mutants.survivors), "rate": mutants.rate,
    }  # fmt: skip
    raw["diagnosed"] |= {
        "visible": diagnosed.visible, "named": diagnosed.named, "right": diagnosed.right, "false": diagnosed.false,
        "rate": diagnosed.rate,
    }  # fmt: skip
    for check, margin in zip(raw["margins"]["checks"], audit.margins.checks, strict=True):
        check |= {"below": margin.below, "above": margin.above}
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(raw))  # writes null for what is not finite
    return plain
