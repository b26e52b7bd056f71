"""A run sees its Python, reads nothing else of the machine's, and writes only into its scratch folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from runs import Run

from autograder.isolation import ForkServer

ROOT = Path(__file__).resolve().parents[2]
DENIED = {"PermissionError", "FileNotFoundError"}


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file that everybody may read, outside of what a run may see."""
    for folder in (tmp_path, *tmp_path.parents[:2]):
        if folder.owner() == Path("/proc/self").owner():
            folder.chmod(0o755)
    path = tmp_path / "secret.txt"
    path.write_text("gradebook")
    path.chmod(0o666)
    return path


@pytest.mark.parametrize("path", ["/etc/passwd", "/etc/hostname", str(ROOT / "pyproject.toml"), "/proc/1/status"])
def test_files_of_the_machine_cannot_be_read(run: Run, control: Run, path: str) -> None:
    """No file outside the visible list can be opened, wherever it lies and whoever owns it."""
    code = f"result = len(open({path!r}, 'rb').read())"
    assert control(code).result > 0
    assert run(code).error in DENIED


def test_a_secret_cannot_be_read_and_a_strong_run_does_not_even_see_it(
    run: Run, control: Run, secret: Path, strong: bool
) -> None:
    """The grader's files are closed at both levels, and their names are hidden at the strong one."""
    code = f"result = open({str(secret)!r}).read()"
    assert control(code).result == "gradebook"
    assert run(code).error in DENIED
    seen = run(f"import os; result = os.path.exists({str(secret)!r})").result
    assert seen is (not strong)


@pytest.mark.parametrize("folder", ["/", "/home", "/root", "/var", "/proc", str(ROOT), str(ROOT / "tests")])
def test_folders_outside_show_nothing(run: Run, folder: str, strong: bool) -> None:
    """No folder outside can be listed; the folders of a private root hold only the way to what is visible."""
    ran = run(f"import os; result = os.listdir({folder!r})")
    if not strong:
        assert ran.error in DENIED
    elif ran.error is None:
        allowed = {
            "scratch",
            "lib",
            "lib32",
            "lib64",
            "dev",
            "usr",
            "etc",
            "root",
            "work",
            "opt",
            "home",
            "tmp",
        }
        allowed |= {part for path in _visible() for part in Path(path).parts}
        assert set(ran.result) <= allowed
    else:
        assert ran.error in DENIED


def _visible() -> tuple[str, ...]:
    from autograder.isolation.mounts import find_mounts

    return find_mounts([str(Path(__file__).parent)]).paths


def test_the_course_folder_shows_only_the_packages(run: Run, strong: bool) -> None:
    """Of the folder that holds this package nothing is visible but autograder/ and course_data/."""
    ran = run(f"import os; result = os.listdir({str(ROOT)!r})")
    if strong:
        assert set(ran.result) <= {"autograder", "course_data", ".venv", "tests"}
        assert "autograder" in ran.result
        inside = run(f"import os; result = os.listdir({str(ROOT / 'tests')!r})").result
        assert inside == ["isolation"]  # the echo worker's, which the test itself made visible
    else:
        assert ran.error == "PermissionError"


def test_scratch_is_home_and_can_be_written(run: Run) -> None:
    """Working folder, home and temporary folder are the one place where files can be made."""
    ran = run("""
        import os, tempfile, pathlib
        pathlib.Path('a/b').mkdir(parents=True); pathlib.Path('a/b/c').write_text('x')
        os.rename('a/b/c', 'a/d')
        with tempfile.NamedTemporaryFile() as f: f.write(b'1')
        same = {os.getcwd(), os.environ['HOME'], tempfile.gettempdir(), os.environ['TMPDIR']}
        result = [len(same), os.listdir('.'), os.listdir('a')]
    """)
    assert ran.result[0] == 1, ran
    assert ran.result[1] == ["a"]
    assert sorted(ran.result[2]) == ["b", "d"]


def test_scratch_is_empty_for_the_next_run_and_gone_after_it(run: Run, strong: bool) -> None:
    """No run finds what another one wrote, and the machine keeps nothing of it."""
    first = run("import os; open('left', 'w').write('x'); result = [os.getcwd(), os.listdir('.')]").result
    second = run("import os; result = os.listdir('.')").result
    assert first[1] == ["left"]
    assert second == []
    assert strong or not os.path.lexists(first[0])


def test_nothing_outside_can_be_written(run: Run, control: Run, secret: Path) -> None:
    """Not by opening, truncating, removing, renaming, linking, nor by changing modes and times."""
    attempts = [
        f"open({str(secret)!r}, 'w')",
        f"open({str(secret)!r}, 'a').write('x')",
        f"os.truncate({str(secret)!r}, 0)",
        f"os.chmod({str(secret)!r}, 0o600)",
        f"os.utime({str(secret)!r}, (0, 0))",
        f"os.setxattr({str(secret)!r}, 'user.x', b'1')",
        f"os.link({str(secret)!r}, 'mine')",
        f"os.symlink({str(secret)!r}, 'mine')",
        f"os.rename({str(secret)!r}, 'mine')",
        f"os.unlink({str(secret)!r})",
        f"os.mkdir({str(secret.parent / 'new')!r})",
        f"open({str(secret.parent / 'new')!r}, 'w')",
        "open('/dev/shm/x', 'w')",
        "open('/tmp/autograder-test-x', 'x')",
        "os.mkfifo('pipe')",
        "os.chroot('.')",
    ]
    for attempt in attempts:
        before = (secret.read_text(), secret.stat(), sorted(secret.parent.iterdir()))
        ran = run(f"import os\n{attempt}")
        assert ran.error in {*DENIED, "OSError"}, (attempt, ran)
        after = (secret.read_text(), secret.stat(), sorted(secret.parent.iterdir()))
        assert before[0] == after[0]
        assert before[1].st_mtime_ns == after[1].st_mtime_ns
        assert before[2] == after[2]
    assert control(f"import os\n{attempts[1]}").error is None
    assert control(f"import os\n{attempts[4]}").error is None or secret.owner() != Path("/proc/self").owner()


def test_the_python_installation_and_the_package_cannot_be_changed(run: Run) -> None:
    """A run cannot plant code that the next run, or the grader, imports."""
    ran = run("""
        import os, sys, site, torch, autograder
        result = []
        for folder in (os.path.dirname(torch.__file__), os.path.dirname(os.__file__),
                       os.path.dirname(autograder.__file__), '/usr/lib'):
            try:
                open(folder + '/planted.py', 'w')
                result.append(folder)
            except OSError:
                pass
    """)
    assert ran.result == [], ran


def test_files_are_limited(run: Run) -> None:
    """One file stops at its limit; all files together stop at the scratch folder's."""
    ran = run("""
        def write(name, mb):
            try:
                with open(name, 'wb') as f:
                    for _ in range(mb):
                        f.write(bytes(2**20))
            except OSError as e:
                return e.errno
            return 0
        import errno
        result = [write('small', 2), write('big', 9) == errno.EFBIG]
    """)
    assert ran.result == [0, True], ran


def test_the_scratch_folder_is_limited(run: Run, strong: bool) -> None:
    """The quota of all files together holds: an error inside at the strong level, else the run's end."""
    ran = run("""
        import time
        result = 0
        try:
            for n in range(100):
                with open(f'f{n}', 'wb') as f:
                    f.write(bytes(2**20)); result += 1
                time.sleep(0.01)
        except OSError:
            pass
    """)
    if strong:
        assert 10 <= ran.result <= 16, ran
        assert ran.exit.reason == "exited"
    else:
        assert ran.exit.reason == "disk", ran
        assert "16 MiB" in ran.exit.detail


def test_a_bomb_of_folders_is_stopped_and_cleaned_away(run: Run, server: ForkServer, strong: bool) -> None:
    """Thousands of nested or closed folders end the run or its quota, and leave nothing behind."""
    ran = run("""
        import os, time
        result = 0
        try:
            for n in range(5000):
                os.mkdir('d', 0o700); os.chdir('d'); result += 1
            os.mkdir('closed', 0)
            time.sleep(3)
        except OSError:
            pass
    """)
    assert ran.exit.reason == ("exited" if strong else "disk"), ran
    assert not strong or ran.result < 2000
    assert [path.name for path in server._process.folder.iterdir() if path.name.isdigit()] == []
