"""`nbgrader zip_collect` with the course's configuration: no archive writes elsewhere, none stops the others."""

from __future__ import annotations

import io
import json
import shutil
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest
from breakages import right
from nbgrader.apps import ZipCollectApp
from notebooks import write_exercise

from autograder.course import handed_in
from autograder.gradebook import collect

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = json.dumps(right()).encode()
MANY = 200
_TMP = Path("/var")  # where absolute names would lie


def _zip(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed, pytest.MonkeyPatch.context() as patch:
        patch.setattr("warnings.warn", lambda *_, **__: None)  # zipfile's about a name that is there twice
        for name, data in members:
            packed.writestr(name, data, compress_type=zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _zip_link(name: str, target: str) -> tuple[zipfile.ZipInfo, bytes]:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, target.encode()


def _tar(**links: str) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as tar:
        for name, target in {"out": "../../../../out", **links}.items():
            link = tarfile.TarInfo(name)
            link.type, link.linkname = tarfile.SYMTYPE, target
            tar.addfile(link)
        device = tarfile.TarInfo("device")
        device.type = tarfile.CHRTYPE
        tar.addfile(device)
        for name in ("scale.ipynb", "../../outside.ipynb", "out/through-a-link.ipynb", "/var/outside.ipynb"):
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(NOTEBOOK), 0o6777
            tar.addfile(member, io.BytesIO(NOTEBOOK))
    return made.getvalue()


def _tar_of(*members: tuple[str, bytes], hard: str = "") -> bytes:
    """Return an archive of these files, and of a hard link to a file outside."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as tar:
        for name, data in members:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
        if hard:
            link = tarfile.TarInfo("hard.txt")
            link.type, link.linkname = tarfile.LNKTYPE, hard
            tar.addfile(link)
    return made.getvalue()


def _declared(size: int) -> bytes:
    """Return a zip whose directory says that its notebook has `size` bytes."""
    data = bytearray(_zip(("scale.ipynb", NOTEBOOK)))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = size.to_bytes(4, "little")
    return bytes(data)


GOOD = ("scale.ipynb", NOTEBOOK)
BOMB = ("zeros.txt", bytes(20 * 2**20))
ARCHIVES: dict[str, tuple[bytes, bool]] = {  # name -> (file, whether the notebook comes out of it)
    "ada.zip": (_zip(GOOD), True),
    "ben.ipynb": (NOTEBOOK, True),
    "in-a-folder.zip": (_zip(("01-scale/scale.ipynb", NOTEBOOK)), True),
    "within.zip": (_zip(("mine.zip", _zip(GOOD))), True),
    "mac.zip": (_zip(("__MACOSX/._scale.ipynb", b"?"), (".ipynb_checkpoints/scale.ipynb", b"{"), GOOD), True),
    "slip.zip": (_zip(("../slipped.ipynb", NOTEBOOK), ("a/../../../slipped.ipynb", NOTEBOOK), GOOD), True),
    "backslip.zip": (_zip(("..\\..\\slipped.ipynb", NOTEBOOK), GOOD), True),
    "absolute.zip": (_zip(("/var/slipped.ipynb", NOTEBOOK), ("C:/slipped.ipynb", NOTEBOOK), GOOD), True),
    "link.zip": (_zip(_zip_link("out", "../../.."), ("out/slipped.ipynb", NOTEBOOK), GOOD), True),
    "only-a-link.zip": (_zip(_zip_link("scale.ipynb", "/etc/passwd")), False),
    "tarred.tar.gz": (_tar(home="/etc"), True),
    "bomb.zip": (_zip(GOOD, BOMB), True),
    "bomb-first.zip": (_zip(BOMB, GOOD), False),
    "bomb-within.zip": (_zip(GOOD, ("b.zip", _zip(BOMB))), True),
    "bombs-within.zip": (_zip(GOOD, *((f"{n}.zip", _zip(("zeros.txt", bytes(600_000)))) for n in range(9))), True),
    "many.zip": (_zip(GOOD, *((f"{n}.txt", b"") for n in range(MANY))), True),
    "declared-huge.zip": (_declared(2**31), True),
    "declared-small.zip": (_declared(5), False),
    "no-zip.zip": (b"no zip", False),
    "cut.zip": (_zip(GOOD)[:-40], False),
    "empty.zip": (b"", False),
    "no-tar.gz": (b"no tar", False),
    "long-name.zip": (_zip(("n" * 5000 + ".ipynb", NOTEBOOK), GOOD), True),
    "file-and-folder.zip": (_zip(GOOD, ("scale.ipynb/x.ipynb", NOTEBOOK)), True),
    "twice.zip": (_zip(GOOD, GOOD), True),
    "other-case.zip": (_zip(("scale.ipynb", NOTEBOOK), ("SCALE.IPYNB", b"{"), ("Scale.Ipynb", b"{")), True),
    "thousands-of-folders.zip": (_zip(GOOD, *((f"{n}/", b"") for n in range(5000))), True),
    "names-that-act.zip": (_zip(GOOD, ("\x1b[2J.txt", b""), ("=1+1.csv", b""), ("a\nb.txt", b""), ("-rf", b"")), True),
    "half-a-character.zip": (_zip(GOOD, ("\udcff.txt".encode("utf-8", "surrogatepass").decode("latin-1"), b"")), True),
    "deep.zip": (_zip(GOOD, ("d/" * 1500 + "x.txt", b"")), True),
    "dots.zip": (_zip(("./scale.ipynb", NOTEBOOK), (".", b""), ("..", b""), ("...", b""), ("a/./b.txt", b"")), True),
    "zip-in-a-zip-in-a-zip.zip": (_zip(GOOD, ("a.zip", _zip(("b.zip", _zip(("c.zip", _zip(BOMB))))))), True),
    "tarred-bomb.tar.gz": (_tar_of(("scale.ipynb", NOTEBOOK), BOMB), True),
    "tarred-hard-link.tar.gz": (_tar_of(("scale.ipynb", NOTEBOOK), hard="/etc/passwd"), True),
    "two-folders.zip": (_zip(("a/scale.ipynb", NOTEBOOK), ("b/scale.ipynb", b"{")), True),
}


def _everything(folder: Path, but: tuple[str, ...]) -> set[str]:
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if not path.relative_to(folder).as_posix().startswith(but)
    }


def test_collecting_hostile_archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each archive gives its student's notebook if it holds one, and nothing lies anywhere else afterwards."""
    monkeypatch.setattr(collect, "_MAX_BYTES", 2**20)
    monkeypatch.setattr(collect, "MAX_FILES", MANY // 2)
    root = tmp_path / "deep" / "course"
    root.mkdir(parents=True)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    write_exercise(root)
    archive = root / "downloaded/01-scale/archive"
    archive.mkdir(parents=True)
    for name, (data, _) in ARCHIVES.items():
        (archive / name).write_bytes(data)
    (archive / "linked.ipynb").symlink_to("/etc/passwd")
    within = ("deep/course/downloaded/01-scale/extracted", "deep/course/submitted")
    before, slipped = _everything(tmp_path, within), set(_TMP.glob("*.ipynb"))
    monkeypatch.chdir(root)
    command = ZipCollectApp()
    command.initialize(["01-scale", "--log-level=CRITICAL"])
    command.start()
    assert _everything(tmp_path, within) == before
    assert set(_TMP.glob("*.ipynb")) == slipped
    for name, (_, comes) in ARCHIVES.items():
        student = name.removesuffix(".gz").removesuffix(".tar").removesuffix(".zip").removesuffix(".ipynb")
        path, _ = handed_in(root / "submitted" / student / "01-scale", "scale")
        assert path.is_file() == comes, name
        assert not comes or path.read_bytes() == NOTEBOOK, name
    students = {name.split(".")[0] for name, (_, comes) in ARCHIVES.items() if comes}
    assert {path.name for path in (root / "submitted").iterdir()} == students
    bombs = root / "downloaded/01-scale/extracted/bombs-within"
    assert sum(path.stat().st_size for path in bombs.rglob("*.txt")) < 2**20
    for path in (root / "downloaded/01-scale/extracted").rglob("*"):
        assert not path.is_symlink()
        assert path.is_dir() or (path.stat().st_size < 2**20 and not path.stat().st_mode & 0o6111)
