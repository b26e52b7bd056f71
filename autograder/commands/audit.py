"""The commands `autograder audit` and `autograder calibrate`: the grader graded, and its tolerances measured.

In: the commands' options. Out: tables on the terminal, audit.html, JSON, the exit code. Both run an exercise's
misconceptions and variants on the CPU and, where there is a GPU, on it. What is measured is audit/'s matter.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from autograder.commands.answers import FOLDER, answers
from autograder.commands.console import progress_bar, terminal, write_json, write_text
from autograder.commands.course import course_of
from autograder.errors import CourseError

if TYPE_CHECKING:
    from autograder.audit import Audit
    from autograder.course import Course
    from autograder.grade import Grader
    from autograder.notebook import Notebook, Submission

__all__ = ["audit", "calibrate"]


def audit(options: argparse.Namespace) -> int:
    """Audit the assignments that the options name; return the exit code."""
    if options.answers:
        return answers(options)
    if options.folder or options.list or options.judge:
        raise CourseError("--folder, --list and --judge go with --answers")
    from autograder.audit import Effort, audit_html, steps_of, to_json
    from autograder.audit import audit as audited
    from autograder.audit.shown import margins_table, overview_table, summary_lines
    from autograder.isolation import ForkServer

    course = course_of(options)
    notebooks = _notebooks(course, options)
    effort = Effort(seeds=options.seeds, secrets=options.secrets, mutants=options.mutants)
    jobs = options.jobs or os.cpu_count() or 1
    console = terminal()
    found: list[Audit] = []
    with _graders(course) as (grader, *devices), ForkServer(allow_unisolated=True) as elsewhere:
        known = {one.assignment: _known(course, one, grader) if options.secrets else {} for one in notebooks}
        total = sum(steps_of(one, effort, devices=len(devices), known=len(known[one.assignment])) for one in notebooks)
        with progress_bar("audit", total) as progress:
            for notebook in notebooks:
                one = audited(
                    notebook,
                    grader,
                    effort=effort,
                    jobs=jobs,
                    devices=devices,
                    elsewhere=elsewhere,
                    known=known[notebook.assignment],
                    progress=progress.ends,
                )
                found.append(one)
                console.print(margins_table(one))
                for line in summary_lines(one):
                    console.print(line, soft_wrap=True)
    console.print(overview_table(found))
    page = options.html or course.root / "audit.html"
    write_text(page, audit_html(found))
    if options.json:
        write_json(options.json, {"format": 2, "audits": [to_json(one) for one in found]})
    return 0 if all(one.passed for one in found) else 1


def calibrate(options: argparse.Namespace) -> int:
    """Propose tolerances for the assignments that the options name; return the exit code."""
    from autograder.audit import measure, runs_of
    from autograder.audit.shown import calibration_table

    course = course_of(options)
    notebooks = _notebooks(course, options)
    jobs = options.jobs or os.cpu_count() or 1
    code = 0
    with _graders(course) as (grader, *devices):
        total = sum(runs_of(one, seeds=options.seeds, devices=len(devices)) for one in notebooks)
        with progress_bar("calibrate", total) as progress:
            for notebook in notebooks:
                margins = measure(
                    notebook, grader, seeds=options.seeds, jobs=jobs, devices=devices, progress=progress.ends
                )
                table, proposals = calibration_table(notebook.assignment, margins)
                terminal().print(table)
                if any(proposal.verdict in ("change", "inputs") for _, proposal in proposals):
                    code = 1
    return code


def _known(course: Course, notebook: Notebook, grader: Grader) -> dict[str, Submission]:
    """Return the kept answers to a notebook, and those of a made-up class: {what a fault calls it: submission}."""
    from autograder.audit.answers import read_answers
    from autograder.commands.sample_class import made_up_answers
    from autograder.notebook import assembled

    kept = read_answers(course.root / FOLDER, notebook, list(grader.reference(notebook).run.captures))
    texts = {f"answer '{answer.name}'": answer.texts(notebook) for answer in kept}
    texts |= {f"made-up student {number}": theirs for number, theirs in enumerate(made_up_answers(notebook), 1)}
    return {name: assembled(notebook, theirs) for name, theirs in texts.items()}


def _notebooks(course: Course, options: argparse.Namespace) -> list[Notebook]:
    return [notebook for name in course.select(options.assignments) for notebook in course.notebooks(name)]


@contextmanager
def _graders(course: Course) -> Iterator[list[Grader]]:
    """Yield a grader on the CPU and, where there is a GPU, one on it: right answers are compared across them."""
    from autograder.grade.factory import choose_device, open_grader

    found = choose_device("auto")
    devices = [choose_device("cpu"), *([found] if found.device != "cpu" else [])]
    terminal().print(
        f"device: {' and '.join(one.device for one in devices)}{found.reason}",
        style="dim",
        markup=False,
        soft_wrap=True,
    )
    with ExitStack() as stack:
        yield [stack.enter_context(open_grader(course, device=one, allow_unisolated=True)) for one in devices]
