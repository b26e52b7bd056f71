"""What an exercise forbids, made to fail with a clear error in the student's process.

In: names ("torch.Tensor.backward", "torch.nn.BatchNorm1d", "tiktoken") and reasons, which `resolve` finds once.
Out: after `forbid`, using one raises Forbidden, which names the rule and its reason.
This is a signpost for honest students. It does NOT stop a determined one: Python's own names can
be reached in many ways. What cannot be talked round is below Python (docs/security.md).
"""

from __future__ import annotations

import functools
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import warnings
from collections.abc import Sequence
from types import ModuleType
from typing import Any, NamedTuple, NoReturn

__all__ = ["Forbidden", "Resolved", "forbid", "resolve"]


class Forbidden(ImportError):  # noqa: N818  the student reads this name
    """This exercise does not allow that name."""


class Resolved(NamedTuple):
    """What rules name."""

    attributes: list[tuple[Any, str, str]]  # owner, its attribute, what the student is told
    modules: dict[str, str]  # name -> reason
    folders: dict[str, str]  # name of a module -> where it lies, "" if it is not installed


def resolve(rules: Sequence[tuple[str, str]]) -> Resolved:
    """Find what each (name, reason) names; nothing is forbidden yet."""
    with warnings.catch_warnings():  # what a module says when it is imported in a sandbox is no student's concern
        warnings.simplefilter("ignore")
        return _resolved(rules)


def _resolved(rules: Sequence[tuple[str, str]]) -> Resolved:
    attributes, modules = [], {}
    for name, reason in rules:
        try:
            owner, attribute = _find(name)
        except ImportError:
            owner = None
        if owner is None:
            modules[name] = reason
        else:
            attributes.append((owner, attribute, _message(name, reason)))
    return Resolved(attributes, modules, {name: _folder(name) for name in modules})


def forbid(resolved: Resolved) -> None:
    """Make all of it raise Forbidden from now on, in this process."""
    for owner, attribute, message in resolved.attributes:
        _replace(owner, attribute, message)
    for name in resolved.modules:
        for loaded in [key for key in sys.modules if key == name or key.startswith(name + ".")]:
            del sys.modules[loaded]
    if resolved.modules:
        sys.meta_path.insert(0, _Refuse(resolved.modules))
        sys.addaudithook(functools.partial(_watch, resolved.modules, resolved.folders))


def _folder(name: str) -> str:
    """Return where a module that is installed lies; "" if it is not."""
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return ""
    locations = (spec.submodule_search_locations or []) if spec else []
    return next(iter(locations), (spec.origin or "") if spec else "")


def _watch(modules: dict[str, str], folders: dict[str, str], event: str, args: tuple[Any, ...]) -> None:
    """Raise Forbidden when a forbidden module, or a file of it, is opened or loaded; the hook cannot be taken away."""
    if event not in ("import", "open"):
        return
    for name, reason in modules.items():
        folder = folders[name]
        if any(isinstance(path, str) and folder and path.startswith(folder) for path in args[:2]) or (
            event == "import" and str(args[0]).partition(".")[0] == name
        ):
            raise Forbidden(_message(name, reason))


def _message(name: str, reason: str) -> str:
    return f"{name} is not allowed in this exercise: {reason}"


def _find(name: str) -> tuple[Any, str]:
    """Return (owner, attribute) of a dotted name; (None, name) if it is a module. A package is not imported for it."""
    if "." not in name:
        return None, name
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            owner: Any = importlib.import_module(".".join(parts[:cut]))
        except ImportError:
            continue
        if cut == len(parts):
            return None, name
        for part in parts[cut:-1]:
            owner = getattr(owner, part)
        return owner, parts[-1]
    raise ImportError(f"no module of the name {name}")


def _replace(owner: Any, attribute: str, message: str) -> None:
    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        raise Forbidden(message)

    target = getattr(owner, attribute, None)
    if isinstance(target, type):
        type.__setattr__(target, "__init__", refuse)  # holds for every alias of the class
    elif isinstance(owner, ModuleType | type):
        setattr(owner, attribute, refuse)


class _Refuse(importlib.abc.MetaPathFinder):
    """Refuses to import the forbidden modules."""

    def __init__(self, modules: dict[str, str]) -> None:
        self._modules = modules

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:
        """Raise Forbidden for a forbidden module or one below it; know nothing of the others."""
        del path, target
        for name, reason in self._modules.items():
            if fullname == name or fullname.startswith(name + "."):
                raise Forbidden(_message(name, reason))
