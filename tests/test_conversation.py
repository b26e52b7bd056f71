"""The trust boundary: whatever a worker writes into its four pipes, a run comes out, in bounded time and memory."""

from __future__ import annotations

import functools
import json
import struct
import time
import tracemalloc
from collections.abc import Callable

import pytest
from fakeworker import Answering, Worker, played, seed_of

from autograder.model import Binding, CheckOptions, Limits, Run, Step
from autograder.run import conversation, steps
from autograder.run.conversation import BROKEN
from autograder.wire import values
from autograder.wire.channel import Decoder, Frame, pack

OWN = Step("solution-mean", "mean = 1", student=True)
CHECK = Step("check-mean", 'check("mean", mean)', check=True, cases=("a",), names=("mean",))
SECOND = Step("check-mean", 'check("scale", scale)', check=True, number=1)
HIDDEN = Step("check-mean", 'check("mean, hidden", mean)', check=True, hidden=True, cases=("a",))
PLACES = {CHECK.location: ("mean",), SECOND.location: ("scale",), HIDDEN.location: ("mean, hidden",)}
ONE = values.encode(1)
CAPTURE = {"op": "capture", "name": "mean", "variable": True, "options": [None] * 5}
DONE = {"op": "done"}


def answering(**more: object) -> Answering:
    return Answering(PLACES, **more)  # type: ignore[arg-type]


def operations(heard: list[Frame]) -> list[str]:
    return [frame.header["op"] for frame in heard]


def texts(run: Run) -> list[str]:
    return [output.text for cell in run.cells for output in cell.outputs]


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> Limits:
    """Limits that a deaf worker meets at once."""
    for module in (conversation, steps):
        monkeypatch.setattr(module, "GRACE_S", 0.2)
    monkeypatch.setattr(conversation, "_READY_S", 0.3)
    return Limits(cell_s=0.2, wall_s=5.0, capture_mb=1.0, output_mb=0.01)


# ---------------------------------------------------------------- a worker as it should be


def test_a_run_from_start_to_end() -> None:
    """Steps are sent one at a time, each with its seeds; what is captured, printed and raised is in the run."""

    def play(worker: Worker) -> None:
        for step in worker.steps():
            if step.header["check"]:
                name = "mean, hidden" if b"hidden" in step.body else "mean"
                worker.write({**CAPTURE, "name": name, "options": [2, None, 0.5, None, None]}, ONE)
                worker.await_("go")
                worker.raw(b"printed\n", "stdout")
                worker.write({"op": "done", "error": "ValueError: no", "changed": ["mean", "others", 3]})
            else:
                worker.write({"op": "output", "kind": "text"}, b"shown")
                worker.write(DONE)

    run, heard = played(play, [OWN, CHECK, HIDDEN], answering())
    assert run.stop is None
    assert operations(heard) == ["start", "step", "step", "go", "step", "go", "end"]
    assert [frame.header["seeds"] for frame in heard if frame.header["op"] == "step"] == [
        {}, {"a": seed_of("a")}, {"a": seed_of("a", hidden=True)},
    ]  # fmt: skip
    assert list(run.captures) == ["mean", "mean, hidden"]
    assert run.captures["mean"].value == ONE
    assert run.captures["mean"].options == CheckOptions(2.0, None, 0.5, None, None)
    assert texts(run) == ["shown", "printed\n"], "what is printed in a hidden step is not kept"
    assert run.errors == {CHECK.location: "ValueError: no", HIDDEN.location: "ValueError: no"}
    assert run.changed == {CHECK.location: ("mean",)}, "only what is guarded can have been changed"


def test_keep_and_restore_surround_what_they_are_for() -> None:
    """The state is kept after a public part, and put back before the hidden one."""
    kept, back = Step("c", "", check=True, keeps=("x",)), Step("c", "", check=True, hidden=True, restores=True)

    def play(worker: Worker) -> None:
        for _ in worker.steps():
            worker.write(DONE)

    _, heard = played(play, [kept, back])
    assert operations(heard) == ["start", "step", "keep", "restore", "step", "end"]


# ---------------------------------------------------------------- seeds


def test_seeds_that_are_asked_for() -> None:
    """A public step gets the public case's seed, a hidden one that of its own; asking again changes nothing."""
    got: list[int] = []

    def play(worker: Worker) -> None:
        for _ in worker.steps():
            for _ in range(2):
                worker.write({"op": "seed", "case": "b"})
                got.append(worker.await_("seed").header["seed"])
            worker.write(DONE)

    run, _ = played(play, [OWN, HIDDEN])
    assert run.stop is None
    assert got == [seed_of("b")] * 2 + [seed_of("b", hidden=True)] * 2


# ---------------------------------------------------------------- captures


def capturing(*names: str, at: int = 0, **fields: object) -> Callable[[Worker], None]:
    """Return a worker that captures these names in the step of this number, and waits for each answer."""

    def play(worker: Worker) -> None:
        for number, _ in enumerate(worker.steps()):
            for name in names if number == at else ():
                worker.write({**CAPTURE, "name": name, **fields}, values.encode(len(worker.heard)))
                worker.await_("go")
            worker.write(DONE)

    return play


@pytest.mark.parametrize(
    ("at", "names", "kept"),
    [
        (0, ["mean", "scale", "mean, hidden"], []),  # no check cell
        (1, ["scale", "mean, hidden", "nothing", "", "\ud800", "x" * 10_000], []),  # other statements' checks
        (1, ["mean, hidden", "mean"], ["mean"]),
        (2, ["mean", "scale"], ["scale"]),
        (3, ["mean", "scale"], []),  # a hidden statement answers no public check
    ],
)
def test_captures_count_where_they_belong(at: int, names: list[str], kept: list[str]) -> None:
    """A value counts in the statement that checks that name, and nowhere else; the others end nothing."""
    run, _ = played(capturing(*names, at=at), [OWN, CHECK, SECOND, HIDDEN], answering())
    assert run.stop is None
    assert list(run.captures) == kept


def test_the_first_capture_stands() -> None:
    """A second value under the same name changes nothing, and is asked of nobody."""
    answers = answering()
    run, heard = played(capturing("mean", "mean", "mean", at=1), [OWN, CHECK], answers)
    assert values.decode(run.captures["mean"].value or b"") == operations(heard).index("go")
    assert len(answers.replied) == 1


def test_a_hidden_check_is_never_answered() -> None:
    """Whatever a hidden statement captures, no value goes back."""
    answers = Answering({HIDDEN.location: ("mean",)}, {"mean": Binding(ONE, given=True)}, {"mean": b"1"})
    run, heard = played(capturing("mean"), [HIDDEN], answers)
    assert list(run.captures) == ["mean"]
    assert not answers.replied
    assert all("bind" not in frame.header and frame.header["op"] != "bind" for frame in heard)


def test_a_value_that_was_given_is_noted() -> None:
    """The worker gets the value; from then on cells and check statements are known to have seen one."""
    answers = answering(bindings={"mean": Binding(ONE, given=True)})
    run, heard = played(capturing("mean"), [CHECK, SECOND, OWN], answers)
    (go,) = [frame for frame in heard if frame.header["op"] == "go"]
    assert go == Frame({"op": "go", "bind": True, "given": True}, ONE)
    assert run.after_given == (CHECK.location, SECOND.location)
    assert [cell.after_given for cell in run.cells] == [True, True]


def test_what_no_check_saw_is_bound_and_noted() -> None:
    """A statement that never checked its variable: it is bound afterwards, and noted as given."""
    run, heard = played(capturing(), [CHECK, OWN], answering(missing={"mean": ONE}))
    assert operations(heard) == ["start", "step", "bind", "step", "end"]
    assert heard[2] == Frame({"op": "bind", "name": "mean"}, ONE), "the value as the reference has it, not encoded anew"
    assert [cell.after_given for cell in run.cells] == [False, True]


def test_a_replacement_that_nobody_awaits_is_bound_later() -> None:
    """Who says that no variable was checked gets no answer in between; it is bound after the statement."""

    def play(worker: Worker) -> None:
        for step in worker.steps():
            if step.header["check"]:
                worker.write({**CAPTURE, "variable": False}, ONE)
            worker.write(DONE)

    answers = answering(bindings={"mean": Binding(ONE, given=True)}, missing={"mean": ONE})
    run, heard = played(play, [CHECK, OWN], answers)
    assert operations(heard) == ["start", "step", "bind", "step", "end"]
    assert list(run.captures) == ["mean"]
    assert run.cells[1].after_given


@pytest.mark.parametrize(
    "options",
    [None, 3, "", [], [1.0] * 4, [1.0] * 6, [[]] * 5, ["1"] * 5, [2**64, 0, 0, 0, 0], [{}, 1, 1, 1, 1]],
)
def test_options_of_other_forms_are_the_usual_ones(options: object) -> None:
    """They count in the reference's run alone: in a submission's, any nonsense is as good as none."""
    run, _ = played(capturing("mean", options=options), [CHECK], answering())
    assert run.captures["mean"].options == CheckOptions()


def test_errors_are_bounded_and_can_be_written() -> None:
    """Half a character and a megabyte of text become a text that any file holds."""

    def play(worker: Worker) -> None:
        worker.begin()
        worker.write({**CAPTURE, "error": "\ud800" + "e" * 20_000})
        worker.await_("go")
        worker.write({"op": "done", "error": "\udfff" + "e" * 20_000, "changed": {"mean": 1}})
        worker.await_("end")

    run, _ = played(play, [CHECK], answering())
    assert run.captures["mean"].value is None
    for error in (run.captures["mean"].error, run.errors[CHECK.location]):
        assert error == "?" + "e" * 3999
    assert not run.changed


# ---------------------------------------------------------------- what is no answer

HEADERS: dict[str, dict[str, object]] = {
    "an unknown operation": {"op": "give"},
    "an operation of the grader's": {"op": "bind"},
    "no operation's name": {"op": ""},
    "ready once more": {"op": "ready"},
    "a name that is a list": {**CAPTURE, "name": ["mean"]},
    "no name": {"op": "capture"},
    "an error that is a number": {**CAPTURE, "error": 3},
    "an error that is an object": {**CAPTURE, "error": {}},
    "a case that is a number": {"op": "seed", "case": 7},
    "no case": {"op": "seed"},
    "an output of an unknown kind": {"op": "output", "kind": "svg"},
    "an output of no kind": {"op": "output"},
    "a page, from a submission": {"op": "output", "kind": "html"},
}
BYTES = {
    "no JSON": struct.pack(">II", 8, 0) + b"not json",
    "no object": struct.pack(">II", 2, 0) + b"[]",
    "an empty header": struct.pack(">II", 0, 0),
    "no operation": struct.pack(">II", 2, 0) + b"{}",
    "an operation that is a list": struct.pack(">II", 10, 0) + b'{"op": []}',
    "a header over its limit": struct.pack(">II", 2**31, 0),
    "a body over its limit": struct.pack(">II", 2, 2**20 + 1) + b"{}",
    "brackets without end": struct.pack(">II", 60_000, 0) + b"[" * 60_000,
    "a number without end": struct.pack(">II", 20_000, 0) + (b'{"op":"done","n":' + b"9" * 20_000)[:20_000],
    "a request of another protocol": b"GET / HTTP/1.1\r\nHost: grader\r\n\r\n",
}


def ends_as_broken(message: bytes) -> None:
    """After a first check, send this in a second step: the run is over, and the first check keeps its value."""

    def play(worker: Worker) -> None:
        for number, _ in enumerate(worker.steps()):
            if number == 1:
                worker.raw(message)
            else:
                worker.write(CAPTURE, ONE)
                worker.await_("go")
                worker.write(DONE)

    run, heard = played(play, [CHECK, SECOND, OWN], answering())
    assert run.stop == BROKEN
    assert run.exit.reason == "stopped"
    assert run.captures["mean"].value == ONE
    assert operations(heard).count("step") == 2


@pytest.mark.parametrize("name", HEADERS)
def test_a_message_of_another_form_ends_the_run(name: str) -> None:
    """A well-formed frame that no worker sends."""
    ends_as_broken(pack(HEADERS[name]))


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_message_end_the_run(name: str) -> None:
    """A frame that is none."""
    ends_as_broken(BYTES[name])


@pytest.mark.parametrize("first", [DONE, CAPTURE, {"op": "seed", "case": "a"}, {"op": "output", "kind": "text"}])
def test_nothing_comes_before_ready(first: dict[str, object]) -> None:
    """A worker that talks before it is ready has been taken over already: no step is sent."""

    def play(worker: Worker) -> None:
        worker.await_("start")
        worker.write(first)

    run, heard = played(play, [CHECK], answering())
    assert run.stop == BROKEN
    assert operations(heard) == ["start"]


def test_done_too_early_shifts_nothing() -> None:
    """Ends that were sent ahead cost what they skip; a value still counts for its own statement only."""

    def play(worker: Worker) -> None:
        worker.begin()
        worker.raw(pack(DONE) * 2)
        worker.await_("step")
        worker.await_("step")
        worker.write({**CAPTURE, "name": "scale"}, ONE)
        worker.await_("go")
        worker.write({**CAPTURE, "name": "mean, hidden"}, ONE)
        worker.await_("go")
        worker.write(DONE)
        worker.await_("end")

    run, _ = played(play, [CHECK, SECOND, HIDDEN], answering())
    assert run.stop is None
    assert list(run.captures) == ["mean, hidden"]


# ---------------------------------------------------------------- ends


def _close_at_once(worker: Worker) -> None:
    worker.close()


def _close_when_ready(worker: Worker) -> None:
    worker.await_("start")
    worker.write({"op": "ready"})


def _close_in_a_step(worker: Worker) -> None:
    worker.begin()


def _close_within_a_length(worker: Worker) -> None:
    worker.begin()
    worker.raw(b"\0\0\0")


def _close_within_a_body(worker: Worker) -> None:
    worker.begin()
    worker.raw(pack(CAPTURE, ONE)[:-1])


def _close_instead_of_hearing(worker: Worker) -> None:
    worker.begin()
    worker.write(CAPTURE, ONE)


@pytest.mark.parametrize(
    "play",
    [_close_at_once, _close_when_ready, _close_in_a_step, _close_within_a_length, _close_within_a_body,
     _close_instead_of_hearing],
)  # fmt: skip
def test_a_worker_that_ends(play: Callable[[Worker], None]) -> None:
    """At whatever point its pipes close, the run is over at once and says that the process ended."""
    began = time.monotonic()
    run, _ = played(play, [CHECK, OWN], answering())
    assert run.stop is not None
    assert "The Python process ended" in run.stop
    assert time.monotonic() - began < 4
    assert list(run.captures) == (["mean"] if play is _close_instead_of_hearing else [])


@pytest.mark.parametrize("closed", [("stdout",), ("stderr",), ("stdout", "stderr"), ("in",)])
def test_pipes_that_the_run_can_do_without(closed: tuple[str, ...]) -> None:
    """Who closes stdout loses what would have been printed; who hears nothing more may still answer."""

    def play(worker: Worker) -> None:
        worker.begin()
        worker.close(*closed)
        worker.write(CAPTURE, ONE)
        for _ in range(2):
            worker.write(DONE)

    run, _ = played(play, [CHECK, OWN], answering(bindings={"mean": Binding(bytes(500_000), given=True)}))
    assert run.stop is None
    assert list(run.captures) == ["mean"]


# ---------------------------------------------------------------- deadlines


@pytest.mark.parametrize("ready", [False, True])
@pytest.mark.parametrize("doing", ["nothing", "half a frame", "prints", "outputs", "seeds"])
def test_nothing_is_waited_for_beyond_the_limit(hasty: Limits, doing: str, *, ready: bool) -> None:
    """Neither silence nor talk that is no end keeps a step, or the start, alive."""

    def play(worker: Worker) -> None:
        worker.await_("start")
        if ready:
            worker.write({"op": "ready"})
            worker.await_("step")
        whats: dict[str, Callable[[], object]] = {
            "nothing": lambda: None,
            "half a frame": lambda: worker.raw(b"\0"),
            "prints": lambda: worker.raw(b"x", "stdout"),
            "outputs": lambda: worker.write({"op": "output", "kind": "text"}) if ready else worker.raw(b"x", "stderr"),
            "seeds": lambda: worker.write({"op": "seed", "case": "a"}) if ready else worker.raw(b"x", "stderr"),
        }
        for _ in range(800):
            whats[doing]()
            worker.raw(b"y", "stderr")  # fails when the grader has let go
            time.sleep(0.01)

    began = time.monotonic()
    run, _ = played(play, [OWN, CHECK], answering(), limits=hasty)
    assert time.monotonic() - began < 3
    assert run.stop is not None
    assert run.exit.reason == "stopped"


def test_many_steps_end_with_the_notebook(hasty: Limits, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that uses up each step's time meets the limit of the whole notebook."""
    monkeypatch.setattr(conversation, "_READY_S", 0.0)
    limits = Limits(cell_s=0.2, wall_s=0.5)

    def play(worker: Worker) -> None:
        for _ in worker.steps():
            time.sleep(0.15)
            worker.write(DONE)

    began = time.monotonic()
    monkeypatch.setattr(conversation, "_READY_S", 0.3)
    run, heard = played(play, [Step(f"c{n}", "") for n in range(50)], limits=limits)
    assert run.stop is not None
    assert time.monotonic() - began < 3
    assert operations(heard).count("step") < 12
    del hasty


# ---------------------------------------------------------------- floods


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_an_endless_writer_is_bounded(hasty: Limits, stream: str) -> None:
    """What is printed without end is cut, and the step ends at its time."""

    def play(worker: Worker) -> None:
        worker.begin()
        while True:
            worker.raw(b"x" * 65_536, stream)

    began = time.monotonic()
    run, _ = played(play, [OWN], limits=hasty)
    assert time.monotonic() - began < 3
    assert sum(map(len, texts(run))) < 90_000
    assert "left out" in texts(run)[-1]


FLOODS = {
    "bodies": pack({"op": "output", "kind": "text"}, bytes(2**20)),
    "headers": pack({"op": "output", "kind": "text", "id": "x" * 60_000}),
    "empty ones": pack({"op": "output", "kind": "text"}),
    "captures": pack({**CAPTURE, "name": "other"}),
    "requests": pack({"op": "seed", "case": "a"}),
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_of_messages_ends_the_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Well-formed messages without end are too many at some point, and cost the grader little memory until then."""
    message = FLOODS[name]
    if len(message) < 1000:  # a kilobyte each: as many as it takes by itself would need seconds
        small = functools.partial(Decoder, max_body=2**20, max_total=8 * 2**20)
        monkeypatch.setattr(conversation, "Decoder", lambda **_: small())

    def play(worker: Worker) -> None:
        worker.begin()
        while True:
            worker.raw(message * max(1, 2**16 // len(message)))

    tracemalloc.start()
    try:
        run, _ = played(play, [OWN], limits=Limits(cell_s=60, wall_s=60, capture_mb=1.0, output_mb=0.01))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert run.stop == BROKEN
    assert peak < 40 * 2**20
    assert len(run.cells[0].outputs) < 200


def test_an_output_over_the_limit_is_left_out() -> None:
    """A picture is shown whole or not at all, a text likewise; one line says so, and nothing follows it."""

    def play(worker: Worker) -> None:
        for _ in worker.steps():
            worker.write({"op": "output", "kind": "png"}, b"small")
            for kind in ("png", "text", "error"):
                worker.write({"op": "output", "kind": kind}, bytes(20_000))
            worker.write(DONE)

    run, _ = played(play, [OWN, Step("next", "")])
    for cell in run.cells:
        assert [output.kind for output in cell.outputs] == ["png", "stderr"]
        assert "left out" in cell.outputs[1].text
    assert run.stop is None


# ---------------------------------------------------------------- displays


@pytest.mark.parametrize(("mode", "left"), [("session", ["new", "<b>"]), ("capture", ["old", "new", "<b>"])])
def test_displays_are_updated_in_an_authors_run_only(mode: str, left: list[str]) -> None:
    """In a submission's run nothing that was shown can be changed later, and no page is taken."""

    def play(worker: Worker) -> None:
        for _ in worker.steps():
            for text in (b"old", b"new"):
                worker.write({"op": "output", "kind": "text", "id": "one"}, text)
            worker.write({"op": "output", "kind": "html" if mode == "session" else "text"}, b"<b>")
            worker.write(DONE)

    run, heard = played(play, [OWN], mode=mode)
    assert run.stop is None
    assert texts(run) == left
    assert heard[0].header["mode"] == mode


def test_what_was_printed_first_stands_first() -> None:
    """What was printed before something was shown stands before it, though it came by another pipe."""

    def play(worker: Worker) -> None:
        for _ in worker.steps():
            for number in range(20):
                worker.raw(f"{number}\n".encode(), "stdout")
                worker.write({"op": "output", "kind": "text"}, f"{number}".encode())
            worker.write(DONE)

    run, _ = played(play, [OWN])
    (cell,) = run.cells
    for number in range(20):
        location = next(n for n, one in enumerate(cell.outputs) if one.kind == "text" and one.text == str(number))
        printed = "".join(one.text for one in cell.outputs[:location] if one.kind == "stdout")
        assert f"{number}\n" in printed


def test_the_start_says_what_the_job_is() -> None:
    """Files travel as one body with their sizes; the rules as they are."""

    def play(worker: Worker) -> None:
        worker.begin()
        worker.write(DONE)
        worker.await_("end")

    _, heard = played(play, [OWN], files={"a.txt": b"aa", "b.txt": b"bbb"})
    assert heard[0].header["files"] == [["a.txt", 2], ["b.txt", 3]]
    assert heard[0].body == b"aabbb"
    assert json.dumps(heard[0].header)
