"""Feedback pages -> what goes back to where the submissions came from: a zip for a platform, or a folder.

In: feedback/, submitted/, and the download in which a platform gave the submissions. Out: a zip with the names that the
platform takes for its students' feedback files, or a folder with a list for a mail merge. Whose a downloaded file is,
its bytes say: they are those of one student's notebook in submitted/. Where they are those of several, which an empty
notebook is, the name decides, and where that does not, nobody gets a page: never another's.

    Canvas   roejane_12345_67890_unit.ipynb                        -> roejane_12345_67890_unit.html
    Moodle   Jane Roe_123456_assignsubmission_file/unit.ipynb      -> Jane Roe_123456_assignsubmission_file/unit.html
    ILIAS    Exercise/Submissions/Roe_Jane_jroe_1234/unit.ipynb    -> multi_feedback/Roe_Jane_jroe_1234/unit.html
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from nbgrader.api import Student

from autograder.collect.ilias import PARTICIPANT, participants
from autograder.course import Course
from autograder.course.roster import course_roster, folded
from autograder.errors import CourseError
from autograder.files import read_regular, write_atomically
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import open_gradebook
from autograder.gradebook.entries import entries
from autograder.notebook import MAX_FILE
from autograder.report import clean_value
from autograder.report.rows import number

__all__ = ["HandedBack", "hand_back"]

_MOST_FILES = 20_000
_CANVAS = re.compile(r"(?P<whose>[^_]*)_(?:LATE_)?\d+_\d+_")
_MOODLE = re.compile(r"(?P<whose>.*?)_\d+_assignsubmission_file_?")
_FORMS = {"canvas": _CANVAS, "moodle": _MOODLE}
_NAMES = {"canvas": "Canvas", "moodle": "Moodle", "ilias": "ILIAS"}
_AROUND = "multi_feedback"  # ILIAS looks for a folder that begins like this, and in it for those of participants


@dataclass(frozen=True, slots=True)
class HandedBack:
    """What was written: whose pages, and of whom there is none, with the reason."""

    students: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Person:
    """A student as the gradebook has them."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    login: str = ""

    @property
    def names(self) -> set[str]:
        """What platforms may call the student in a file's name."""
        both = (self.last_name + self.first_name, self.first_name + self.last_name)
        return {_letters(text) for text in (self.id, *both)} - {""}

    def named_by(self, match: re.Match[str]) -> bool:
        """Whether a platform's name for somebody is the student's."""
        login = match.groupdict().get("login")
        by_login = login is not None and folded(login) in {folded(self.id), folded(self.login)}
        return by_login or _letters(match["whose"]) in self.names


def hand_back(course: Course, assignment: str, to: str, out: Path, download: Path | None = None) -> HandedBack:
    """Write one assignment's pages for canvas, moodle or ilias, as the zip `out`, or for "folder" as the folder `out`.

    `download`: the platform's zip of the submissions, or the folder into which it was unpacked.

    Raises:
        CourseError: there are no pages, `out` holds files already, or the download cannot be read.
    """
    notebook = course.source(assignment).stem
    paths = course.folder("feedback").glob(f"*/{assignment}/{notebook}.html")
    pages = {path.parts[-3]: path for path in sorted(paths)}
    if not pages:
        raise CourseError(
            f"{course.folder('feedback')}: no page of {assignment}. Run `autograder feedback {assignment}`."
        )
    people = _people(course)
    if to == "folder":
        _write_folder(course, assignment, pages, people, out)
        return HandedBack(tuple(pages), ())
    if download is None:
        raise CourseError(f"--from is missing: the zip in which {_NAMES[to]} gave the submissions")
    students_of = _students_of(course, assignment)
    placed: dict[str, str] = {}  # the student -> the page's name in the zip
    left_out = []
    downloaded = list(_downloaded(download))
    names = _names_of_pages([path for path, _ in downloaded], to, notebook)
    for (path, digest), (match, name) in zip(downloaded, names, strict=True):
        owners = students_of.get(digest, [])
        if len(owners) > 1 and match is not None:
            owners = [one for one in owners if people.get(one, _Person(one)).named_by(match)]
        if match is None:
            left_out.append(f"{path}: this is no name that {_NAMES[to]} gives")
        elif len(owners) != 1:
            why = "several students handed in these very bytes" if digest in students_of else "nobody handed this in"
            left_out.append(f"{path}: {why}")
        elif owners[0] in pages:
            placed.setdefault(owners[0], name)
    left_out += [
        f"{student}: there is a page, and no file of this student's" for student in pages.keys() - placed.keys()
    ]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for student, name in sorted(placed.items()):
            archive.writestr(zipfile.ZipInfo(name), pages[student].read_bytes(), zipfile.ZIP_DEFLATED)
    out.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(out, file.getvalue())
    return HandedBack(tuple(sorted(placed)), tuple(sorted(left_out)))


def _names_of_pages(
    paths: Sequence[PurePosixPath], to: str, notebook: str
) -> Iterator[tuple[re.Match[str] | None, str]]:
    """Yield for each file whose it is by the platform's name for it, and the path of the page in its place."""
    if to != "ilias":
        yield from (_name_of_page(path, _FORMS[to], notebook) for path in paths)
        return
    for path, index in zip(paths, participants(paths), strict=True):
        folder = path.parts[index] if index is not None else ""
        yield PARTICIPANT.fullmatch(folder), f"{_AROUND}/{folder}/{notebook}.html"


def _name_of_page(path: PurePosixPath, form: re.Pattern[str], notebook: str) -> tuple[re.Match[str] | None, str]:
    """Return how the platform's form was found in a file's path, and the path of the page in its place."""
    for position, part in enumerate(path.parts):
        match = form.match(part)
        if match is not None:
            is_folder = position + 1 < len(path.parts)
            return match, f"{part}/{notebook}.html" if is_folder else f"{match[0]}{notebook}.html"
    return None, ""


def _letters(text: str) -> str:
    """Return a name as platforms write it: small letters and digits alone, in their plain form."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in plain if char.isalnum())


def _people(course: Course) -> dict[str, _Person]:
    """Return whom the gradebook knows, by id; what the roster says of them goes before."""
    with open_gradebook(course_directory(load_config(course))) as book:
        rows = book.db.query(Student.id, Student.first_name, Student.last_name, Student.email)
        people = {name: _Person(name, *(text or "" for text in texts)) for name, *texts in rows}
    for listed in course_roster(course).students:
        known = people.get(listed.id, _Person(listed.id))
        texts = (
            listed.first_name or known.first_name,
            listed.last_name or known.last_name,
            listed.email or known.email,
            listed.login,
        )
        people[listed.id] = _Person(listed.id, *texts)
    return people


def _students_of(course: Course, assignment: str) -> dict[str, list[str]]:
    """Return {hash of a notebook's bytes: who handed it in}."""
    students: dict[str, list[str]] = {}
    for submitted in course.submitted(assignment):
        data = submitted.read()
        if data is not None:
            students.setdefault(hashlib.sha256(data).hexdigest(), []).append(submitted.student)
    return students


def _downloaded(download: Path) -> Iterator[tuple[PurePosixPath, str]]:
    """Yield each notebook of a download with the hash of its bytes; one in a student's own zip counts as that file."""
    for path, data in _files(download):
        if path.suffix.lower() == ".zip":
            try:
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    digests = {
                        hashlib.sha256(inner).hexdigest() for name, inner in _members(archive) if _is_notebook(name)
                    }
            except (zipfile.BadZipFile, OSError, RuntimeError, ValueError, NotImplementedError):
                continue  # it was no submission either
            yield from ((path, digest) for digest in sorted(digests))
        elif _is_notebook(path):
            yield path, hashlib.sha256(data).hexdigest()


def _is_notebook(path: PurePosixPath) -> bool:
    return ".ipynb" in path.name.lower() and not path.name.startswith(".")


def _files(download: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    if download.is_dir():
        for path in sorted(download.rglob("*")):
            data = read_regular(path, most=MAX_FILE)
            if data is not None:
                yield PurePosixPath(path.relative_to(download).as_posix()), data
        return
    try:
        with zipfile.ZipFile(download) as archive:
            yield from _members(archive)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise CourseError(f"{download}: cannot be read as a zip ({error})") from error


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield the files of a zip, whatever it says of their sizes; one that is larger than a notebook may be is cut."""
    for info in sorted(archive.infolist()[:_MOST_FILES], key=lambda info: info.filename):
        if not info.is_dir():
            with archive.open(info) as file:
                yield PurePosixPath(info.filename), file.read(MAX_FILE + 1)


def _write_folder(
    course: Course, assignment: str, pages: Mapping[str, Path], people: Mapping[str, _Person], out: Path
) -> None:
    """Write a folder for each student, and list.csv for a mail merge: who, where to, score, page."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise CourseError(f"{out}: holds files already; name a folder that is new")
    with open_gradebook(course_directory(load_config(course))) as book:
        entered = entries(book, set(pages), {assignment})
    rows: list[Iterable[str]] = [("student", "first_name", "last_name", "email", "score", "page")]
    for student, page in pages.items():
        person, entry = people.get(student, _Person(student)), entered.get((student, assignment))
        place = Path(student, page.name)
        (out / student).mkdir(parents=True)
        write_atomically(out / place, page.read_bytes())
        score = number(entry.score) if entry is not None else ""
        texts = (student, person.first_name, person.last_name, person.email)
        rows.append((*map(clean_value, texts), score, clean_value(place.as_posix())))
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    write_atomically(out / "list.csv", text.getvalue().encode())
