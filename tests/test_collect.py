"""`autograder collect`: what each platform gives out becomes submitted/, and two people never become one."""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
import struct
import tarfile
import unicodedata
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from notebooks import write_exercise

from autograder.cli import main
from autograder.collect import archives, choosing

A, B, C, D = (json.dumps({"cells": [], "metadata": {"who": who}}).encode() for who in "abcd")
ROSTER = """id,first_name,last_name,email,login,sis_id,lms_user_id,github
ada,Ada,Lovelace,ada@example.org,,100,12345,
ben,Ben,Zorn,ben@example.org,,101,,benz
zoe,Zoé,Díaz,zoe@example.org,,102,,
emmy,Emmy,Noether,emmy@example.org,,103,,
"""
LATER, LATER_STILL = (2030, 1, 2, 12, 0, 0), (2030, 1, 3, 12, 0, 0)
Member = tuple[str | zipfile.ZipInfo, bytes]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with one exercise and a roster of four."""
    root = tmp_path / "course"
    root.mkdir()
    root.joinpath("nbgrader_config.py").touch()
    root.joinpath("roster.csv").write_text(ROSTER, "utf-8")
    write_exercise(root)
    return root


def zipped(*members: Member, at: tuple[int, ...] = (2030, 1, 1, 12, 0, 0)) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name, at)  # type: ignore[arg-type]
            packed.writestr(info, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def at(name: str, time: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, time)


def utc(time: tuple[int, ...]) -> str:
    """A zip's time is this machine's."""
    return datetime(*time).astimezone(UTC).isoformat()  # type: ignore[arg-type]


class Report:
    """What one call of the command said."""

    def __init__(self, code: int, data: dict[str, Any]) -> None:
        self.code = code
        self.data = data
        self.students = {student["student"]: student for student in data["students"]}
        self.not_taken = {item["person"]: item["why"] for item in data["not_taken"]}
        self.left_aside = {item["path"]: item["why"] for item in data["left_aside"]}


def collect(root: Path, platform: str, source: bytes | Path, *options: str) -> Report:
    path = source if isinstance(source, Path) else root.parent / "download.zip"
    if isinstance(source, bytes):
        path.write_bytes(source)
    out = root.parent / "report.json"
    out.unlink(missing_ok=True)
    words = ["collect", "01-scale", "--from", platform, str(path), "--json", str(out), *options]
    code = main(["--course", str(root), *words])
    return Report(code, json.loads(out.read_text("utf-8")) if out.exists() else {"students": [], "not_taken": [],
                                                                               "left_aside": []})  # fmt: skip


def submitted(root: Path) -> dict[str, bytes]:
    """Return {student: notebook} of all that lies in submitted/."""
    paths = (root / "submitted").glob("*/01-scale/scale.ipynb")
    return {path.parts[-3]: path.read_bytes() for path in paths}


# ---------------------------------------------------------------- platforms


def test_canvas(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Students by number or name, the newest of several; the files' one time is that of the download."""
    report = collect(root, "canvas", zipped(
        ("lovelaceada_12345_70001_scale.ipynb", B),
        ("lovelaceada_12345_70009_scale-1.ipynb", A),
        ("zornben_LATE_222_70002_scale-2.ipynb", B),
        ("díazzoé_333_70003_SCALE.IPYNB", C),
        ("strangerjoe_444_70004_scale.ipynb", D),
        ("noetheremmy_555_text.html", b"<p>"),
        ("readme.txt", b""),
    ))  # fmt: skip
    assert submitted(root) == {"ada": A, "ben": B, "zoe": C}
    assert report.code == 1
    assert "not on the roster" in report.not_taken["strangerjoe (444)"]
    assert report.left_aside == {
        "noetheremmy_555_text.html": "a text or a link that was typed in, no file",
        "readme.txt": "not named as Canvas names files",
    }
    assert report.data["missing"] == ["emmy"]
    assert report.students["ada"]["notes"] == ["the newest of 2"]
    assert report.students["zoe"]["notes"] == ["was called SCALE.IPYNB"]
    assert report.students["ben"]["late"]
    assert all(student["handed_in"] is None for student in report.students.values())
    assert not list(root.glob("submitted/*/*/timestamp.txt"))
    said = capsys.readouterr().out
    assert "missing: emmy" in said
    assert "NOT TAKEN: strangerjoe (444)" in said
    assert report.students["ada"]["sha256"][:12] in said


def test_canvas_hides_names(root: Path) -> None:
    """Without names there is nobody to be found on a roster; without a roster each is a student of their own."""
    data = zipped(("anon_ab3de_1_scale.ipynb", A), ("LATE_anon_Xy9zz_2_scale.ipynb", B))
    assert collect(root, "canvas", data).code == 1
    assert submitted(root) == {}
    root.joinpath("roster.csv").unlink()
    report = collect(root, "canvas", data)
    assert submitted(root) == {"anon_ab3de": A, "anon_xy9zz": B}
    assert [student["late"] for student in report.students.values()] == [False, True]


def test_times_that_differ_are_those_of_handing_in(root: Path) -> None:
    """Where a zip keeps the files' own times, they become timestamp.txt."""
    data = zipped(
        (at("lovelaceada_12345_1_scale.ipynb", LATER), A), (at("zornben_2_2_scale.ipynb", LATER_STILL), B)
    )  # fmt: skip
    report = collect(root, "canvas", data)
    assert report.students["ada"]["handed_in"] == utc(LATER)
    stamp = (root / "submitted/ada/01-scale/timestamp.txt").read_text()
    assert stamp.strip() == utc(LATER).replace("T", " ").replace("+00:00", " UTC")


def test_a_time_in_utc_is_taken_before_one_without_a_zone(root: Path) -> None:
    """Info-ZIP and others add it to each entry."""
    info = at("lovelaceada_12345_1_scale.ipynb", LATER)
    seconds = int(datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC).timestamp())
    info.extra = struct.pack("<HHBI", 0x5455, 5, 1, seconds)
    report = collect(root, "canvas", zipped((info, A), (at("zornben_2_2_scale.ipynb", LATER_STILL), B)))
    assert report.students["ada"]["handed_in"] == "2030-01-02T03:04:05+00:00"


def test_one_file_alone_has_a_time_unless_it_is_that_of_the_zip(root: Path) -> None:
    """A file as old as its zip was written when it was downloaded."""
    data = zipped((at("lovelaceada_12345_1_scale.ipynb", LATER), A))
    assert collect(root, "canvas", data).students["ada"]["handed_in"] == utc(LATER)
    path = root.parent / "fresh.zip"
    path.write_bytes(data)
    written = datetime(*LATER).timestamp()  # noqa: DTZ001
    os.utime(path, (written + 60, written + 60))
    (root / "submitted/ada/01-scale/timestamp.txt").unlink()
    assert collect(root, "canvas", path).students["ada"]["handed_in"] is None


def test_the_time_that_a_person_wrote_stays(root: Path) -> None:
    """Canvas says late and not when: once it stands in timestamp.txt, collecting again leaves it and says it."""
    data = zipped(("lovelaceada_LATE_12345_1_scale.ipynb", A), ("zornben_2_2_scale.ipynb", B))
    (note,) = collect(root, "canvas", data).students["ada"]["notes"]
    assert "timestamp.txt" in note
    stamp = root / "submitted/ada/01-scale/timestamp.txt"
    stamp.write_text("2030-01-02 03:04:05 UTC")
    student = collect(root, "canvas", data).students["ada"]
    assert (student["status"], student["handed_in"]) == ("unchanged", "2030-01-02T03:04:05+00:00")
    assert student["notes"] == []
    assert stamp.read_text() == "2030-01-02 03:04:05 UTC"


def test_moodle(root: Path) -> None:
    """Folders, or all in one name; a typed text is none; two participants of one name are two people."""
    report = collect(root, "moodle", zipped(
        ("Ada Lovelace_900001_assignsubmission_file_/scale.ipynb", A),
        ("Ada Lovelace_900001_assignsubmission_onlinetext_/onlinetext.html", b""),
        ("Ben Zorn_900002_assignsubmission_file_scale.ipynb.txt", B),
        ("Zoé Díaz_900003_assignsubmission_file/work/scale (1).ipynb", C),
        ("Emmy Noether_900004_assignsubmission_file_/scale.ipynb", A),
        ("Emmy Noether_900005_assignsubmission_file_/scale.ipynb", D),
    ))  # fmt: skip
    assert submitted(root) == {"ada": A, "ben": B, "zoe": C}
    assert set(report.not_taken) == {"Emmy Noether_900004", "Emmy Noether_900005"}
    assert all("two people are not made one" in why for why in report.not_taken.values())
    assert "was called scale.ipynb.txt" in " ".join(report.students["ben"]["notes"])


METADATA = """submission_1:
  :submitters:
  - :name: Ada Lovelace
    :sid: '100'
    :email: ADA@example.org
  :created_at: 2030-01-02 03:04:05.861687000 Z
  :score: 2.0
  :results: !ruby/hash:ActiveSupport::HashWithIndifferentAccess
    output: |-
      ====
submission_2:
  :submitters:
  - :name: B. Z.
    :sid: 101
  - :name: Zoé Díaz
    :sid:
    :email: other@example.org
  :created_at: 2030-01-03 04:00:00 +01:00
submission_3:
  :submitters: []
submission_4:
  :submitters:
  - :name: Emmy Noether
    :sid: '103'
"""


def test_gradescope(root: Path) -> None:
    """Who and when stands in the metadata, a group's work counts for each; nothing in that file is executed."""
    export = "assignment_8_export/"
    report = collect(root, "gradescope", zipped(
        (f"{export}submission_metadata.yml", METADATA.encode()),
        (f"{export}submission_1/scale.ipynb", A),
        (f"{export}submission_2/scale.ipynb", B),
        (f"{export}submission_9/scale.ipynb", D),
        (f"{export}submission_4/notes.txt", b""),
    ))  # fmt: skip
    assert submitted(root) == {"ada": A, "ben": B, "zoe": B}
    assert report.students["ada"]["handed_in"] == "2030-01-02T03:04:05.861687+00:00"
    assert report.students["ben"]["handed_in"] == "2030-01-03T03:00:00+00:00"
    assert (root / "submitted/ada/01-scale/timestamp.txt").read_text() == "2030-01-02 03:04:05 UTC\n"
    assert set(report.left_aside) == {f"{export}submission_9/scale.ipynb", "submission_3"}
    assert list(report.not_taken.values()) == ["no notebook among what was handed in"]


@pytest.mark.parametrize("text", ["- 1\n", "a: [", "a: !!python/object/apply:os.system ['false']\n"])
def test_gradescopes_metadata_may_be_anything(root: Path, text: str) -> None:
    """A damaged file is one line, and code in it is not run."""
    data = zipped(("submission_metadata.yml", text.encode()), ("submission_1/scale.ipynb", A))
    assert collect(root, "gradescope", data).code == 2
    assert collect(root, "gradescope", zipped(("submission_1/scale.ipynb", A))).code == 2


def test_github(root: Path) -> None:
    """Repositories begin with what all have in common; of a repository of all exercises, this one's folder counts."""
    clones = root.parent / "clones"
    for name, data in {
        "hw-1-Ada/scale.ipynb": A, "hw-1-Ada/.git/config": b"", "hw-1-benz/01-scale/scale.ipynb": B,
        "hw-1-benz/old/scale.ipynb": C, "hw-1-zoe-main/scale.ipynb": C, "hw-1-emmy-x/scale.ipynb": D, "notes.md": b"",
    }.items():  # fmt: skip
        path = clones / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (len(name) * 1e6, len(name) * 1e6))
    (clones / "hw-1-zoe-main" / "link.ipynb").symlink_to("/etc/passwd")
    report = collect(root, "github", clones)
    assert submitted(root) == {"ada": A, "ben": B, "zoe": C}
    assert set(report.not_taken) == {"hw-1-emmy-x"}
    assert set(report.left_aside) == {"notes.md", "hw-1-zoe-main/link.ipynb"}
    assert all(student["handed_in"] is None for student in report.students.values())


def test_folder(root: Path) -> None:
    """A folder, an archive or a notebook for each; `Ada` and `ada` are one student, with a word."""
    tarred = io.BytesIO()
    with tarfile.open(fileobj=tarred, mode="w:gz") as tar:
        member = tarfile.TarInfo("01-scale/scale.ipynb")
        member.size = len(B)
        tar.addfile(member, io.BytesIO(B))
    report = collect(root, "folder", zipped(
        (at("Ada/scale.ipynb", LATER), B),
        (at("ada/01-scale/scale.ipynb", LATER_STILL), A),
        ("ben.tar.gz", tarred.getvalue()),
        (unicodedata.normalize("NFD", "Zoé Díaz.ipynb"), C),
        ("emmy.docx", b""),
    ))  # fmt: skip
    assert submitted(root) == {"ada": A, "ben": B, "zoe": C}
    assert "Ada and ada are one student" in report.students["ada"]["notes"]
    assert set(report.left_aside) == {"emmy.docx"}


def test_another_case_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The roster's `ada` handed in as `ADA`: one student, and a note."""
    report = collect(root, "folder", zipped(("ADA/scale.ipynb", A), ("ben/scale.ipynb", B)))
    assert submitted(root) == {"ada": A, "ben": B}
    assert report.students["ada"]["notes"] == ["ADA is ada"]
    assert report.students["ben"]["notes"] == []
    assert "ADA is ada" in capsys.readouterr().out


def test_without_a_roster_the_folders_in_submitted_are_known(root: Path) -> None:
    """Who is there in another case is not handed in a second time as somebody else."""
    root.joinpath("roster.csv").unlink()
    collect(root, "folder", zipped(("Ada/scale.ipynb", A), ("ben.ipynb", B)))
    assert submitted(root) == {"Ada": A, "ben": B}
    report = collect(root, "folder", zipped(("ADA/scale.ipynb", C), ("Ben/scale.ipynb", B), ("x/scale.ipynb", D)))
    assert submitted(root) == {"Ada": C, "ben": B, "x": D}
    assert any("ADA" in note for note in report.students["Ada"]["notes"])


def test_a_folder_around_all_of_them_is_no_student(root: Path) -> None:
    """Zipping the folder instead of what is in it changes nothing."""
    collect(root, "folder", zipped(("class/ada/scale.ipynb", A), ("class/ben/scale.ipynb", B)))
    assert submitted(root) == {"ada": A, "ben": B}
    root.joinpath("roster.csv").unlink()
    collect(root, "folder", zipped(("class/carl/scale.ipynb", C), ("class/dora/scale.ipynb", D)))
    assert submitted(root) == {"ada": A, "ben": B, "carl": C, "dora": D}
    collect(root, "folder", zipped(("ada/one/scale.ipynb", C)))
    assert submitted(root)["ada"] == C


def test_names_that_do_not_say_that_they_are_utf_8(root: Path) -> None:
    """Canvas and Macs write UTF-8 without the zip's mark for it."""
    data = bytearray(zipped(("díazzoé_333_70003_scale.ipynb", C)))
    for head, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(head) + offset + 1
        data[place] &= ~0x08
    collect(root, "canvas", bytes(data))
    assert submitted(root) == {"zoe": C}


# ---------------------------------------------------------------- people are not mixed up


BULK = (("lovelaceada_1_1_scale.ipynb", A), ("zornben_2_2_scale.ipynb", B))


@pytest.mark.parametrize(
    ("platform", "files"),
    [
        ("folder", BULK),
        ("github", [(f"all/{name}", data) for name, data in BULK]),
        ("folder", BULK[:1]),
        ("folder", [("Ada Lovelace_900001_assignsubmission_file_/scale.ipynb", A)]),
        ("github", [("e/submission_metadata.yml", b""), ("e/submission_1/scale.ipynb", A)]),
        ("canvas", [("ada/scale.ipynb", A)]),
        ("moodle", BULK),
    ],
)
def test_another_platforms_download_is_refused_whole(
    root: Path, platform: str, files: list[Member], capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, exit code 2, and nobody is made up."""
    assert collect(root, platform, zipped(*files)).code == 2
    assert submitted(root) == {}
    assert capsys.readouterr().err.startswith("autograder: ")


@pytest.mark.parametrize(
    "inner",
    [
        BULK,
        [("ada/scale.ipynb", A), ("ben/scale.ipynb", B)],
        [("ada.ipynb", A), ("ben.ipynb", B)],
        [("ada.zip", zipped(("scale.ipynb", A))), ("ben.zip", zipped(("scale.ipynb", B)))],
    ],
)
def test_a_download_of_everybody_that_one_person_handed_in_is_not_theirs(root: Path, inner: Sequence[Member]) -> None:
    """Whoever hands in the class's zip is refused, and the others are collected."""
    report = collect(root, "folder", zipped(("ada.zip", zipped(*inner)), ("ben.ipynb", B)))
    assert submitted(root) == {"ben": B}
    assert set(report.not_taken) == {"ada"}
    assert ("several people's" in report.not_taken["ada"]) == (inner is BULK)


def test_of_two_folders_neither_is_the_newer_version(root: Path) -> None:
    """A student's folder with a folder for each of two people is not the work of whoever handed in last."""
    two = [(at("ada/a/scale.ipynb", LATER), A), (at("ada/b/scale.ipynb", LATER_STILL), B)]
    report = collect(root, "folder", zipped(*two, ("ben.ipynb", B)))
    assert submitted(root) == {"ben": B}
    assert "2 folders (a, b)" in report.not_taken["ada"]


def test_who_is_known_by_a_number_is_not_ousted_by_a_name(root: Path) -> None:
    """Two of one name on Canvas: the roster has the number of one, the other is nobody."""
    report = collect(root, "canvas", zipped(("lovelaceada_12345_1_scale.ipynb", A), ("lovelaceada_9_2_scale.ipynb", B)))
    assert submitted(root) == {"ada": A}
    assert "two people are not made one" in report.not_taken["lovelaceada (9)"]


def test_a_platforms_number_is_not_the_schools(root: Path) -> None:
    """Canvas' user 100 is not the student whom the school calls 100."""
    report = collect(root, "canvas", zipped(("zornben_100_1_scale.ipynb", B), ("strangerjoe_103_2_scale.ipynb", D)))
    assert submitted(root) == {"ben": B}
    assert set(report.not_taken) == {"strangerjoe (103)"}


def test_two_of_one_name_on_the_roster_need_a_number(root: Path) -> None:
    """The remedy is named, and it works."""
    text = "id,first_name,last_name,aliases\nj1,Jane,Roe,\nj2,Jane,Roe,{}\n"
    roster = root.parent / "two.csv"
    data = zipped(("Jane Roe_77_assignsubmission_file_/scale.ipynb", A))
    roster.write_text(text.format(""))
    report = collect(root, "moodle", data, "--roster", str(roster))
    assert "may be any of j1, j2" in report.not_taken["Jane Roe_77"]
    assert "aliases" in report.not_taken["Jane Roe_77"]
    roster.write_text(text.format("Jane Roe_77"))
    assert collect(root, "moodle", data, "--roster", str(roster)).code == 0
    assert submitted(root) == {"j2": A}


@pytest.mark.parametrize("name", ["..", ".hidden", "a\x07b", "a" * 101])
def test_a_name_that_no_folder_can_have_is_nobodys(root: Path, name: str) -> None:
    """Without a roster, too, no name leads out of submitted/."""
    root.joinpath("roster.csv").unlink()
    collect(root, "folder", zipped((f"{name}/scale.ipynb", A), ("ben.ipynb", B)))
    assert submitted(root) == {"ben": B}
    assert {path.name for path in (root / "submitted").iterdir()} == {"ben"}


# ---------------------------------------------------------------- one person's files


@pytest.mark.parametrize(
    ("files", "taken"),
    [
        ({"scale.ipynb.json": A}, A),
        ({"my work.ipynb": A}, A),
        ({"scale.ipynb": A, "scratch.ipynb": B}, A),
        ({"one.ipynb": A, "two.ipynb": B}, None),
        ({"scale.ipynb": A, "scale (2).ipynb": B, "scale-Copy1.ipynb": C}, B),
        ({"scale.ipynb": A, "backup/scale.ipynb": B}, None),
        ({".ipynb_checkpoints/scale-checkpoint.ipynb": B, "scale.ipynb": A, "__MACOSX/._scale.ipynb": b"?"}, A),
        ({"work.7z": b"7z\xbc\xaf\x27\x1c.."}, None),
        ({"work.rar": b"Rar!\x1a\x07.."}, None),
        ({"scale.ipynb": b"7z\xbc\xaf\x27\x1c.."}, None),
        ({"scale.ipynb": zipped(("scale.ipynb", A))}, A),
        ({"work.zip": b"no zip"}, None),
        ({"work.zip": zipped(("scale.ipynb", A))[:-30]}, None),
        ({"work.zip": zipped(("a.zip", zipped(("scale.ipynb", A))))}, A),
        ({"work.zip": zipped(("a.zip", zipped(("b.zip", zipped(("scale.ipynb", A))))))}, None),
        ({"work.zip": zipped(("../scale.ipynb", B), ("/etc/scale.ipynb", B), ("scale.ipynb", A))}, A),
        ({"scale.ipynb": b""}, b""),
        ({"scale.docx": A}, None),
        ({"work.zip": zipped(("-" * 60_000 + ".ipynb", B), ("scale.ipynb", A))}, A),
    ],
)
def test_what_counts_of_one_persons_files(root: Path, files: dict[str, bytes], taken: bytes | None) -> None:
    """Mended where it is clear, refused with a reason where it is not, and named as what it is."""
    members = [(f"ada/{name}", data) for name, data in files.items()]
    report = collect(root, "folder", zipped(*members, ("ben.ipynb", B)))
    assert submitted(root) == ({"ada": taken, "ben": B} if taken is not None else {"ben": B})
    reason = "".join(report.not_taken.values())
    assert ("7-Zip" in reason) == any(data.startswith(b"7z") for data in files.values())
    assert ("RAR" in reason) == any(data.startswith(b"Rar") for data in files.values())


def test_a_receipt_comes_along_and_is_compared(root: Path) -> None:
    """Of the zip that `autograder submit` wrote; one of another version is named."""
    receipt = json.dumps({"sha256": hashlib.sha256(A).hexdigest()}).encode()
    of_submit = zipped(("scale.ipynb", A), ("receipt.json", receipt))
    edited = zipped(("scale.ipynb", B), ("receipt.json", receipt))
    report = collect(root, "folder", zipped(("ada/a.zip", of_submit), ("ben/b.zip", edited)))
    assert (root / "submitted/ada/01-scale/receipt.json").read_bytes() == receipt
    assert report.students["ada"]["notes"] == []
    assert report.students["ben"]["notes"] == ["receipt.json is that of another version"]


# ---------------------------------------------------------------- hostile archives


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def test_no_path_leads_out_and_no_link_is_followed(root: Path) -> None:
    """Of the download itself; the others are collected."""
    before = sorted(path for path in root.parent.rglob("*"))
    report = collect(root, "folder", zipped(
        ("../ada/scale.ipynb", A), ("/ada/scale.ipynb", A), ("C:\\ada\\scale.ipynb", A),
        (link("zoe/scale.ipynb"), b"/"), ("ben/scale.ipynb", B),
    ))  # fmt: skip
    assert submitted(root) == {"ben": B}
    assert len(report.left_aside) == 4
    new = {path.relative_to(root.parent).parts[:2] for path in root.parent.rglob("*")} - {
        path.relative_to(root.parent).parts[:2] for path in before
    }
    assert new == {("download.zip",), ("report.json",), ("course", "submitted"), ("course", ".autograder")}


def test_bombs_are_not_read_to_their_end(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a size says: more than a submission may have is refused, one person at a time."""
    monkeypatch.setattr("autograder.collect.download.MAX_FILE", 2**20)
    monkeypatch.setattr(choosing, "MAX_FILE", 2**20)
    bomb = bytes(20 * 2**20)
    report = collect(root, "folder", zipped(
        ("ada/scale.ipynb", bomb),
        ("emmy/e.zip", zipped(("scale.ipynb", bomb))),
        ("zoe/z.zip", zipped(("zeros.bin", bomb), ("scale.ipynb", C))),
        ("ben.ipynb", B),
    ))  # fmt: skip
    assert submitted(root) == {"ben": B, "zoe": C}
    assert all("more than 1 MB" in why for why in report.not_taken.values())


def test_a_tar_is_not_unpacked_to_its_end(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody wants to read is unpacked all the same on the way to what follows, and headers are read whole."""
    monkeypatch.setattr(archives, "_MAX_TAR", 2**20)

    def tarred(before: tarfile.TarInfo) -> bytes:
        made = io.BytesIO()
        with tarfile.open(fileobj=made, mode="w:gz") as tar:
            tar.addfile(before, io.BytesIO(bytes(before.size)))
            member = tarfile.TarInfo("scale.ipynb")
            member.size = len(A)
            tar.addfile(member, io.BytesIO(A))
        return made.getvalue()

    small, unwanted, header = (tarfile.TarInfo(name) for name in ("a.bin", "b.bin", "c.bin"))
    small.size, unwanted.size, header.size = 1000, 20 * 2**20, 20 * 2**20
    header.type = tarfile.XHDTYPE
    data = {f"{name}.tar.gz": tarred(info) for name, info in (("ada", small), ("zoe", unwanted), ("emmy", header))}
    report = collect(root, "folder", zipped(*data.items(), ("ben.ipynb", B)))
    assert submitted(root) == {"ada": A, "ben": B}
    assert all("more than 1 MB" in why for why in report.not_taken.values())


def test_too_many_files_are_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one person: that person; of the download: the download."""
    monkeypatch.setattr(choosing, "MAX_FILES", 5)
    many = zipped(*((f"{number}.txt", b"") for number in range(9)), ("scale.ipynb", A))
    assert set(collect(root, "folder", zipped(("ada.zip", many), ("ben.ipynb", B))).not_taken) == {"ada"}
    monkeypatch.setattr("autograder.collect.download.MAX_FILES", 5)
    assert collect(root, "folder", many).code == 2


@pytest.mark.parametrize(
    "data", [b"", b"no zip", zipped(("a/scale.ipynb", A))[:-30], b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", None]
)
def test_a_download_that_cannot_be_read_is_one_line(
    root: Path, data: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2."""
    source = data if data is not None else root / "nowhere.zip"
    assert collect(root, "folder", source).code == 2
    assert "download.zip" in (said := capsys.readouterr().err) or "nowhere.zip" in said


def test_names_act_on_no_terminal(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What students call their files is shown, not obeyed."""
    collect(root, "folder", zipped(("ada/\x1b[2J.ipynb", A), ("\x1b]0;x\x07/scale.ipynb", B), ("[red]x/s.ipynb", B)))
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err
    assert "[red]x" in said.out


# ---------------------------------------------------------------- again


def test_what_was_there_is_kept_with_its_hash(root: Path) -> None:
    """A newer version takes its place; the same one changes nothing; an older one is left aside, and said."""
    folder = root / "submitted/ada/01-scale"

    def handed(data: bytes, time: tuple[int, int, int, int, int, int], *options: str) -> Report:
        return collect(root, "folder", zipped((at("ada/scale.ipynb", time), data), ("ben.ipynb", B)), *options)

    assert handed(A, LATER).students["ada"]["status"] == "new"
    assert handed(A, LATER).students["ada"]["status"] == "unchanged"
    folder.joinpath("submission_secret.txt").write_text("kept")
    assert handed(B, LATER_STILL, "--dry-run").students["ada"]["status"] == "replaced"
    assert submitted(root)["ada"] == A
    assert handed(B, LATER_STILL).students["ada"]["status"] == "replaced"
    (version,) = (root / ".autograder/earlier/ada/01-scale").iterdir()
    assert (version / "scale.ipynb").read_bytes() == A
    assert (version / "submission_secret.txt").read_text() == "kept"
    assert (version / "sha256.txt").read_text() == f"{hashlib.sha256(A).hexdigest()}  scale.ipynb\n"
    assert sorted(path.name for path in folder.iterdir()) == ["scale.ipynb", "timestamp.txt"]
    report = handed(A, LATER)
    assert report.students["ada"]["status"] == "older"
    assert submitted(root) == {"ada": B, "ben": B}
    handed(C, LATER_STILL)
    handed(D, LATER_STILL)
    assert len(list((root / ".autograder/earlier/ada/01-scale").iterdir())) == 3


def test_a_collection_that_was_killed_is_run_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between taking the old one away and putting the new one there: nothing is lost, and the next run mends it."""
    data = zipped(("ada/scale.ipynb", A), ("ben.ipynb", B))
    collect(root, "folder", data)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", killed)
        assert collect(root, "folder", zipped(("ada/scale.ipynb", C), ("ben.ipynb", B))).code == 2
    (version,) = (root / ".autograder/earlier/ada/01-scale").iterdir()
    assert (version / "scale.ipynb").read_bytes() == A
    assert submitted(root) == {"ben": B}
    collect(root, "folder", zipped(("ada/scale.ipynb", C), ("ben.ipynb", B)))
    assert submitted(root) == {"ada": C, "ben": B}
    assert {path.name for path in (root / "submitted/ada").iterdir()} == {"01-scale"}


def test_a_dry_run_writes_nothing(root: Path) -> None:
    """It says the same."""
    data = zipped(("ada/scale.ipynb", A), ("ben.ipynb", B))
    dry = collect(root, "folder", data, "--dry-run")
    assert not (root / "submitted").exists()
    assert not (root / ".autograder").exists()
    wet = collect(root, "folder", data)
    assert dry.data == {**wet.data, "dry_run": True}


def test_who_has_handed_in_before_is_not_missing(root: Path) -> None:
    """Two downloads make one class."""
    collect(root, "folder", zipped(("ada/scale.ipynb", A), ("ben.ipynb", B)))
    report = collect(root, "folder", zipped(("zoe/scale.ipynb", C), ("ben.ipynb", B)))
    assert report.data["missing"] == ["emmy"]
    assert report.data["there_already"] == ["ada"]


def test_a_link_in_submitted_is_not_followed(root: Path, tmp_path: Path) -> None:
    """Exit code 2, and what it leads to is untouched."""
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "01-scale").mkdir(parents=True)
    (root / "submitted").mkdir()
    (root / "submitted" / "ada").symlink_to(elsewhere)
    assert collect(root, "folder", zipped(("ada/scale.ipynb", A), ("ben.ipynb", B))).code == 2
    assert list((elsewhere / "01-scale").iterdir()) == []


def test_an_unknown_assignment_is_named(root: Path) -> None:
    """As everywhere."""
    assert main(["--course", str(root), "collect", "02-none", "--from", "folder", str(root)]) == 2


def test_zip_collect_reads_archives_by_the_same_code() -> None:
    """One place where archives are read."""
    from autograder.gradebook import collect as of_nbgrader

    assert of_nbgrader.members is archives.members  # type: ignore[attr-defined]  # as that module calls it
