"""Teams: one hand-in for each member; the newest counts, who keeps another is named, and it is one run."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from notebooks import RIGHT, answered, write_exercise
from test_collect import LATER, LATER_STILL, METADATA, A, B, C, D, Member, at, collect, submitted, utc, zipped

from autograder.cli import main
from autograder.course.roster import read_roster

ROOT = Path(__file__).resolve().parents[1]
ROSTER = """id,first_name,last_name,email,sis_id,lms_user_id,team
ada,Ada,Lovelace,ada@example.org,100,12345,Red
ben,Ben,Zorn,ben@example.org,101,222,red
zoe,Zoé,Díaz,zoe@example.org,102,333,RED
emmy,Emmy,Noether,emmy@example.org,103,444,
gus,Gus,Solo,gus@example.org,104,555,blue
"""
LATEST = (2030, 1, 4, 12, 0, 0)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course whose roster has a team of three, a student without a team, and one alone in theirs."""
    root = tmp_path / "course"
    root.mkdir()
    root.joinpath("nbgrader_config.py").touch()
    root.joinpath("roster.csv").write_text(ROSTER, "utf-8")
    write_exercise(root)
    return root


def in_folders(**handed: tuple[bytes, tuple[int, int, int, int, int, int]]) -> bytes:
    members: list[Member] = [(at(f"{student}/scale.ipynb", time), data) for student, (data, time) in handed.items()]
    return zipped(*members)


def stamps(root: Path) -> dict[str, str]:
    paths = (root / "submitted").glob("*/01-scale/timestamp.txt")
    return {path.parts[-3]: path.read_text().strip() for path in paths}


def test_teams_are_compared_as_ids_are(tmp_path: Path) -> None:
    """Case does not count, who is alone is no team."""
    (tmp_path / "roster.csv").write_text(ROSTER, "utf-8")
    (team,) = read_roster(tmp_path / "roster.csv").teams()
    assert [member.id for member in team] == ["ada", "ben", "zoe"]
    assert read_roster(tmp_path / "roster.csv").team_of() == dict.fromkeys(("ada", "ben", "zoe"), "Red")


def test_one_hand_in_counts_for_each_member(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Notebook, time and receipt; nobody of the team is missing; again it changes nothing."""
    monkeypatch.setenv("COLUMNS", "200")  # no line of the table is broken
    receipt = json.dumps({"sha256": hashlib.sha256(A).hexdigest()}).encode()
    of_submit = zipped(("scale.ipynb", A), ("receipt.json", receipt))
    data = zipped((at("ben/scale.zip", LATER), of_submit), (at("emmy/scale.ipynb", LATER_STILL), C))
    dry = collect(root, "folder", data, "--dry-run")
    assert not (root / "submitted").exists()
    report = collect(root, "folder", data)
    assert dry.data == {**report.data, "dry_run": True}
    assert submitted(root) == {"ada": A, "ben": A, "zoe": A, "emmy": C}
    assert len(set(stamps(root).values())) == 2
    assert all((root / f"submitted/{one}/01-scale/receipt.json").read_bytes() == receipt for one in ("ada", "zoe"))
    assert report.data["missing"] == ["gus"]
    assert {one: student["team"] for one, student in report.students.items()} == {
        "ada": "Red", "ben": "Red", "zoe": "Red", "emmy": "",
    }  # fmt: skip
    assert report.students["ben"]["notes"] == ["team Red"]
    assert report.students["zoe"]["notes"] == ["team Red: handed in by ben"]
    assert report.students["zoe"]["handed_in"] == utc(LATER)
    assert "team Red: handed in by ben" in " ".join(capsys.readouterr().out.split())
    again = collect(root, "folder", data)
    assert {student["status"] for student in again.students.values()} == {"unchanged"}
    assert not (root / ".autograder/earlier").exists()


def test_the_newest_of_several_counts(root: Path) -> None:
    """Whose own is older is told so, and it is not kept as if it had been collected."""
    report = collect(root, "folder", in_folders(ada=(A, LATER), ben=(B, LATER_STILL), emmy=(C, LATER)))
    assert report.code == 0
    assert submitted(root) == {"ada": B, "ben": B, "zoe": B, "emmy": C}
    assert report.students["ada"]["notes"] == ["team Red: ben's is newer and counts, not their own"]
    assert report.students["ben"]["notes"] == ["team Red: the newest of 2"]
    assert stamps(root)["ada"] == stamps(root)["ben"]


def test_the_same_notebook_counts_from_the_first_time(root: Path) -> None:
    """Each uploads the team's file: nobody is late because another was."""
    collect(root, "folder", in_folders(ada=(A, LATER_STILL), ben=(A, LATER), zoe=(A, LATEST), emmy=(C, LATEST)))
    assert set(submitted(root).values()) == {A, C}
    assert {stamps(root)[student] for student in ("ada", "ben", "zoe")} == {
        utc(LATER).replace("T", " ").replace("+00:00", " UTC")
    }


def test_what_cannot_be_told_is_not_taken(root: Path) -> None:
    """Without times, two notebooks are two; the others are collected. Canvas numbers uploads, and so has an order."""
    report = collect(root, "folder", zipped(("ada.ipynb", A), ("ben.ipynb", B), ("emmy.ipynb", C)))
    assert (report.code, submitted(root)) == (1, {"emmy": C})
    assert "ada, ben handed in different notebooks" in report.not_taken["team Red"]
    assert report.data["missing"] == ["ada", "ben", "zoe", "gus"]
    same_time = in_folders(ada=(A, LATER), ben=(B, LATER), emmy=(C, LATER_STILL))
    assert "team Red" in collect(root, "folder", same_time).not_taken
    report = collect(root, "canvas", zipped(("x_12345_70009_scale.ipynb", A), ("y_222_70001_scale.ipynb", B)))
    assert submitted(root) == {"ada": A, "ben": A, "zoe": A, "emmy": C}
    assert report.students["ben"]["notes"][0] == "team Red: ada's is newer and counts, not their own"


def test_a_later_download_replaces_it_for_each(root: Path) -> None:
    """What the team handed in before is kept for each member, with its hash; an older one changes nothing."""
    first = in_folders(ada=(A, LATER), emmy=(C, LATER_STILL))
    collect(root, "folder", first)
    report = collect(root, "folder", in_folders(zoe=(B, LATER_STILL), emmy=(C, LATER)))
    assert {student: report.students[student]["status"] for student in ("ada", "ben", "zoe")} == dict.fromkeys(
        ("ada", "ben", "zoe"), "replaced"
    )
    for student in ("ada", "ben", "zoe"):
        (version,) = (root / ".autograder/earlier" / student / "01-scale").iterdir()
        assert (version / "sha256.txt").read_text() == f"{hashlib.sha256(A).hexdigest()}  scale.ipynb\n"
    report = collect(root, "folder", first)
    assert submitted(root) == {"ada": B, "ben": B, "zoe": B, "emmy": C}
    assert report.students["ada"]["notes"] == ["team Red", "submitted/ has a newer one, which stays"]


def test_who_has_a_newer_one_of_their_own_is_named(root: Path) -> None:
    """It came before the team was formed: it stays, and the table says that it is not the team's."""
    (root / "roster.csv").write_text(ROSTER.replace("RED", ""), "utf-8")
    collect(root, "folder", in_folders(zoe=(D, LATEST), emmy=(C, LATER)))
    (root / "roster.csv").write_text(ROSTER, "utf-8")
    report = collect(root, "folder", in_folders(ada=(A, LATER), emmy=(C, LATEST)))
    assert submitted(root) == {"ada": A, "ben": A, "zoe": D, "emmy": C}
    assert report.students["zoe"]["notes"] == [
        "team Red: handed in by ada", "submitted/ has a newer one, which stays", "and is not the team's",
    ]  # fmt: skip


def test_who_leaves_a_team_keeps_what_it_handed_in(root: Path) -> None:
    """Until the next one of their own, which is theirs alone."""
    collect(root, "folder", in_folders(ada=(A, LATER), emmy=(C, LATER_STILL)))
    (root / "roster.csv").write_text(ROSTER.replace("RED", ""), "utf-8")
    report = collect(root, "folder", in_folders(ben=(B, LATER_STILL), emmy=(C, LATER)))
    assert submitted(root) == {"ada": B, "ben": B, "zoe": A, "emmy": C}
    assert report.data["there_already"] == ["zoe"]
    collect(root, "folder", in_folders(zoe=(D, LATEST), emmy=(C, LATER)))
    assert submitted(root) == {"ada": B, "ben": B, "zoe": D, "emmy": C}


def test_whose_file_cannot_be_read_gets_the_teams(root: Path) -> None:
    """And it is said, for theirs may be the newer."""
    report = collect(root, "folder", zipped(("ada/scale.ipynb", A), ("ben/work.7z", b"7z\xbc\xaf\x27\x1c..")))
    assert (report.code, submitted(root)) == (1, {"ada": A, "ben": A, "zoe": A})
    assert "7-Zip" in report.not_taken["ben"]


def test_gradescopes_groups_and_the_rosters_teams_agree(root: Path) -> None:
    """Each of a group is named there already; the roster's third member gets it, too."""
    text = METADATA.replace("other@example.org", "zoe@example.org").partition("submission_3")[0]
    report = collect(root, "gradescope", zipped(
        ("submission_metadata.yml", text.encode()), ("submission_1/scale.ipynb", A), ("submission_2/scale.ipynb", B),
    ))  # fmt: skip
    assert submitted(root) == {"ada": B, "ben": B, "zoe": B}
    assert report.students["zoe"]["notes"] == ["team Red: the newest of 2"]


@pytest.mark.runs
def test_a_team_is_graded_once_and_each_has_a_row(root: Path) -> None:
    """One run of theirs among the kept ones; rows, the page, and similar answers, where they are no pair."""
    shutil.copy(ROOT / "nbgrader_config.py", root)
    course = ["--course", str(root)]
    assert main([*course, "build"]) == 0
    right = json.dumps(answered(**RIGHT)).encode()
    collect(root, "folder", zipped(("ben.ipynb", right)))

    def kept() -> set[str]:
        return {path.name for path in (root / ".autograder/runs").iterdir() if len(path.name) == 64}

    before = kept()
    assert main([*course, "grade", "--jobs", "3", "--json", str(root / "report.json")]) == 0
    data = json.loads((root / "report.json").read_text("utf-8"))
    assert {entry["student"]: entry["score"] for entry in data["gradebook"]} == {"ada": 4, "ben": 4, "zoe": 4}
    assert len({report["evidence"]["seconds"] for report in data["reports"]}) == 1
    assert len(kept() - before) == 2, "the solution's and the team's"
    assert main([*course, "feedback"]) == 0
    assert len(list((root / "feedback").glob("*/01-scale/scale.html"))) == 3
    assert main([*course, "similar", "01-scale"]) == 0
    assert "No two answers" in (root / "similar-01-scale.html").read_text("utf-8")
