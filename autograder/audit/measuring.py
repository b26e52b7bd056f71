"""Runs right and wrong answers on many seeds and measures how far off they are at each check.

In: a notebook, a grader, how many seeds. Out: `Margins`. Each seed is another secret, so other data. On
each run the solution, in float64 and with several threads as well; all variants, as many in one run as
there are solution cells (a student may combine them too); and each misconception.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import zip_longest

import numpy as np
import torch

from autograder.audit.margins import Margin, Margins, Size
from autograder.compare import allowed_difference, effective, excess, within_bound
from autograder.compare.pairs import inner, leaves, pair_of
from autograder.errors import ReferenceRunError, ValueCodecError
from autograder.grade import Grader, affected
from autograder.judge import Reference
from autograder.model import Capture, CheckOptions, Numerics, Run
from autograder.notebook import Alternative, Notebook, with_alternative
from autograder.wire import values

__all__ = ["measure", "runs_of"]

_OTHER_NUMERICS = {"float64": Numerics(double=True), "4 threads": Numerics(threads=4)}


def measure(
    notebook: Notebook,
    grader: Grader,
    *,
    seeds: int,
    jobs: int = 1,
    devices: Sequence[Grader] = (),
    progress: Callable[[str], None] | None = None,
    on_secret: Callable[[Grader], None] = lambda _: None,
) -> Margins:
    """Measure on `seeds` secrets, the grader's own first; `devices` are graders of other devices, same secret.

    `on_secret` is called with each secret's grader, which has run the misconceptions.
    """
    sizes = _Sizes()
    notes: set[str] = set()
    say = progress or (lambda _: None)
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        for number in range(seeds):
            of_secret = grader.variation(number)
            on_seed = _Seed(notebook, of_secret, sizes)
            others = {name: grader.variation(number, numerics) for name, numerics in _OTHER_NUMERICS.items()}
            others |= {varied.device: varied.variation(number) for varied in devices}
            for name, varied in others.items():
                try:
                    on_seed.other_reference(name, varied.reference(notebook))
                except ReferenceRunError as error:
                    notes.add(f"with {name}: {error}")
                say(f"{notebook.assignment} {name}")
            for names in pool.map(on_seed.variants, _rounds(notebook)):
                say(f"{notebook.assignment} {names}")
            of_secret.run_misconceptions(notebook, jobs=jobs)
            for name in pool.map(on_seed.misconception, _misconceptions(notebook)):
                say(f"{notebook.assignment} {name}")
            on_secret(of_secret)
    return Margins(
        checks=tuple(sizes.margins(notebook, grader.reference(notebook))),
        seeds=seeds,
        compared=(*_OTHER_NUMERICS, *(varied.device for varied in devices)),
        notes=tuple(sorted(notes)),
    )


def runs_of(notebook: Notebook, *, seeds: int, devices: int = 0) -> int:
    """Return how many times `measure` reports progress."""
    each = len(_OTHER_NUMERICS) + devices + len(_rounds(notebook)) + len(_misconceptions(notebook))
    return seeds * each


def _misconceptions(notebook: Notebook) -> list[Alternative]:
    return [alternative for alternative in notebook.alternatives if alternative.kind == "misconception"]


def _rounds(notebook: Notebook) -> list[list[Alternative]]:
    """Return the variants in as few groups as possible, of each solution cell at most one."""
    by_cell: dict[str, list[Alternative]] = {}
    for variant in notebook.alternatives:
        if variant.kind == "variant":
            by_cell.setdefault(variant.cell_id, []).append(variant)
    return [[variant for variant in group if variant is not None] for group in zip_longest(*by_cell.values())]


@dataclass(slots=True)
class _Sizes:
    """The errors so far: for each check and each answer the worst of all seeds."""

    right: dict[str, dict[str, Size]] = field(default_factory=dict)
    wrong: dict[str, dict[str, Size]] = field(default_factory=dict)  # of misconceptions that name the check
    unnamed: dict[str, dict[str, Size]] = field(default_factory=dict)  # of those that don't

    def add_right(self, check: str, size: Size) -> None:
        known = self.right.setdefault(check, {})
        known[size.by] = max(known.get(size.by, size), size, key=lambda measured: measured.error)

    def add_wrong(self, check: str, size: Size, *, named: bool) -> None:
        known = (self.wrong if named else self.unnamed).setdefault(check, {})
        known[size.by] = min(known.get(size.by, size), size, key=lambda measured: measured.error)

    def margins(self, notebook: Notebook, reference: Reference) -> Iterator[Margin]:
        """Return what was found, in the order of the notebook."""
        for name, capture in reference.run.captures.items():
            others = [size for size in self.unnamed.get(name, {}).values() if size.error > 1]
            rtol, atol, allowed = _tolerance(reference.expected[name], capture.options)
            yield Margin(
                check=name,
                cell_id=capture.cell_id,
                hidden=capture.hidden,
                rtol=rtol,
                atol=atol,
                default=capture.options.rtol is None,
                allowed=allowed,
                right=tuple(self.right.get(name, {}).values()),
                wrong=tuple(self.wrong.get(name, {}).values()) or tuple(others),
                reason=notebook.close.get(name),
            )


class _Seed:
    """The runs of one seed."""

    def __init__(self, notebook: Notebook, grader: Grader, sizes: _Sizes) -> None:
        self._notebook, self._grader, self._sizes = notebook, grader, sizes
        self._reference = grader.reference(notebook)
        self._truth: dict[str, object] = {}  # in float64, rounded to what the check expects

    def other_reference(self, name: str, reference: Reference) -> None:
        """Measure the solution itself, run in another way."""
        rounded = {
            check: _rounded(value, self._reference.expected[check])
            for check, value in reference.expected.items()
            if check in self._reference.expected
        }
        if name == "float64":
            self._truth = rounded
        for check, value in rounded.items():
            self._sizes.add_right(check, _size(name, value, self._reference.expected[check], self._options(check)))

    def variants(self, group: list[Alternative]) -> str:
        """Measure variants together; where they don't go together, one by one."""
        sizes = self._of_variants(group)
        if len(group) > 1 and any(size.error > 1 for _, size in sizes):
            sizes = [pair for variant in group for pair in self._of_variants([variant])]
        for check, size in sizes:
            self._sizes.add_right(check, size)
        return ", ".join(variant.name for variant in group)

    def _of_variants(self, group: list[Alternative]) -> list[tuple[str, Size]]:
        submission = with_alternative(self._notebook, *group)
        run = self._grader.grade_submission(self._notebook, submission, student="variant", diagnosed=False).run
        assert run is not None
        sizes = []
        for check, capture in self._reference.run.captures.items():
            own = next(
                (variant.name for variant in group if capture.cell_id in self._notebook.group(variant.cell_id)), None
            )
            by = "variants of other tasks" if own is None else f"variant '{own}'"
            answer = _answer(run, check)
            sizes.append((check, _size(by, answer, self._reference.expected[check], capture)))
            if check in self._truth:
                sizes.append((check, _size(f"{by} against float64", answer, self._truth[check], capture)))
        return sizes

    def misconception(self, alternative: Alternative) -> str:
        """Measure a misconception at the checks that it must break, and at those that it may."""
        run = self._grader.misconception_run(self._notebook, alternative)
        for check in affected(self._notebook, self._reference, alternative):
            expected, capture = self._reference.expected[check], self._options(check)
            size = _size(alternative.name, _answer(run, check), expected, capture)
            self._sizes.add_wrong(check, size, named=check in alternative.breaks)
        return alternative.name

    def _options(self, check: str) -> Capture:
        return self._reference.run.captures[check]


_NOTHING = object()


def _answer(run: Run, check: str) -> object:
    capture = run.captures.get(check)
    if capture is None or capture.value is None:
        return _NOTHING
    try:
        return values.decode(capture.value)
    except ValueCodecError:
        return _NOTHING


def _size(by: str, actual: object, expected: object, capture: Capture) -> Size:
    options = capture.options
    if actual is _NOTHING:
        return Size(by, math.inf, math.inf)
    if options.bounded:
        return _bound_size(by, actual, expected, options.at_most, options.at_least)
    return Size(
        by,
        excess(actual, expected, rtol=options.rtol, atol=options.atol),
        excess(actual, expected, rtol=0.0, atol=1.0),
    )


def _bound_size(by: str, actual: object, expected: object, at_most: float | None, at_least: float | None) -> Size:
    """Measure the way to a bound in units of the reference's own distance from it."""
    mismatch = within_bound(actual, at_most=at_most, at_least=at_least)
    if mismatch is not None and mismatch.kind != "bound":
        return Size(by, math.inf, math.inf)
    own, wanted = (float(value) for value in (actual, expected))  # type: ignore[arg-type]
    shares = [(own - wanted) / (bound - wanted) for bound in (at_most, at_least) if bound not in (None, wanted)]
    return Size(by, max(0.0, *shares), abs(own - wanted))


def _rounded(value: object, like: object) -> object:
    """Return a value with the dtypes that another one has."""
    pair = pair_of(value, like)
    match pair.kind:
        case "tensor" if pair.actual.is_floating_point() and pair.expected.is_floating_point():
            return pair.actual.to(pair.expected.dtype)
        case "array" if pair.actual.dtype.kind == pair.expected.dtype.kind == "f":
            return pair.actual.astype(pair.expected.dtype)
        case "list" | "tuple" if pair.same_length:
            return type(value)(_rounded(item.actual, item.expected) for item in inner(pair))  # type: ignore[call-arg]
        case "dict":
            return pair.actual | {item.key: _rounded(item.actual, item.expected) for item in inner(pair)}
    return value


def _tolerance(expected: object, options: CheckOptions) -> tuple[float, float, float]:
    """Return rtol, atol and the largest allowed |difference| of a value's coarsest float; zeros if it has none."""
    if options.bounded:
        return 0.0, 0.0, 0.0
    tolerances = []
    for tensor in map(_float_tensor, leaves(expected)):
        if tensor is None:
            continue
        allowed = allowed_difference(tensor, rtol=options.rtol, atol=options.atol)
        rtol, atol = effective(tensor, rtol=options.rtol, atol=options.atol)
        tolerances.append((float(allowed.max()), rtol, atol))
    allowed_most, rtol, atol = max(tolerances, default=(0.0, 0.0, 0.0))
    return rtol, atol, allowed_most


def _float_tensor(value: object) -> torch.Tensor | None:
    match value:
        case torch.Tensor() if value.is_floating_point() and value.numel():
            return value
        case np.ndarray() if value.dtype.kind == "f" and value.size:
            return torch.from_numpy(np.ascontiguousarray(value))
        case float():
            return torch.tensor(value, dtype=torch.float64)
    return None
