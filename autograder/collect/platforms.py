"""How platforms name what they give out -> who handed in which files.

canvas      doejane_12345_67890_unit.ipynb, doejane_LATE_12345_67890_unit-1.ipynb: name, number of the student, number
            of the file; anon_ab3de_67890_unit.ipynb where names are hidden
moodle      Jane Roe_123456_assignsubmission_file_/unit.ipynb, or all in one name: name, number of the participant
blackboard  Homework 1_jroe_attempt_2026-11-30-14-05-09_unit.ipynb: blackboard.py
ilias       Roe_Jane_jroe_1234/unit.ipynb, below folders of the exercise: ilias.py
gradescope  submission_123/unit.ipynb, and submission_metadata.yml, which says whose that is, and when
github      a folder for each repository: unit-janeroe/..
folder      a folder or a file for each student: janeroe/.., janeroe.zip, janeroe.ipynb

In: a download's files. Out: people, each with what they handed in, and what belongs to nobody. Two people of a platform
never become one here, whatever they are called. It does NOT know the course's students.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

from autograder.collect.archives import RefusedError, stem
from autograder.collect.blackboard import blackboard, owner
from autograder.collect.download import File, LeftAside
from autograder.collect.ilias import ilias, surely_participant
from autograder.collect.person import Handed, Person, notebook_ending
from autograder.course.roster import folded
from autograder.errors import CourseError

__all__ = ["PLATFORMS", "people_of", "several_people"]

_CANVAS = re.compile(
    r"(?:(?P<name>.*?)_(?:(?P<late>LATE)_)?(?P<user>\d+)|(?:(?P<late_too>LATE)_)?(?P<anonymous>anon_[^_]+))"
    r"_(?P<number>\d+)_(?P<file>.+)",
    re.IGNORECASE,
)
_CANVAS_TEXT = re.compile(r"(?P<name>.*?)_(?:LATE_)?\d+_(?:text|link)\.html", re.IGNORECASE)
_MOODLE = re.compile(r"(?P<name>.*)_(?P<number>\d+)_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<file>.+))?_?")
_METADATA = "submission_metadata.yml"
_CANVAS_COLUMNS = ("lms_user_id", "aliases")
_GRADESCOPE_COLUMNS = ("email", "sis_id", "id", "aliases")
_GITHUB_COLUMNS = ("github", "id", "login", "aliases")
_BRANCH = re.compile(r"-(?:main|master)$")


def several_people(paths: Sequence[PurePosixPath]) -> str:
    """Return the platform by whose names these files are those of two people or more; "" if they are not."""
    participants = {part for path in paths for part in path.parts[:-1] if surely_participant(part)}
    return _several_by_files(paths) or ("ilias" if len(participants) > 1 else "")


def _several_by_files(paths: Sequence[PurePosixPath]) -> str:
    people: dict[str, set[Any]] = {
        "blackboard": {owner(path.name) for path in paths} - {""},
        "canvas": {_canvas_key(match) for path in paths if (match := _CANVAS.fullmatch(path.name))},
        "moodle": {(match["name"], match["number"]) for path in paths if (match := _moodle_match(path)[1])},
    }
    return next((platform for platform, found in people.items() if len(found) > 1), "")


def people_of(
    platform: str, files: Sequence[File], assignment: str, unit: str, known: Callable[[str], bool]
) -> tuple[list[Person], list[LeftAside]]:
    """Return who handed in something, and what is nobody's.

    Args:
        platform: one of `PLATFORMS`.
        files: those of the download.
        assignment: the exercise's folder, as platforms may have it in the names of repositories.
        unit: its notebook's name, without ending.
        known: whether a name is a student's.

    Raises:
        CourseError: the download is not this platform's.
    """
    people: dict[str, Person] = {}
    left_aside: list[LeftAside] = []
    other = _given_by(files, known) if platform in ("github", "folder") else ""
    if platform == "canvas" and all(
        owner(file.path.name) for file in files
    ):  # `HW_1_2_jroe_attempt_..` looks like both
        other = "blackboard"
    if other:
        called = {"ilias": "ILIAS"}.get(other, other.capitalize())
        raise CourseError(f"these are the names that {called} gives: collect them with --from {other}")
    for item in PLATFORMS[platform](files, assignment, unit, known):
        if isinstance(item, LeftAside):
            left_aside.append(item)
        elif item.key in people:
            people[item.key].handed += item.handed
        else:
            people[item.key] = item
    return list(people.values()), left_aside


def _given_by(files: Sequence[File], known: Callable[[str], bool]) -> str:
    """Return the platform whose names these are, one alone being enough; "" if they are no platform's."""
    if any(file.path.name == _METADATA for file in files):
        return "gradescope"
    if any(_moodle_match(file.path)[1] for file in files):
        return "moodle"
    names = [file.path.name for file in files if len(file.path.parts) == 1]
    if any(map(owner, names)):
        return "blackboard"
    if any(map(_CANVAS.fullmatch, names)):
        return "canvas"
    several = _several_by_files([file.path for file in files])
    if several:
        return several
    folders = [file.path.parts[:-1] for file in files if notebook_ending(file.path.name)]
    in_participants = bool(folders) and all(any(map(surely_participant, parts)) for parts in folders)
    return "ilias" if in_participants and not any(known(part) for parts in folders for part in parts) else ""


# ---------------------------------------------------------------- Canvas and Moodle


def _canvas_key(match: re.Match[str]) -> str:
    return match["user"] or match["anonymous"].lower()


def _canvas(files: Sequence[File], *_: object) -> Iterator[Person | LeftAside]:
    people: dict[str, Person] = {}
    for file in files:
        match = _CANVAS.fullmatch(file.path.name)
        if match is None:
            text = _CANVAS_TEXT.fullmatch(file.path.name)
            why = "a text or a link that was typed in, no file" if text else "not named as Canvas names files"
            yield LeftAside(str(file.path), why)
            continue
        key = _canvas_key(match)
        name = match["name"] or ""
        shown = f"{name} ({key})" if name else key
        person = people.setdefault(key, Person(key, shown, (key,), _CANVAS_COLUMNS, name, name or key))
        late = bool(match["late"] or match["late_too"])
        number = int(match["number"][:18])
        person.handed.append(Handed(file, PurePosixPath(match["file"]), number=number, late=late))
    yield from people.values()


def _moodle_match(path: PurePosixPath) -> tuple[int, re.Match[str] | None]:
    """Return which part of a path is a name of Moodle's, and the match; None if there is none."""
    for index, part in enumerate(path.parts):
        match = _MOODLE.fullmatch(part)
        if match:
            return index, match
    return 0, None


def _moodle(files: Sequence[File], *_: object) -> Iterator[Person | LeftAside]:
    people: dict[str, Person] = {}
    for file in files:
        index, match = _moodle_match(file.path)
        within = file.path.parts[index + 1 :]
        if match is None:
            yield LeftAside(str(file.path), "not named as Moodle names folders and files")
        elif match["kind"] != "file":
            yield LeftAside(str(file.path), "a text that was typed in, no file")
        else:
            whole = f"{match['name']}_{match['number']}"
            default = _slug(match["name"])
            person = people.setdefault(whole, Person(whole, whole, (whole,), ("aliases",), match["name"], default))
            own = (match["file"],) if match["file"] and not within else within
            person.handed.append(Handed(file, PurePosixPath(*own)))
    yield from people.values()


# ---------------------------------------------------------------- Gradescope


def _gradescope(files: Sequence[File], *_: object) -> Iterator[Person | LeftAside]:
    metadata = min((file for file in files if file.path.name == _METADATA), key=_depth, default=None)
    if metadata is None:
        raise CourseError(f"no {_METADATA}: take the zip that Gradescope gives at 'Export Submissions'")
    root = metadata.path.parent
    submissions = _read_metadata(metadata)
    by_folder: dict[str, list[File]] = {}
    for file in files:
        if file is metadata:
            continue
        if not file.path.is_relative_to(root) or file.path.relative_to(root).parts[0] not in submissions:
            yield LeftAside(str(file.path), f"{_METADATA} does not say whose it is")
            continue
        by_folder.setdefault(file.path.relative_to(root).parts[0], []).append(file)
    for folder, submission in submissions.items():
        created = submission.get(":created_at")
        time = created.replace(tzinfo=created.tzinfo or UTC).astimezone(UTC) if isinstance(created, datetime) else None
        handed = [
            Handed(file, PurePosixPath(*(file.path.relative_to(root).parts[1:] or (file.path.name,))), time)
            for file in by_folder.get(folder, [])
        ]
        submitters = submission.get(":submitters")
        people = (
            [_submitter(one) for one in submitters if isinstance(one, dict)] if isinstance(submitters, list) else []
        )
        if not any(person.key for person in people):
            yield LeftAside(folder, f"{_METADATA} names nobody")
        for person in people:
            if person.key:
                person.handed = list(handed)
                yield person


def _submitter(submitter: Mapping[str, Any]) -> Person:
    email, number, name = (str(submitter.get(key) or "").strip() for key in (":email", ":sid", ":name"))
    identifiers = tuple(filter(None, (email, number)))
    shown = f"{name} ({identifiers[0]})" if identifiers else name
    default = email.split("@")[0] or number or _slug(name)
    return Person(folded(email or number or name), shown, identifiers, _GRADESCOPE_COLUMNS, name, default)


def _slug(name: str) -> str:
    """Return a name as a folder's: `Jane Roe` -> `jane-roe`."""
    return re.sub(r"\W+", "-", folded(name)).strip("-")


def _read_metadata(file: File) -> dict[str, dict[str, Any]]:
    """Return {folder: what Gradescope says of it}; texts in it are students', and nothing in it is executed."""
    try:
        import yaml
    except ModuleNotFoundError as error:
        raise CourseError("--from gradescope needs PyYAML: pip install -c constraints.txt pyyaml") from error

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        """Reads plain values, and passes over Ruby's own types."""

    Loader.add_multi_constructor("!", lambda *_: None)
    try:
        data = yaml.load(file.read(), Loader)  # noqa: S506  a SafeLoader
    except (RefusedError, yaml.YAMLError, ValueError, RecursionError) as error:
        problem = " ".join(str(error).split())[:200]
        raise CourseError(f"{file.path}: cannot be read ({problem}). Download it once more.") from error
    if not isinstance(data, dict):
        raise CourseError(f"{file.path}: not what Gradescope writes")
    return {str(key): value for key, value in data.items() if isinstance(value, dict)}


def _depth(file: File) -> int:
    return len(file.path.parts)


# ---------------------------------------------------------------- a folder for each


def _github(
    files: Sequence[File], assignment: str, unit: str, known: Callable[[str], bool]
) -> Iterator[Person | LeftAside]:
    files, depth = _without_wrapper(files, known)
    names = sorted({file.path.parts[depth] for file in files if len(file.path.parts) > depth + 1})
    ends = [match.end() for match in re.finditer("-", names[0])] if len(names) > 1 else []
    ends = [end for end in ends if len({name[:end].casefold() for name in names}) == 1]  # of what all begin with
    people: dict[str, Person] = {}
    for file in files:
        if len(file.path.parts) == depth + 1:
            yield LeftAside(str(file.path), "a file beside the repositories, nobody's")
            continue
        name = file.path.parts[depth]
        bare = _BRANCH.sub("", name)
        default = next(
            (bare[len(slug) + 1 :] for slug in (assignment, unit) if folded(bare).startswith(f"{folded(slug)}-")), bare
        )
        identifiers = dict.fromkeys((name, bare, default, *(bare[end:] for end in ends)))
        person = Person(folded(name), name, tuple(filter(None, identifiers)), _GITHUB_COLUMNS, default=default or name)
        person = people.setdefault(person.key, person)
        person.spellings |= {name}
        person.handed.append(Handed(file, _below(file, depth)))
    yield from people.values()


def _folder(
    files: Sequence[File], _assignment: str, unit: str, known: Callable[[str], bool]
) -> Iterator[Person | LeftAside]:
    files, depth = _without_wrapper(files, known)
    people: dict[str, Person] = {}
    for file in files:
        name, path = file.path.parts[depth], _below(file, depth)
        if len(file.path.parts) == depth + 1:
            ending = notebook_ending(name)
            path = PurePosixPath(f"{unit}{ending}" if ending else name)  # a notebook has the student's name for its own
            name = name[: -len(ending)] if ending else stem(name)
            if name == file.path.name:
                yield LeftAside(str(file.path), "neither a student's folder, nor a notebook or archive with their name")
                continue
        person = people.setdefault(folded(name), Person(folded(name), name, (name,), name=name, default=name))
        person.spellings |= {name}
        person.handed.append(Handed(file, path))
    yield from people.values()


def _below(file: File, depth: int) -> PurePosixPath:
    return PurePosixPath(*file.path.parts[depth + 1 :])


def _without_wrapper(files: Sequence[File], known: Callable[[str], bool]) -> tuple[Sequence[File], int]:
    """Return the files and how many folders lie around all students' own: 0, or 1 where the zip holds one folder."""
    tops = {file.path.parts[0] for file in files}
    if len(tops) != 1 or any(len(file.path.parts) == 1 for file in files):
        return files, 0
    (top,) = tops
    children = {file.path.parts[1] for file in files}
    holders = {file.path.parts[1] for file in files if len(file.path.parts) > 2 and notebook_ending(file.path.name)}
    names = {name[: -len(notebook_ending(name))] if notebook_ending(name) else stem(name) for name in children}
    if not known(top) and (len(holders) > 1 or any(map(known, names))):
        return files, 1
    return files, 0


PLATFORMS: Mapping[str, Callable[..., Iterator[Person | LeftAside]]] = {
    "canvas": _canvas,
    "moodle": _moodle,
    "blackboard": blackboard,
    "ilias": ilias,
    "gradescope": _gradescope,
    "github": _github,
    "folder": _folder,
}
