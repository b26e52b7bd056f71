"""All proofs of one notebook in one go.

In: a source notebook and a grader. Out: an `Audit`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from autograder.audit.alternatives import AlternativeAudit, try_alternatives
from autograder.audit.clashes import Clash, clashes
from autograder.audit.given import given_away
from autograder.audit.killing import MutantsAudit, kill
from autograder.audit.luck import Luck, Secrets
from autograder.audit.margins import Margins
from autograder.audit.measuring import measure, runs_of
from autograder.audit.mutants import mutants
from autograder.audit.withheld import Diagnosed, withheld
from autograder.diagnose import require_known
from autograder.errors import ReferenceRunError
from autograder.grade import Grader, require_determined
from autograder.isolation import Launcher
from autograder.notebook import Notebook, Submission

__all__ = ["Audit", "Effort", "audit", "steps_of"]


@dataclass(frozen=True, slots=True)
class Effort:
    """How much an audit is to run."""

    seeds: int = 3  # secrets that margins are measured on
    secrets: int = 0  # secrets that known answers are graded on; at least `seeds`
    mutants: int | None = None  # how many of a notebook's; None: all


@dataclass(frozen=True, slots=True)
class Audit:
    """What is known of one notebook's checks."""

    assignment: str
    notebook: str
    checks: int
    hidden: int
    points: float
    alternatives: tuple[AlternativeAudit, ...]
    margins: Margins
    mutants: MutantsAudit
    diagnosed: Diagnosed
    luck: Luck
    clashes: tuple[Clash, ...]  # no faults: notes
    notebook_faults: tuple[str, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything that is at fault, in words."""
        return (
            *self.notebook_faults,
            *(
                f"{alternative.kind} '{alternative.name}' {fault}"
                for alternative in self.alternatives
                for fault in alternative.faults
            ),
            *self.margins.faults(),
            *self.mutants.faults,
            *self.luck.faults(),
            *(f"right code gets a diagnosis: {name}" for name in self.diagnosed.variants_diagnosed),
        )

    @property
    def passed(self) -> bool:
        """Whether nothing is at fault."""
        return not self.faults

    def count(self, kind: str) -> int:
        """Return how many misconceptions, or variants, there are."""
        return sum(alternative.kind == kind for alternative in self.alternatives)


def audit(
    notebook: Notebook,
    grader: Grader,
    *,
    effort: Effort | None = None,
    jobs: int = 1,
    devices: Sequence[Grader] = (),
    elsewhere: Launcher | None = None,
    known: Mapping[str, Submission] | None = None,
    progress: Callable[[str], None] | None = None,
) -> Audit:
    """Prove a notebook's checks.

    Raises ReferenceRunError if the solution itself fails, NotebookError if a `shows:` names an unknown cause.

    `elsewhere`: a second process, for the proof that nothing is left to chance (`require_determined`).
    `devices` are graders of the same course on other devices: how far theirs differ from this one's
    counts as an error of a right answer.
    `known`: answers to grade on each secret besides the misconceptions, {what a fault calls it: submission}.
    """
    for alternative in notebook.alternatives:
        require_known(alternative.shows, f"{notebook.name}: `shows:` of misconception {alternative.name!r}")
    effort = effort or Effort()
    reference = grader.reference(notebook)
    captures = reference.run.captures.values()
    grader.run_misconceptions(notebook, jobs=jobs)
    alternatives, faults = try_alternatives(notebook, grader, jobs=jobs, progress=progress)
    secrets = Secrets(notebook, known or {}, jobs=jobs, progress=progress)
    margins = measure(
        notebook, grader, seeds=effort.seeds, jobs=jobs, devices=devices, progress=progress, on_secret=secrets.look
    )
    for number in range(effort.seeds, effort.secrets):
        secrets.look(grader.variation(number))
    return Audit(
        assignment=notebook.assignment,
        notebook=notebook.name,
        checks=len(captures),
        hidden=sum(capture.hidden for capture in captures),
        points=notebook.points,
        alternatives=alternatives,
        margins=margins,
        mutants=kill(notebook, grader, mutants(notebook), jobs=jobs, progress=progress, sample=effort.mutants),
        diagnosed=withheld(notebook, grader, progress=progress),
        luck=secrets.luck(),
        clashes=tuple(clashes(notebook, grader)),
        notebook_faults=(*faults, *given_away(reference), *_left_to_chance(notebook, grader, elsewhere)),
    )


def _left_to_chance(notebook: Notebook, grader: Grader, elsewhere: Launcher | None) -> Iterator[str]:
    try:
        require_determined(notebook, grader, grader.on(elsewhere or grader.launcher))
    except ReferenceRunError as error:
        yield str(error)


def steps_of(notebook: Notebook, effort: Effort, *, devices: int = 0, known: int = 0) -> int:
    """Return how many times `audit` reports progress, at most."""
    number = len(mutants(notebook))
    tried = number if effort.mutants is None else min(number, effort.mutants)
    measured = runs_of(notebook, seeds=effort.seeds, devices=devices)
    misconceptions = sum(other.kind == "misconception" for other in notebook.alternatives)
    on_secrets = max(effort.seeds, effort.secrets) * (misconceptions + known)
    return 2 * len(notebook.alternatives) + measured + on_secrets + tried
