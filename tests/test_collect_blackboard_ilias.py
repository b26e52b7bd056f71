"""`autograder collect --from blackboard` and `ilias`: their names, the times in them, and nobody becomes another."""

from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path

import pytest
from test_collect import LATER, LATER_STILL, A, B, C, D, at, collect, root, submitted, utc, zipped

__all__ = ["root"]

ROSTER = """id,first_name,last_name,login,team
ada,Ada,Lovelace,a.lovelace,
ben,Ben,Zorn,b_zorn,
zoe,Zoé,van der Díaz,zdiaz,t1
emmy,Emmy,Noether,,t1
"""
T1, T2, T3 = "2030-01-01-12-00-00", "2030-01-02-12-00-00", "2030-01-03-12-00-00"
Files = dict[str, bytes]


@pytest.fixture(autouse=True)
def roster(root: Path) -> Path:
    path = root / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    return path


def said(name: str, user: str) -> bytes:
    """What Blackboard writes beside each attempt."""
    return (
        f"Name: {name} ({user})\nAssignment: HW\nDate Submitted: Monday, 30 November 2026 14:05:09 o'clock GMT\n"
        "Current Mark: Needs Marking\n\nSubmission Field:\nThere is no student submission text data.\n"
    ).encode()


def zip_of(files: Files) -> bytes:
    return zipped(*files.items())


# ---------------------------------------------------------------- Blackboard


def test_blackboard(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By login or name, whatever has underscores; the newest attempt; what is no submission is named."""
    files = {
        f"gradebook/My_HW 1_a.lovelace_attempt_{T1}_scale.ipynb": A,
        f"gradebook/My_HW 1_a.lovelace_attempt_{T1}.txt": said("Ada Lovelace", "a.lovelace"),
        f"gradebook/My_HW 1_b_zorn_attempt_{T1}_scale.ipynb": A,
        f"gradebook/My_HW 1_b_zorn_attempt_{T1}.txt": said("Ben Zorn", "b_zorn"),
        f"gradebook/My_HW 1_b_zorn_attempt_{T2}_final work.ipynb": B,
        f"gradebook/My_HW 1_b_zorn_attempt_{T2}.txt": said("Ben Zorn", "b_zorn"),
        f"gradebook/My_HW 1_e99_attempt_{T1}_scale.ipynb": C,
        f"gradebook/My_HW 1_e99_attempt_{T1}.txt": said("Emmy Noether", "e99"),
        f"gradebook/My_HW 1_zdiaz_attempt_{T1}.txt": said("Zoé van der Díaz", "zdiaz"),
        f"gradebook/My_HW 1_stranger_attempt_{T1}_scale.ipynb": D,
        f"gradebook/My_HW 1_stranger_attempt_{T1}.txt": said("Joe Stranger", "stranger"),
        "gradebook/readme.md": b"",
    }
    dry = collect(root, "blackboard", zip_of(files), "--dry-run")
    assert submitted(root) == {}
    report = collect(root, "blackboard", zip_of(files))
    assert {**dry.data, "dry_run": False} == report.data
    assert submitted(root) == {"ada": A, "ben": B, "emmy": C, "zoe": C}  # emmy's team
    assert report.code == 1
    assert report.students["ben"]["notes"] == ["the newest of 2 attempts", "was called final work.ipynb"]
    assert [report.students[who]["handed_in"] for who in ("ada", "ben")] == [utc((2030, 1, 1, 12, 0, 0)), utc(LATER)]
    assert (root / "submitted/ben/01-scale/timestamp.txt").read_text() == f"{utc(LATER)[:19].replace('T', ' ')} UTC\n"
    assert "write 'stranger' into roster.csv" in report.not_taken["Joe Stranger (stranger)"]
    assert report.left_aside == {
        f"gradebook/My_HW 1_zdiaz_attempt_{T1}.txt": "an attempt without a file",
        "gradebook/readme.md": "not named as Blackboard names files",
    }
    assert "from Ben Zorn (b_zorn)" in capsys.readouterr().out
    older = {name: data for name, data in files.items() if T2 not in name}
    assert collect(root, "blackboard", zip_of(older)).students["ben"]["status"] == "older"
    assert submitted(root)["ben"] == B


@pytest.mark.parametrize("data", [b"%PDF", b"7z\xbc\xaf\x27\x1c.."])
def test_an_attempt_without_a_notebook_takes_nothing_away(root: Path, data: bytes) -> None:
    """The one before counts, and that is said; a receipt is that of its own attempt."""
    receipt = json.dumps({"sha256": "of the first"}).encode()
    files = {f"HW_b_zorn_attempt_{T1}_receipt.json": receipt, f"HW_b_zorn_attempt_{T1}_scale.ipynb": A,
             f"HW_b_zorn_attempt_{T2}_scale.ipynb": B, f"HW_b_zorn_attempt_{T3}_scale.7z": data}  # fmt: skip
    report = collect(root, "blackboard", zip_of(files))
    assert submitted(root) == {"ben": B}
    assert report.students["ben"]["notes"][0] == "the newest of 3 attempts that has a notebook"
    assert "scale.7z" in " ".join(report.students["ben"]["notes"])
    assert not (root / "submitted/ben/01-scale/receipt.json").exists()


def test_what_a_student_calls_a_file_names_nobody_else(root: Path) -> None:
    """Neither another's attempt nor another time, nor a text that says another name."""
    report = collect(root, "blackboard", zip_of({
        f"HW_b_zorn_attempt_{T3}_HW_a.lovelace_attempt_{T1}_scale.ipynb": B,
        f"HW_b_zorn_attempt_{T3}_HW_a.lovelace_attempt_{T1}.txt": said("Ada Lovelace", "a.lovelace"),
        f"HW_stranger_attempt_{T1}_scale.ipynb": D,
        f"HW_stranger_attempt_{T1}.txt": said("Ada Lovelace", "a.lovelace"),
    }))  # fmt: skip
    assert submitted(root) == {"ben": B}
    assert report.students["ben"]["handed_in"] == utc(LATER_STILL)
    assert set(report.not_taken) == {"HW_stranger"}


def test_user_names_that_end_alike_are_two_people(root: Path, roster: Path) -> None:
    """Where no text says where the user name begins; with the text each is who they are."""
    roster.unlink()
    files = {f"HW_j_roe_attempt_{T1}_scale.ipynb": A, f"HW_k_roe_attempt_{T2}_scale.ipynb": B}
    report = collect(root, "blackboard", zip_of(files))
    assert submitted(root) == {}
    assert all("two people are not made one" in why for why in report.not_taken.values())
    texts = {f"HW_{user}_attempt_{T1}.txt": said("Roe", user) for user in ("j_roe", "k_roe")}
    assert collect(root, "blackboard", zip_of(files | texts)).code == 0
    assert submitted(root) == {"j_roe": A, "k_roe": B}


def test_two_assignments_are_not_two_attempts(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two downloads in one folder: one line, and nothing is taken."""
    files = {f"{title}_b_zorn_attempt_{T1}{end}": data for title in ("HW 1", "HW 2")
             for end, data in (("_scale.ipynb", A), (".txt", said("Ben Zorn", "b_zorn")))}  # fmt: skip
    assert collect(root, "blackboard", zip_of(files)).code == 2
    assert "2 assignments ('hw 1', 'hw 2')" in capsys.readouterr().err
    assert submitted(root) == {}


@pytest.mark.parametrize("text", ["2030-13-45-99-00-00", "0000-00-00-00-00-00"])
def test_a_time_that_is_none_is_not_said(root: Path, text: str) -> None:
    """The submission is taken all the same."""
    files = {f"HW_b_zorn_attempt_{text}_scale.ipynb": B, f"HW_a.lovelace_attempt_{T1}_scale.ipynb": A}
    report = collect(root, "blackboard", zip_of(files))
    assert submitted(root) == {"ada": A, "ben": B}
    assert report.students["ben"]["handed_in"] is None


def test_a_time_without_a_zone_is_this_machines(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a zip's times are: whoever sets TZ reads the server's."""
    try:
        with monkeypatch.context() as patch:
            patch.setenv("TZ", "Europe/Zurich")
            time.tzset()
            report = collect(root, "blackboard", zip_of({f"HW_b_zorn_attempt_{T1}_scale.ipynb": B}))
    finally:
        time.tzset()
    assert report.students["ben"]["handed_in"] == "2030-01-01T11:00:00+00:00"


# ---------------------------------------------------------------- ILIAS


@pytest.mark.parametrize("around", ["", "Übung 1/Blatt/Abgaben/", "Sheet_1_late_2026/Submissions/"])
def test_ilias(root: Path, around: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """By login, else by name, below whatever folders; without times in names there are none."""
    monkeypatch.setenv("COLUMNS", "200")
    report = collect(root, "ilias", zip_of({
        f"{around}Lovelace_Ada_a.lovelace_1001/scale.ipynb": A,
        f"{around}Zorn_Ben_b_zorn_1002/Late Submission - scale.ipynb": B,
        unicodedata.normalize("NFD", f"{around}van_der_Díaz_Zoé_unknown_1003/scale (2).ipynb"): C,
        f"{around}Stranger_Joe_ada_joe_1004/scale.ipynb": D,
        f"{around.partition('/')[0] or 'x'}/status.xlsx": b"",
    }))  # fmt: skip
    assert submitted(root) == {"ada": A, "ben": B, "zoe": C, "emmy": C}
    assert report.students["ben"]["late"]
    assert all(student["handed_in"] is None for student in report.students.values())
    assert "write 'ada_joe' into roster.csv" in report.not_taken["Stranger Joe (ada_joe)"]
    assert set(report.left_aside.values()) == {"not in a folder that ILIAS names after a participant"}
    assert "from Lovelace Ada (a.lovelace)" in capsys.readouterr().out


def test_ilias_times(root: Path) -> None:
    """Every file has one: they are ILIAS' and the newest counts; one file alone: a student called it so."""
    files = {
        "Lovelace_Ada_a.lovelace_1001/20300102120000_scale.ipynb": A,
        "Lovelace_Ada_a.lovelace_1001/20300103120000_scale.ipynb": B,
        "Zorn_Ben_b_zorn_1002/20300102120000_scale.ipynb": C,
    }
    report = collect(root, "ilias", zip_of(files))
    assert submitted(root) == {"ada": B, "ben": C}
    assert report.students["ada"]["notes"] == ["the newest of 2"]
    assert [report.students[who]["handed_in"] for who in ("ada", "ben")] == [utc(LATER_STILL), utc(LATER)]
    report = collect(root, "ilias", zip_of({**files, "Noether_Emmy_emmy_1004/scale.ipynb": D}), "--dry-run")
    assert report.students["emmy"]["handed_in"] is None
    own = "Zorn_Ben_b_zorn_1002/20200101000000_scale.ipynb"
    report = collect(root, "ilias", zip_of({own: D, "Noether_Emmy_emmy_1004/scale.ipynb": D}), "--dry-run")
    assert report.students["ben"]["status"] == "replaced"
    assert report.students["ben"]["handed_in"] is None


def test_ilias_keeps_times_of_files(root: Path) -> None:
    """Older versions of ILIAS give each file in the zip the time of its upload."""
    report = collect(root, "ilias", zipped(
        (at("E/Lovelace_Ada_a.lovelace_1001/scale.ipynb", LATER), A),
        (at("E/Zorn_Ben_b_zorn_1002/scale.ipynb", LATER_STILL), B),
    ))  # fmt: skip
    assert [student["handed_in"] for student in report.data["students"]] == [utc(LATER), utc(LATER_STILL)]


def test_ilias_teams(root: Path, roster: Path) -> None:
    """Who uploaded it is a folder in the team's; without that folder the roster has to know the team's name."""
    files = {
        "E/Team 12/van der Díaz_Zoé_zdiaz_1003/scale.ipynb": C,
        "E/Team_13/scale.ipynb": B,
    }
    report = collect(root, "ilias", zip_of(files))
    assert submitted(root) == {"zoe": C, "emmy": C}
    assert report.students["emmy"]["person"] == "van der Díaz Zoé (zdiaz), Team 12"
    assert "write 'Team_13' into roster.csv" in report.not_taken["Team_13"]
    roster.write_text(ROSTER.replace("team\n", "team,aliases\n", 1).replace("b_zorn,", "b_zorn,,Team_13"), "utf-8")
    assert collect(root, "ilias", zip_of(files)).code == 0
    assert submitted(root) == {"zoe": C, "emmy": C, "ben": B}


def test_files_of_two_assignments_are_not_two_versions(root: Path) -> None:
    """A download of the whole exercise: nothing is guessed, unless the folder has the exercise's name."""
    files = {
        "E/Blatt 1/Zorn_Ben_b_zorn_1002/scale.ipynb": A,
        "E/Blatt 2/Zorn_Ben_b_zorn_1002/scale.ipynb": B,
    }
    report = collect(root, "ilias", zip_of(files))
    assert submitted(root) == {}
    assert "which one counts" in report.not_taken["ben, Zorn Ben (b_zorn)"]
    collect(root, "ilias", zip_of({name.replace("Blatt 1", "01-scale"): data for name, data in files.items()}))
    assert submitted(root) == {"ben": A}


def test_without_a_roster_the_login_is_the_student(root: Path, roster: Path) -> None:
    """For both platforms; a folder around all that is named as a participant's is none."""
    roster.unlink()
    collect(root, "ilias", zip_of({"Blatt_1_x_2030/Roe_Jane_jroe_7/scale.ipynb": A, "Blatt_1_x_2030/s.xlsx": b""}))
    collect(root, "blackboard", zip_of({f"HW_kroe_attempt_{T1}_scale.ipynb": B}))
    assert submitted(root) == {"jroe": A, "kroe": B}


# ---------------------------------------------------------------- one platform is not another

OF_BLACKBOARD = {f"HW_1_2_{user}_attempt_{T1}_scale.ipynb": A for user in ("a.lovelace", "b_zorn")}
OF_ILIAS = {"E/Lovelace_Ada_a.lovelace_1001/scale.ipynb": A, "E/Zorn_Ben_b_zorn_1002/scale.ipynb": B}


@pytest.mark.parametrize(
    ("platform", "files", "named"),
    [
        ("folder", OF_BLACKBOARD, "--from blackboard"),
        ("github", {f"all/{name}": data for name, data in OF_BLACKBOARD.items()}, "--from blackboard"),
        ("canvas", OF_BLACKBOARD, "--from blackboard"),
        ("folder", OF_ILIAS, "the names that ILIAS gives"),
        ("github", OF_ILIAS, "--from ilias"),
        ("blackboard", OF_ILIAS, "blackboard"),
        ("ilias", OF_BLACKBOARD, "ilias"),
        ("moodle", OF_ILIAS, "moodle"),
    ],
)
def test_another_platforms_download_is_refused(
    root: Path, platform: str, files: Files, named: str, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    """Whole, in one line."""
    assert collect(root, platform, zip_of(files)).code == 2
    assert named in capsys.readouterr().err
    assert submitted(root) == {}


@pytest.mark.parametrize("files", [OF_BLACKBOARD, {**OF_ILIAS, "E/Zorn_Ben_b_zorn_1002/scale.ipynb": A}])
def test_a_download_that_one_person_handed_in_is_not_theirs(root: Path, files: Files) -> None:
    """As with the other platforms: refused, and the others are collected."""
    own = {"Lovelace_Ada_a.lovelace_1001/all.zip": zip_of(files), "Zorn_Ben_b_zorn_1002/scale.ipynb": B}
    report = collect(root, "ilias", zip_of(own))
    assert submitted(root) == {"ben": B}
    assert all("several people's" in why for why in report.not_taken.values())


def test_a_students_folder_makes_no_ilias(root: Path, roster: Path) -> None:
    """However one of a class calls a folder of theirs, the class is collected."""
    roster.unlink()
    files = {"ada/my_last_work_2030/scale.ipynb": A, "ben/scale.ipynb": B}
    assert collect(root, "folder", zip_of(files)).code == 0
    assert submitted(root) == {"ada": A, "ben": B}
