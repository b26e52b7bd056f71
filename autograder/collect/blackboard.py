"""How Blackboard names what it gives out at "Assignment File Download".

    Homework 1_jroe_attempt_2026-11-30-14-05-09_unit.ipynb    a file: assignment, user name, time of the attempt
    Homework 1_jroe_attempt_2026-11-30-14-05-09.txt           what Blackboard says of the attempt: Name: Jane Roe (jroe)

In: a download's files. Out: people, each with what they handed in, and what belongs to nobody. An assignment's name and
a user name may have underscores, so that only the text says for sure where the one ends and the other begins; without
it, the user name is what the roster knows, else what stands behind the last underscore. Whatever stands behind the
first time is the student's own and names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from autograder.collect.archives import RefusedError
from autograder.collect.download import File, LeftAside
from autograder.collect.person import LOGIN_COLUMNS, Handed, Person, local_time
from autograder.course.roster import folded
from autograder.errors import CourseError

__all__ = ["blackboard", "owner"]

_NAME = re.compile(r"(?P<head>.*?)_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|\.txt)", re.IGNORECASE)
_FIRST_LINE = re.compile(r"[^:]*: ?(?P<name>.*?) ?\((?P<user>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class _Account:
    """Whose the files of one attempt are, by the text beside them."""

    user: str
    name: str
    assignment: str


def owner(name: str) -> str:
    """Return what stands before the attempt in a file's name, which no two people share; "" if it is no such name."""
    match = _NAME.fullmatch(name)
    return match["head"] if match else ""


def blackboard(files: Sequence[File], *_: object) -> Iterator[Person | LeftAside]:
    """Yield people and what is left aside, as `platforms.people_of` takes them.

    Raises:
        CourseError: the files are those of several assignments, of which one must not be taken for another.
    """
    named = [(file, _NAME.fullmatch(file.path.name)) for file in files]
    accounts = _accounts([(file, match) for file, match in named if match is not None and match["file"] is None])
    assignments = sorted({account.assignment for account in accounts.values()})
    if len(assignments) > 1:
        listing = ", ".join(repr(assignment) for assignment in assignments[:5])
        raise CourseError(f"files of {len(assignments)} assignments ({listing}): collect those of one")
    with_files = {(match["head"], match["time"]) for _, match in named if match is not None and match["file"]}
    people: dict[str, Person] = {}
    for file, match in named:
        if match is None:
            yield LeftAside(str(file.path), "not named as Blackboard names files")
        elif match["file"] is None:
            if (match["head"], match["time"]) not in with_files:
                yield LeftAside(str(file.path), "an attempt without a file")
        else:
            account = accounts.get((match["head"], match["time"])) or accounts.get((match["head"], ""))
            person = _by_account(account) if account else _by_name(match["head"])
            time = local_time(match["time"].replace("-", ""))
            handed = Handed(file, PurePosixPath(match["file"]), time, attempt=match["time"])
            people.setdefault(person.key, person).handed.append(handed)
    yield from people.values()


def _accounts(texts: Sequence[tuple[File, re.Match[str]]]) -> Mapping[tuple[str, str], _Account]:
    """Return {(what stands before the attempt, its time): whose it is}; with the time "": if all of them agree."""
    found: dict[tuple[str, str], _Account] = {}
    users: dict[str, set[str]] = {}
    for file, match in texts:
        account = _account(file, match["head"])
        if account is not None:
            found[match["head"], match["time"]] = found[match["head"], ""] = account
            users.setdefault(match["head"], set()).add(folded(account.user))
    return {key: account for key, account in found.items() if key[1] or len(users[key[0]]) == 1}


def _account(file: File, head: str) -> _Account | None:
    """Return whom a text of Blackboard's names; None if it names nobody, or somebody whose the file is not."""
    try:
        lines = file.read().decode("utf-8-sig", "replace").splitlines()
    except RefusedError:
        return None
    match = _FIRST_LINE.fullmatch(" ".join(next(filter(str.strip, lines), "")[:1000].split()))
    if match is None or not folded(head).endswith("_" + folded(match["user"])):
        return None
    return _Account(match["user"].strip(), match["name"], folded(head)[: -len("_" + folded(match["user"]))])


def _by_account(account: _Account) -> Person:
    shown = f"{account.name} ({account.user})" if account.name else account.user
    return Person(f"user {folded(account.user)}", shown, (account.user,), LOGIN_COLUMNS, account.name, account.user)


def _by_name(head: str) -> Person:
    """Return whose the files are where no text says it: what one of several user names would be, longest first."""
    parts = head.split("_")
    may_be = tuple(filter(None, ("_".join(parts[start:]) for start in range(len(parts)))))
    return Person(f"name {head}", head, may_be, LOGIN_COLUMNS, default=parts[-1])
