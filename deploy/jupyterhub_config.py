"""The course on a JupyterHub: who logs in, and what each one's server finds. docs/deploy.md says how it is run.

Students and the instructor are Unix users of one machine or container, because nbgrader's exchange tells people apart
by who owns a file. The hub's own files are in its working folder, the course's in COURSE.
"""

import os
import pwd
import re
import stat
import sys
from pathlib import Path
from typing import Any

from jupyterhub.auth import LocalAuthenticator
from jupyterhub.authenticators.shared import SharedPasswordAuthenticator

from autograder.course.roster import ROSTER, folded, read_roster
from autograder.errors import GraderError

c = get_config()  # traitlets gives this name to configuration files

HERE = Path(__file__).resolve().parent
COURSE = Path("/srv/course")
HOMES = Path("/home")
CLAIM = os.environ.get("HUB_CLAIM") or "preferred_username"  # what of a person's OpenID Connect claims is the login
INSTRUCTOR = "grader"  # the Unix user to whom the course's folder belongs
LOGIN_NAME = re.compile(r"[a-z][a-z0-9_-]{0,31}")

# ---------------------------------------------------------------- the course's folder and its students


def require_private(course: Path) -> None:
    """End the hub unless the course's folder is the instructor's and nobody else can look into it."""
    if not course.is_dir():
        sys.exit(f"{course}: no such folder; mount the course there")
    status = course.stat()
    if status.st_uid != pwd.getpwnam(INSTRUCTOR).pw_uid or stat.S_IMODE(status.st_mode) & 0o077:
        user = pwd.getpwnam(INSTRUCTOR)
        sys.exit(
            f"{course}: solutions and grades must be readable by {INSTRUCTOR} alone; "
            f"chown -R {user.pw_uid}:{user.pw_gid} and chmod 700 the course's folder"
        )


def students(course: Path) -> dict[str, str]:
    """Return login -> id of each student on the roster; end the hub if one cannot be a Unix user of that name.

    The login is the roster's column email if that is the claim, else its column login; where that is empty, the id.
    """
    try:
        roster = read_roster(course / ROSTER)
    except GraderError as error:
        sys.exit(f"{error}; the hub lets in who is on the roster (docs/deploy.md)")
    found = {}
    for student in roster.students:
        if not LOGIN_NAME.fullmatch(student.id) or student.id == INSTRUCTOR or is_system_user(student.id):
            sys.exit(
                f"{course / ROSTER}: {student.id!r} cannot be a login name here: lower-case letters, digits, - and _, "
                "a letter first, 32 characters at most, and none of the system's own names; give the student another "
                "id (the school's name for them goes into the column login)"
            )
        column = "email" if CLAIM == "email" else "login"
        found[folded(getattr(student, column) or student.id)] = student.id
    return found


def is_system_user(name: str) -> bool:
    """Tell whether a Unix user of this name is there that no hub made."""
    try:
        return Path(pwd.getpwnam(name).pw_dir) != HOMES / name
    except KeyError:
        return False


def numbers(names: list[str]) -> dict[str, int]:
    """Return a uid for each user: the owner of the home that is there, so that it outlives the container."""
    found = {home.name: home.stat().st_uid for home in HOMES.iterdir() if home.is_dir()}
    for name in names:
        found.setdefault(name, max([pwd.getpwnam(INSTRUCTOR).pw_uid, *found.values()]) + 1)
    return found


require_private(COURSE)
LOGINS = students(COURSE)

# ---------------------------------------------------------------- who logs in


class SharedPassword(LocalAuthenticator, SharedPasswordAuthenticator):
    """One password for all, for trying the hub: whoever knows it is whomever they like."""


def by_school(person: dict[str, Any]) -> str:
    """Return the user whom the school's login names; what no user can be called, if that is nobody of the course."""
    login = folded(str(person.get(CLAIM, "")))
    if login in {folded(name) for name in os.environ.get("HUB_INSTRUCTORS", "").split()}:
        return INSTRUCTOR
    return LOGINS.get(login, f"not on the roster: {login}")


if os.environ.get("OAUTH_CLIENT_ID"):  # this and the addresses are oauthenticator's own variables
    c.JupyterHub.authenticator_class = "oauthenticator.generic.LocalGenericOAuthenticator"
    c.GenericOAuthenticator.scope = ["openid", "profile", "email"]
    c.GenericOAuthenticator.username_claim = by_school
elif os.environ.get("HUB_TRIAL_PASSWORD"):
    c.JupyterHub.authenticator_class = SharedPassword
    c.SharedPasswordAuthenticator.user_password = os.environ["HUB_TRIAL_PASSWORD"]
else:
    sys.exit("nobody could log in: set OAUTH_CLIENT_ID and what belongs to it, or, for a trial, HUB_TRIAL_PASSWORD")

c.Authenticator.allowed_users = {INSTRUCTOR, *LOGINS.values()}
c.Authenticator.allow_existing_users = False  # whoever is no longer on the roster stays out
c.LocalAuthenticator.create_system_users = True
c.LocalAuthenticator.add_user_cmd = ["useradd", "--create-home", "--shell", "/bin/bash", "--key", "HOME_MODE=0700"]
c.LocalAuthenticator.uids = numbers(list(LOGINS.values()))

# The instructor stops servers and removes users on the page /hub/admin. Not an administrator in the hub's sense, who
# could open students' servers: what a student serves there would run in the instructor's browser.
c.JupyterHub.load_roles = [
    {"name": "instructor", "scopes": ["admin-ui", "list:users", "admin:users", "admin:servers"], "users": [INSTRUCTOR]}
]

# ---------------------------------------------------------------- what each one's server finds


def settings_of_their_own(spawner: Any) -> None:
    """Give the instructor the course and the formgrader, students their home and nbgrader's list of assignments."""
    instructor = spawner.user.name == INSTRUCTOR
    spawner.environment = {"JUPYTER_CONFIG_PATH": str(HERE / ("instructor" if instructor else "student"))}
    if instructor:
        spawner.notebook_dir = str(COURSE)


c.JupyterHub.bind_url = "http://:8000"  # behind what speaks HTTPS
c.JupyterHub.spawner_class = "localprocess"
c.Spawner.pre_spawn_hook = settings_of_their_own
c.Spawner.http_timeout = 120  # a classroom's servers begin all at once
c.Spawner.start_timeout = 120
