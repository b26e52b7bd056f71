"""deploy/: what the hub's settings refuse, whom they let in, and that its files agree with one another."""

from __future__ import annotations

import os
import pwd
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

pytest.importorskip("jupyterhub", reason="no JupyterHub here: make setup")

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
SETTINGS = (DEPLOY / "jupyterhub_config.py").read_text("utf-8")


class Place:
    """A course and homes in a temporary folder, and the hub's settings for these."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.course, self.homes = folder / "course", folder / "home"
        self.course.mkdir(mode=0o700)
        self.homes.mkdir()
        self.roster("id,login,email\nada,a.lovelace,ada@example.org\nben,,\n")

    def roster(self, text: str) -> None:
        (self.course / "roster.csv").write_text(text, "utf-8")

    def load(self) -> Config:
        """Read the settings, with folders of ours in the place of /srv/course and /home."""
        text = SETTINGS.replace('"/srv/course"', repr(str(self.course))).replace('"/home"', repr(str(self.homes)))
        path = self.folder / "jupyterhub_config.py"
        path.write_text(text, "utf-8")
        found: Config = PyFileConfigLoader(str(path)).load_config()
        return found

    def refusal(self) -> str:
        """Return with which words the hub ends."""
        with pytest.raises(SystemExit) as caught:
            self.load()
        return str(caught.value)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A place where this process's user is the instructor's account, and the trial's password is set."""
    known = pwd.getpwnam

    def getpwnam(name: str) -> Any:
        return pwd.getpwuid(os.getuid()) if name == "grader" else known(name)

    monkeypatch.setattr(pwd, "getpwnam", getpwnam)
    for name in [name for name in os.environ if name.startswith(("HUB_", "OAUTH"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HUB_TRIAL_PASSWORD", "for trying alone")
    return Place(tmp_path)


def test_students_of_the_roster_get_in(place: Place) -> None:
    """They and the instructor, nobody besides; not even whom the hub's database still knows."""
    settings = place.load()
    assert settings.Authenticator.allowed_users == {"grader", "ada", "ben"}
    assert settings.Authenticator.allow_existing_users is False


def test_a_user_keeps_the_number_of_their_home(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new container makes its accounts anew: who is new gets no number that a home has."""
    owned = {"ben": 2_000_000_007, "gone": 2_000_000_012}
    for name in owned:
        (place.homes / name).mkdir()
    stat = Path.stat

    def owner(path: Path, **options: Any) -> os.stat_result:
        found = list(stat(path, **options))
        found[4] = owned.get(path.name, found[4])
        return os.stat_result(found)

    monkeypatch.setattr(Path, "stat", owner)
    uids = place.load().LocalAuthenticator.uids
    assert uids["ben"] == 2_000_000_007
    assert uids["ada"] == 2_000_000_013


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o701])
def test_a_course_that_others_can_look_into_is_refused(place: Place, mode: int) -> None:
    """Students' servers run on the same machine."""
    place.course.chmod(mode)
    assert "must be readable by grader alone" in place.refusal()
    place.course.chmod(0o700)
    place.load()


@pytest.mark.parametrize("name", ["root", "grader", "Ada", "a.lovelace", "7ada", "-ada", "a" * 33])
def test_a_student_who_cannot_be_a_user_is_refused(place: Place, name: str) -> None:
    """Neither a name of the system's nor one that Linux does not take: the message says what to do."""
    place.roster(f"id\nben\n{name}\n")
    assert re.search(r"roster\.csv: '.*' cannot be a login name here: .* column login", place.refusal())


def test_without_a_roster_or_a_way_to_log_in_there_is_no_hub(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names what is missing."""
    monkeypatch.delenv("HUB_TRIAL_PASSWORD")
    assert "HUB_TRIAL_PASSWORD" in place.refusal()
    (place.course / "roster.csv").unlink()
    assert "roster.csv" in place.refusal()


@pytest.mark.parametrize(
    ("claim", "person", "user"),
    [
        ("", {"preferred_username": "A.Lovelace"}, "ada"),
        ("", {"preferred_username": "ben"}, "ben"),  # no login on the roster: the id
        ("", {"preferred_username": "ada"}, None),  # somebody of the school who is not our Ada
        ("", {"preferred_username": "prof"}, "grader"),
        ("", {"preferred_username": "grader"}, None),
        ("", {}, None),
        ("email", {"email": "ada@example.org"}, "ada"),
        ("email", {"email": "prof", "preferred_username": "a.lovelace"}, "grader"),
    ],
)
def test_the_schools_login_names_a_user(
    place: Place, monkeypatch: pytest.MonkeyPatch, claim: str, person: dict[str, str], user: str | None
) -> None:
    """By the roster's column; whoever has another's id as a login of their own is not that student."""
    from oauthenticator.generic import LocalGenericOAuthenticator

    monkeypatch.setenv("OAUTH_CLIENT_ID", "hub")
    monkeypatch.setenv("HUB_INSTRUCTORS", "prof assistant")
    monkeypatch.setenv("HUB_CLAIM", claim)
    settings = place.load()
    assert settings.JupyterHub.authenticator_class == "oauthenticator.generic.LocalGenericOAuthenticator"
    login = LocalGenericOAuthenticator(config=settings)
    name = login.normalize_username(login.user_info_to_username(person))
    assert (name if name in login.allowed_users else None) == user


def test_the_files_agree() -> None:
    """Compose builds stages that the Dockerfile has, mounts what the settings name, and passes what they ask for."""
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    stages = set(re.findall(r"^FROM \S+ AS (\w+)", dockerfile, re.MULTILINE))
    assert {one["build"]["target"] for one in services.values() if "build" in one} <= stages
    mounted = {volume.rpartition(":")[2] for volume in services["hub"]["volumes"]}
    assert mounted == {"/srv/course", "/home", "/usr/local/share/nbgrader/exchange", "/srv/jupyterhub"}
    asked = set(re.findall(r"HUB_[A-Z]+(?:_[A-Z]+)*|OAUTH_CLIENT_ID", SETTINGS))
    assert asked <= set(services["hub"]["environment"])
    assert "!deploy" in (ROOT / ".dockerignore").read_text("utf-8")


def test_one_version_of_the_proxy() -> None:
    """What is tested is what the image has."""
    found = [
        re.findall(r"configurable-http-proxy@([\d.]+)", (ROOT / name).read_text("utf-8"))
        for name in ("Makefile", "Dockerfile")
    ]
    assert len(found[0]) == 1
    assert found[0] == found[1]
