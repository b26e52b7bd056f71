"""The command `autograder build`: release/ and solutions/ from source/, or whether they are up to date.

In: the command's options. Out: released notebooks with their expected values, solved notebooks, the gradebook's
assignments, and what `autograder lint` says of them; with `--check` only what is stale. It does NOT make them itself:
gradebook/ does.
"""

from __future__ import annotations

import argparse

from autograder.commands.console import progress_bar, warn
from autograder.commands.course import course_of, gradebook_room

__all__ = ["build"]


def build(options: argparse.Namespace) -> int:
    """Build the assignments that the options name; return the exit code."""
    from autograder.grade.factory import open_public
    from autograder.isolation import ForkServer
    from autograder.lint import lint, slow_problems

    gradebook = gradebook_room()
    course = course_of(options)
    names = course.select(options.assignments)
    if options.check:
        with open_public(course) as grader, ForkServer(allow_unisolated=True) as elsewhere:
            problems = gradebook.stale(course, names, grader, elsewhere=elsewhere)
        for sentence in problems:
            print(sentence)
        if not problems:
            print(f"release/ and solutions/ are up to date ({len(names)} assignments)")
        return 1 if problems else 0
    differ = gradebook.disagreeing(course, names)
    changed = [
        name for name in names if options.force or name in differ or not gradebook.built_from_source(course, name)
    ]
    gradebook.enter(course, [name for name in names if name not in changed])
    if changed:
        with (
            open_public(course) as grader,
            ForkServer(allow_unisolated=True) as elsewhere,  # a second one, where sets have another order
            progress_bar("built", len(changed)) as progress,
        ):
            gradebook.build(course, changed, grader, elsewhere=elsewhere, progress=progress.ends)
            seconds = {name: grader.reference(course.notebooks(name)[0]).run.seconds for name in changed}
        for name in changed:
            for problem in [*lint(course, name), *slow_problems(seconds[name])]:
                warn(f"LINT: source/{name}: {problem}")
    print(f"built: {', '.join(changed) or 'nothing, for no source has changed'}")
    print("release/ is for students, solutions/ for later")
    for sentence in gradebook.without_source(course):
        warn(f"LEFT OVER: {sentence}")
    return 0
