"""The protocol's description is true: channel.py's docstring names every message and field that is really sent."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from fakeworker import Answering, seed_of

from autograder.isolation import ForkServer, Launcher
from autograder.model import Binding, Limits, Run, Step
from autograder.run import Job, conversation, run_branches, run_steps
from autograder.wire import channel, values
from autograder.wire.channel import Frame

Fields = dict[str, tuple[set[str], set[str]]]  # of each message: what it always has, what it may have

OWN = Step("own", "x = 1.0\ny = 2.0\nz = [0]\nprint('shown')\nx", student=True)
FAILING = Step("failing", "1 / 0", student=True)
CHECKS = [
    Step("check", 'check("x", x)', check=True, cases=("known",), names=("x",)),
    Step("check", 'check("sum", lambda: x + y)', check=True, number=1),
    Step("check", 'check("fails", lambda: 1 / 0)', check=True, number=2),
    Step("check", "z.append(check.generator('asked').initial_seed())", check=True, number=3, names=("z",)),
    Step("check", "pass", check=True, number=4, keeps=("x",)),
    Step("check", 'check("hidden", x)', check=True, hidden=True, restores=True),
]
LOCATIONS = {
    CHECKS[0].location: ("x",), CHECKS[1].location: ("sum",), CHECKS[2].location: ("fails",),
    CHECKS[4].location: ("y",), CHECKS[5].location: ("hidden",),
}  # fmt: skip
SHOWING = Step("own", 'from IPython.display import display\nshown = display(1, display_id="a")\nshown.update(2)')


def described() -> tuple[Fields, Fields]:
    """Return what the docstring says of the grader's messages, and of the worker's."""
    assert channel.__doc__ is not None
    _, ours, theirs = re.split(r"^From the .*:$", channel.__doc__, flags=re.MULTILINE)
    return _fields(ours), _fields(theirs)


def _fields(text: str) -> Fields:
    messages: Fields = {}
    for indent, name, maybe in re.findall(r"^(    |      )(\w+)(\??)  +\S", text, re.MULTILINE):
        if len(indent) == 4:
            messages[name] = {"op"}, set()
        else:
            messages[list(messages)[-1]][bool(maybe)].add(name)
    return messages


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, list[set[str]]], dict[str, list[set[str]]]]:
    """The fields of every message that the grader and the workers send from now on, by its name."""
    ours: dict[str, list[set[str]]] = defaultdict(list)
    theirs: dict[str, list[set[str]]] = defaultdict(list)

    class Recording(channel.Decoder):
        def feed(self, data: bytes) -> list[Frame]:
            frames = super().feed(data)
            for frame in frames:
                theirs[frame.header["op"]].append(set(frame.header))
            return frames

    def pack(header: dict[str, object], body: bytes = b"") -> bytes:
        ours[str(header["op"])].append(set(header))
        return channel.pack(header, body)

    monkeypatch.setattr(conversation, "Decoder", Recording)
    monkeypatch.setattr(conversation, "pack", pack)
    return ours, theirs


def _run(launcher: Launcher, *steps: Step, **more: object) -> Run:
    right = Binding(values.encode(3.0), given=True)
    answers = Answering(LOCATIONS, bindings={"x": right}, missing={"y": values.encode(4.0)})
    job = Job(steps=steps, limits=Limits(), seed=seed_of, follow_through=answers, **more)  # type: ignore[arg-type]
    return run_steps(job, launcher)


def test_the_docstring_names_what_is_sent(
    launcher: ForkServer, sent: tuple[dict[str, list[set[str]]], dict[str, list[set[str]]]]
) -> None:
    """Each message, each field, no others: a graded run, a session, one that branches, one that cannot be prepared."""
    run = _run(launcher, OWN, FAILING, *CHECKS)
    assert run.stop is None
    assert run.errors == {}
    assert run.captures["sum"].value == values.encode(5.0), "the right value took the wrong one's place"
    assert run.changed == {CHECKS[3].location: ("z",)}
    assert _run(launcher, SHOWING, mode="session").stop is None

    branching = Job(steps=(), limits=Limits(), seed=seed_of, follow_through=Answering(LOCATIONS))
    assert len(list(run_branches(branching, [[OWN], [FAILING]], launcher))) == 2

    assert "could not be prepared" in (_run(launcher, OWN, files={"/proc/none/file": b""}).stop or "")
    for messages, fields in zip(described(), sent, strict=True):
        assert set(messages) == set(fields)
        for name, (always, perhaps) in messages.items():
            assert set.intersection(*fields[name]) == always, name
            assert set.union(*fields[name]) - always == perhaps, name
