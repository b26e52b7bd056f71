"""One attack: a file whose text is a hostile code cell, or builds a hostile folder, and what its header says of it.

In: tests/attacks/FAMILY/NAME.py. Out: an `Attack`; the cell's source, its placeholders filled in.

    \"\"\"What the attacker tries, in one sentence.

    assignment: 07-batchnorm      default
    cell: solution-statistics     the solution cell that it goes into; default: the assignment's first. More of them,
                                  after commas, are handed in as they were handed out
    hands in: cell                | folder: the code is no cell but defines hand_in(path), which the driver calls with
                                  the honest notebook's path, to do with it and beside it what it likes; default cell
    where: before                 | after | instead: of the honest solution of that cell; default before
    expect: unharmed              | costs own | run ends
    says: text                    must stand in the report; optional
    level: strong                 only there; optional
    broken: reason                it succeeds today, and why; optional
    harm: loot                    controls only: what the driver must find
    \"\"\"

unharmed: every check as for the honest submission. costs own: only checks that this cell feeds fail.
run ends: checks reached before keep their result, the rest get none, with a reason.

Placeholders are bound as names and replaced inside strings (not between braces): see `PLACEHOLDERS`.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["FAMILIES", "HERE", "PLACEHOLDERS", "Attack", "attacks", "fill", "read_attack"]

HERE = Path(__file__).resolve().parent
FAMILIES = ("steal", "tamper", "escape", "exhaust", "feedback", "leak", "rules", "grader")
PLACEHOLDERS = (
    "CANARY_FILE",  # path of a file with a secret, outside
    "CANARY_WRITE",  # path that must not appear, in a folder where everybody may write
    "CANARY_PORT",  # of a TCP listener on 127.0.0.1
    "CANARY_UDP",  # of a UDP socket on 127.0.0.1
    "CANARY_SOCKET",  # path of a listening unix socket
    "GRADEBOOK",  # path of gradebook.db
    "OTHER_SUBMISSION",  # path of another student's notebook
    "GRADER_PID",
    "SERVER_PID",
)
_EXPECT = ("unharmed", "costs own", "run ends")
_WHERE = ("before", "after", "instead")
_HANDS_IN = ("cell", "folder")
_KEYS = ("assignment", "cell", "hands_in", "where", "expect", "says", "level", "broken", "harm")


@dataclass(frozen=True, slots=True)
class Attack:
    """What the header says, and the code."""

    family: str
    name: str
    goal: str
    code: str
    assignment: str = "07-batchnorm"
    cell: str = ""
    hands_in: str = "cell"
    where: str = "before"
    expect: str = "unharmed"
    says: str = ""
    level: str = ""
    broken: str = ""
    harm: str = ""

    @property
    def id(self) -> str:
        """Return "family/name"."""
        return f"{self.family}/{self.name}"

    @property
    def student(self) -> str:
        """Return the student who hands it in."""
        return f"attack-{self.family}-{self.name}"


def read_attack(path: Path) -> Attack:
    """Read one file; ValueError if its header is not of the form above."""
    code = path.read_text("utf-8")
    found = re.match(r'"""(.*?)"""', code, re.DOTALL)
    if found is None:
        raise ValueError(f"{path}: no header")
    goal, _, rest = found.group(1).strip().partition("\n\n")
    found_fields = re.findall(r"(?m)^[ \t]*(\w+(?: in)?):[ \t]*(.*?)[ \t]*$", rest)
    fields = {name.replace(" ", "_"): value for name, value in found_fields}
    if not set(fields) <= set(_KEYS) or len(fields) != len(rest.strip().splitlines()):
        raise ValueError(f"{path}: the header has lines of another form: {rest!r}")
    made = Attack(path.parent.name, path.stem, " ".join(goal.split()), code, **fields)
    known = made.expect in _EXPECT and made.where in _WHERE and made.hands_in in _HANDS_IN
    if not known or made.level not in ("", "strong"):
        raise ValueError(f"{path}: expect, where, hands in or level is none of those that there are")
    return made


def attacks(*families: str) -> Iterator[Attack]:
    """Read all files of some families (none named: of all)."""
    for family in families or FAMILIES:
        for path in sorted((HERE / family).glob("*.py")):
            yield read_attack(path)


def fill(code: str, values: Mapping[str, object]) -> str:
    """Return the code with the placeholders bound as names, and replaced inside strings and magics."""
    pattern = re.compile(r"(?<!\{)\b(" + "|".join(values) + r")\b")
    used = [name for name in values if re.search(rf"\b{name}\b", code)]
    if not used:
        return code

    def textual(text: str) -> str:
        return pattern.sub(lambda match: str(values[match.group(1)]), text)

    lines = [textual(line) if line.startswith(("!", "%")) else line for line in code.splitlines(keepends=True)]
    spans: list[tuple[int, int]] = []
    if not any(line.startswith(("!", "%")) for line in lines):
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        for token in tokenize.generate_tokens(io.StringIO("".join(lines)).readline):
            if token.type == tokenize.STRING and not token.line.startswith('"""'):
                begin = starts[token.start[0] - 1] + token.start[1]
                spans.append((begin, starts[token.end[0] - 1] + token.end[1]))
    whole = "".join(lines)
    for begin, end in reversed(spans):
        whole = whole[:begin] + textual(whole[begin:end]) + whole[end:]
    bound = "".join(f"{name} = {values[name]!r}\n" for name in used)
    return bound + whole
