"""Any messages at all, at the trust boundary: a run comes out, and no seed of a hidden case goes into a public step."""

from __future__ import annotations

from typing import Any

import pytest
from fakeworker import Answering, Worker, played
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from autograder.model import Limits, Step
from autograder.run.conversation import BROKEN
from autograder.wire import values
from autograder.wire.seeds import public_seed, secret_seed

CHECK = Step("check-mean", 'check("mean", mean)', check=True, names=("mean",))
HIDDEN = Step("check-mean", 'check("mean, hidden", mean)', check=True, hidden=True)
PLACES = {CHECK.location: ("mean",), HIDDEN.location: ("mean, hidden",)}


def secret(case: str, *, hidden: bool = False) -> int:
    return secret_seed(b"s" * 32, "01-scale", case, hidden=hidden)


@pytest.mark.parametrize(
    ("header", "mode"),
    [
        ({"op": "output", "kind": []}, "capture"),
        ({"op": "output", "kind": {}}, "capture"),
        ({"op": "output", "kind": ["text"]}, "session"),
        ({"op": "output", "kind": "text", "id": []}, "session"),
        ({"op": "output", "kind": "text", "id": {"a": 1}}, "session"),
    ],
)
def test_fields_that_cannot_be_looked_up_end_the_run(header: dict[str, Any], mode: str) -> None:
    """A list where a word should be is no answer, and no error of the grader's: that would leave no grade at all."""

    def play(worker: Worker) -> None:
        worker.begin()
        worker.write(header)
        worker.write({"op": "done"})
        worker.await_("end")

    run, _ = played(play, [CHECK], Answering(PLACES), mode=mode)
    assert run.stop == BROKEN


@pytest.mark.parametrize("seed", [secret, public_seed])
@pytest.mark.parametrize("case", ["\ud800", "a\udfff", "\udcff" * 1000])
def test_a_case_whose_name_is_half_a_character(seed: Any, case: str) -> None:
    """A case of such a name is one like any other, or ends the run; it is no error of the grader's."""

    def play(worker: Worker) -> None:
        worker.begin()
        worker.write({"op": "seed", "case": case})
        worker.await_("seed")
        worker.write({"op": "done"})
        worker.await_("end")

    run, _ = played(play, [CHECK], seed=seed)
    assert run.stop in (None, BROKEN)


@pytest.mark.parametrize("case", ["hidden\0a", "hidden\0hidden\0a", "\0hidden\0a", "hidden\0a\0", "hidden\ufeff\0a"])
@pytest.mark.parametrize("step", [CHECK, Step("own", "", student=True)])
def test_no_name_in_a_public_step_gives_a_hidden_cases_seed(case: str, step: Step) -> None:
    """Whatever is asked for by name before the hidden steps, none of it is what a hidden step will get."""
    public, hidden = list[int](), list[int]()

    def play(worker: Worker) -> None:
        for number, _ in enumerate(worker.steps()):
            for name in ("a", "hidden\0a", case):
                worker.write({"op": "seed", "case": name})
                (hidden if number else public).append(worker.await_("seed").header["seed"])
            worker.write({"op": "done"})

    run, _ = played(play, [step, HIDDEN], seed=secret)
    assert run.stop in (None, BROKEN)
    assert not set(public) & set(hidden)
    assert run.stop == BROKEN or len(hidden) == 3


ANYTHING = st.recursive(
    st.sampled_from(["text", "mean", "mean, hidden", "\ud800", "", "png", "html", "a", "session"])
    | st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=6,
)  # fmt: skip
FIELDS = ("kind", "id", "name", "error", "variable", "options", "case", "changed")
MESSAGES = st.tuples(
    st.sampled_from(["output", "capture", "capture", "seed", "done", "ready"]),
    st.dictionaries(st.sampled_from(FIELDS), ANYTHING, max_size=5),
    st.sampled_from([b"", b"x", values.encode(1)]),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example([("seed", {"case": "\ud800"}, b"")], "capture")
@example([("output", {"kind": []}, b"")], "capture")
@example([("capture", {"name": "mean", "options": [10**400, 1, 1, 1, 1]}, b"")], "capture")
@given(st.lists(MESSAGES, max_size=6), st.sampled_from(["capture", "session"]))
def test_any_messages_give_a_run(messages: list[tuple[str, dict[str, Any], bytes]], mode: str) -> None:
    """Nothing is raised; values are where they belong, errors and outputs are texts that can be written."""

    def play(worker: Worker) -> None:
        worker.begin()
        for operation, fields, body in messages:
            worker.write({**fields, "op": operation}, body)

    limits = Limits(cell_s=2.0, wall_s=4.0, capture_mb=1.0, output_mb=0.01)
    run, _ = played(play, [CHECK, HIDDEN], Answering(PLACES), seed=secret, mode=mode, limits=limits)
    assert run.stop is None or isinstance(run.stop, str)
    assert all(
        capture.location in PLACES and name in PLACES[capture.location] for name, capture in run.captures.items()
    )
    for text in (*run.errors.values(), *(one.text for cell in run.cells for one in cell.outputs)):
        text.encode()
