"""The course on a JupyterHub, as deploy/ sets it up: from release to the feedback that a student fetches.

People log in by the hub's form and act through their own servers, by HTTP. Two minutes: in `make test-all`.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import pytest
from machine import BIN, GRADER, ROOT, Machine, wait_for, why_not
from notebooks import RIGHT, write_exercise
from sampling import EVERYTHING

requests = pytest.importorskip("requests")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.runs,
    pytest.mark.skipif(not EVERYTHING, reason="two minutes: make test-all"),
    pytest.mark.skipif(EVERYTHING and bool(why_not()), reason=why_not() if EVERYTHING else ""),
]
PASSWORD = "for trying alone"  # noqa: S105
EXCHANGE = "/usr/local/share/nbgrader/exchange/zero-to-hero"
SCALE = {"course_id": "zero-to-hero", "assignment_id": "01-scale"}


def free_ports(number: int) -> list[int]:
    """Return so many ports of the loopback that nobody listens at."""
    sockets = [socket.socket() for _ in range(number)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class Hub:
    """The hub on a machine of its own."""

    def __init__(self, machine: Machine, address: str) -> None:
        self.machine = machine
        self.address = address

    def login(self, name: str, password: str = PASSWORD) -> Any:
        """Fill the login form; return the session, or the refusal's status."""
        session = requests.Session()
        session.trust_env = False  # no proxy of this machine's
        session.get(f"{self.address}/hub/login", timeout=300).raise_for_status()
        form = {"username": name, "password": password, "_xsrf": session.cookies["_xsrf"]}
        answer = session.post(f"{self.address}/hub/login", data=form, allow_redirects=False, timeout=300)
        if answer.status_code == 302:
            return session
        session.close()
        return answer.status_code


class Person:
    """Somebody who has logged in and whose server runs."""

    def __init__(self, hub: Hub, name: str) -> None:
        self.hub, self.name = hub, name
        self.session = hub.login(name)
        crossing = {"X-XSRFToken": self.session.cookies.get("_xsrf", path="/hub/")}
        made = self.session.post(f"{hub.address}/hub/api/users/{name}/tokens", headers=crossing, json={}, timeout=300)
        self.session.cookies.clear()
        self.session.headers["Authorization"] = f"token {made.json()['token']}"
        self.session.post(f"{hub.address}/hub/api/users/{name}/server", timeout=300).raise_for_status()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.session.close()

    def ready(self) -> bool:
        """Tell whether the server has started."""
        known = self.session.get(f"{self.hub.address}/hub/api/users/{self.name}", timeout=300).json()
        return bool(known.get("server"))

    def ask(self, method: str, path: str, whose: str = "", **more: Any) -> Any:
        """Send a request to the person's own server, or to another's; return the answer."""
        address = f"{self.hub.address}/user/{whose or self.name}{path}"
        return self.session.request(method, address, timeout=300, **more)

    def told(self, method: str, path: str, **more: Any) -> Any:
        """Send a request to nbgrader in the person's own server; return what it gives."""
        answer = self.ask(method, path, **more)
        assert answer.status_code == 200, answer.text
        content = answer.json()
        assert content["success"], content
        return content.get("value", content.get("log"))

    def answer(self, **answers: str) -> None:
        """Fetch the exercise, fill blanks, and save it, as JupyterLab does."""
        self.told("POST", "/assignments/fetch", json=SCALE)
        notebook = self.ask("GET", "/api/contents/01-scale/scale.ipynb").json()["content"]
        for cell in notebook["cells"]:
            cell["source"] = answers.get(cell["id"].replace("-", "_"), cell["source"])
        saved = {"type": "notebook", "content": notebook}
        assert self.ask("PUT", "/api/contents/01-scale/scale.ipynb", json=saved).status_code == 200


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built course with a class of four; it belongs to the instructor's account alone."""
    root = tmp_path_factory.mktemp("hub") / "course"
    root.mkdir()
    shutil.copy(ROOT / "nbgrader_config.py", root)
    write_exercise(root)
    (root / "roster.csv").write_text("id\nada\nben\ncem\ndan\n", "utf-8")
    subprocess.run([sys.executable, "-m", "autograder.cli", "--course", str(root), "build"], check=True, timeout=600)
    for path in (root, *root.rglob("*")):
        os.chown(path, GRADER, GRADER)
    root.chmod(0o700)
    return root


@pytest.fixture(scope="module")
def hub(course: Path) -> Iterator[Hub]:
    """The hub, ready to log in to."""
    outside, inside, proxy = free_ports(3)
    address = f"http://127.0.0.1:{outside}"
    command = [
        str(BIN / "jupyterhub"), "--config", str(ROOT / "deploy/jupyterhub_config.py"),
        f"--JupyterHub.bind_url={address}", f"--JupyterHub.hub_port={inside}",
        f"--ConfigurableHTTPProxy.api_url=http://127.0.0.1:{proxy}",
        "--Spawner.start_timeout=300", "--Spawner.http_timeout=300",  # the machine may have much else to do
    ]  # fmt: skip
    machine = Machine(course.parent, course, command, HUB_TRIAL_PASSWORD=PASSWORD)
    try:
        wait_for(lambda: "JupyterHub is now running" in machine.said(), machine)
        yield Hub(machine, address)
    finally:
        machine.end()


@pytest.fixture(scope="module")
def people(hub: Hub) -> Iterator[dict[str, Person]]:
    """The instructor and three of the students, with their servers; the exercise is handed out."""
    with Person(hub, "grader") as grader, Person(hub, "ada") as ada, Person(hub, "ben") as ben, Person(hub, "cem") as c:
        for person in (grader, ada, ben, c):
            wait_for(person.ready, hub.machine)
        grader.told("POST", "/formgrader/api/assignment/01-scale/release")
        yield {"grader": grader, "ada": ada, "ben": ben, "cem": c}


def test_only_who_is_on_the_roster_gets_in(hub: Hub) -> None:
    """Not with another password, nor under another name; and of the system's users none."""
    assert hub.login("ada", "another password") == 403
    assert [hub.login(name) for name in ("mallory", "root", "nobody")] == [403] * 3
    hub.login("dan").close()


def test_the_instructor_removes_a_user(hub: Hub, people: dict[str, Person]) -> None:
    """On the hub's own page for it; no student does."""
    for name, status in (("grader", 200), ("ada", 403)):
        with hub.login(name) as session:
            assert session.get(f"{hub.address}/hub/admin", timeout=300).status_code == status
    dan = f"{hub.address}/hub/api/users/dan"
    assert people["ada"].session.delete(dan, timeout=300).status_code in (403, 404)  # as if there were none
    assert people["grader"].session.delete(dan, timeout=300).status_code == 204
    assert hub.login("dan") == 403


def test_from_release_to_feedback(hub: Hub, people: dict[str, Person]) -> None:
    """A student fetches, answers and submits; the instructor collects and grades; the page is the student's."""
    grader, ada = people["grader"], people["ada"]
    (offered,) = ada.told("GET", "/assignments", params={"course_id": "zero-to-hero"})
    assert (offered["assignment_id"], offered["status"]) == ("01-scale", "released")

    ada.answer(**{**RIGHT, "solution_mean": "mean = x.mean(1, keepdim=True)"})
    ada.told("POST", "/assignments/submit", json=SCALE)
    assert "Collecting submission: ada" in grader.told("POST", "/formgrader/api/assignment/01-scale/collect")

    graded = hub.machine.run("grader", "autograder", "grade", "--feedback")
    assert graded.returncode == 0, graded.stdout + graded.stderr
    shown = {one["student"]: one["score"] for one in grader.ask("GET", "/formgrader/api/submissions/01-scale").json()}
    assert shown["ada"] == 3

    log = grader.told("POST", "/formgrader/api/assignment/01-scale/release_feedback")
    assert "Releasing feedback for student 'ada'" in log
    listed = ada.told("POST", "/assignments/fetch_feedback", json=SCALE)
    (submission,) = next(one for one in listed if one["status"] == "submitted")["submissions"]
    folder = submission["local_feedback_path"]
    page = ada.ask("GET", f"/api/contents/{folder}/scale.html").json()["content"]
    assert "You averaged over the features." in page


def test_what_is_handed_in_is_its_owners(course: Path, hub: Hub, people: dict[str, Person]) -> None:
    """Who puts a folder with another's name into the exchange has handed in for themselves."""
    ben, cem = people["ben"], people["cem"]
    for person in (ben, cem):
        person.answer(solution_mean=f"mean = {person.name!r}")
    cem.told("POST", "/assignments/submit", json=SCALE)
    forged = f"{EXCHANGE}/inbound/cem+01-scale+2099-01-01 00:00:00 UTC+x"
    assert hub.machine.run("ben", "cp", "-r", "01-scale", forged).returncode == 0
    assert hub.machine.run("ben", "chmod", "-R", "a+rX", forged).returncode == 0

    people["grader"].told("POST", "/formgrader/api/assignment/01-scale/collect")
    for name in ("ben", "cem"):
        cells = json.loads((course / "submitted" / name / "01-scale/scale.ipynb").read_text("utf-8"))["cells"]
        assert f"mean = {name!r}" in ["".join(cell["source"]) for cell in cells]
    assert "is ben's, and is collected as theirs" in hub.machine.said()


def test_a_student_sees_nobody_elses(hub: Hub, people: dict[str, Person]) -> None:
    """No home, submission, page, grade or server of another's, and nothing of the course but what is handed out."""
    closed = [
        "/srv/course",
        "/srv/jupyterhub",
        "/home/ada",
        "/home/grader",
        f"{EXCHANGE}/inbound",
        f"{EXCHANGE}/feedback",
    ]
    for path in closed:
        tried = hub.machine.run("cem", "ls", path)
        assert (tried.returncode, tried.stdout) == (2, ""), path
    assert hub.machine.run("cem", "ls", f"{EXCHANGE}/outbound").stdout == "01-scale\n"
    assert hub.machine.run("cem", "mv", EXCHANGE, f"{EXCHANGE}-mine").returncode == 1
    assert people["cem"].ask("GET", "/api/contents", whose="ada").status_code == 403
    assert people["grader"].ask("GET", "/api/contents", whose="ada").status_code == 403


def test_the_formgrader_is_the_instructors(people: dict[str, Person]) -> None:
    """Students' servers have no formgrader, and their JupyterLab no button for it."""
    assert people["grader"].ask("GET", "/formgrader/api/assignments").status_code == 200
    assert people["ada"].ask("GET", "/formgrader/api/assignments").status_code == 404
    assert "@jupyter/nbgrader:formgrader" in people["ada"].ask("GET", "/lab").text
    assert "@jupyter/nbgrader:formgrader" not in people["grader"].ask("GET", "/lab").text
