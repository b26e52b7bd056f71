"""What became of answers -> a table and lists on a terminal, and JSON.

Names hidden checks and quotes answers, so it is NOT for students.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from autograder.audit.accuracy import NOT_JUDGED, Accuracy, Graded, accuracy
from autograder.audit.answers import ANY, VERDICTS
from autograder.report.rows import rows_of

__all__ = ["accuracy_json", "accuracy_table", "answer_lines", "fault_lines"]

_FORMAT = 1
_STYLES = {"rejected": "bold red", "passed": "bold red", "false": "bold yellow", "vague": "yellow"}


def accuracy_table(graded: Mapping[str, Sequence[Graded]]) -> Table:
    """Return one row per notebook, and one for all; `graded`: by assignment."""
    table = Table()
    heads = ("right", "rejected", "wrong", "passed", *VERDICTS, NOT_JUDGED, "unseen")
    table.add_column("assignment")
    for head in heads:
        table.add_column(head, justify="right")
    for name, answers in graded.items():
        table.add_row(name, *_row(accuracy(answers)))
    if len(graded) > 1:
        table.add_section()
        table.add_row("all", *_row(accuracy(one for answers in graded.values() for one in answers)))
    return table


def fault_lines(graded: Iterable[Graded]) -> list[Text]:
    """Return a line for each right answer that was rejected, and for each wrong one that passed."""
    lines = []
    for one in graded:
        if one.correct:
            continue
        names = one.survived or tuple(check.name for check in one.failed)
        which = "every check" if names == (ANY,) else ", ".join(f"'{name}'" for name in names)
        what = f"a right answer is rejected by {which}" if one.answer.right else f"a wrong answer passes {which}"
        lines.append(Text(f"FAULT {one.answer.name}: {what}", style="bold red"))
    return lines


def answer_lines(graded: Graded) -> list[Text]:
    """Return what a person needs to judge an answer's first sentence: the cause, and each failed check in words.

    The check whose sentence comes first is green; a sentence that several checks show stands at the first of them.
    """
    answer = graded.answer
    lines = [Text(f"{answer.name}: {graded.verdict}", style="bold"), Text(f"  because: {answer.because}")]
    lines += [Text(f"  problem: {problem}", style="yellow") for problem in graded.problems]
    for check, said in zip(graded.failed, _said(graded), strict=True):
        diagnosis = check.diagnosis
        cause = f" [{diagnosis.source} {diagnosis.cause}]" if diagnosis is not None else ""
        is_first = graded.first is not None and check is graded.first[0]
        lines.append(Text(f"  {check.name}{cause}: {said}", style="green" if is_first else "dim"))
    return lines


def accuracy_json(graded: Mapping[str, Sequence[Graded]]) -> dict[str, Any]:
    """Return the sums of each notebook, of each batch and of all, and what became of each answer, as JSON values."""
    every = [one for answers in graded.values() for one in answers]
    batches = sorted({one.answer.batch for one in every if one.answer.batch is not None})
    return {
        "format": _FORMAT,
        "all": _sums(accuracy(every)),
        "notebooks": {name: _sums(accuracy(answers)) for name, answers in graded.items()},
        "batches": {
            str(batch): _sums(accuracy(one for one in every if one.answer.batch == batch)) for batch in batches
        },
        "answers": [_answer(one) for one in every],
    }


def _row(sums: Accuracy) -> list[Text]:
    numbers = {"right": sums.right, "rejected": sums.rejected, "wrong": sums.wrong, "passed": sums.passed}
    numbers |= sums.verdicts
    cells = [Text(str(number), style=_STYLES.get(what, "") if number else "dim") for what, number in numbers.items()]
    return [*cells, Text(f"{sums.unseen:.0%}")]


def _said(graded: Graded) -> list[str]:
    """Return what a student reads of each failed check, each in one line."""
    return [
        " ".join(f"{row.word}. {row.problem} {row.values} {row.advice} {row.remark}".split())
        for row in rows_of(graded.failed)
    ]


def _sums(sums: Accuracy) -> dict[str, Any]:
    return {
        "right": sums.right,
        "rejected": sums.rejected,
        "wrong": sums.wrong,
        "passed": sums.passed,
        "verdicts": dict(sums.verdicts),
        "unseen": sums.unseen,
    }


def _answer(graded: Graded) -> dict[str, Any]:
    answer, first = graded.answer, graded.first
    return {
        "name": answer.name,
        "right": answer.right,
        "batch": answer.batch,
        "because": answer.because,
        "correct": graded.correct,
        "verdict": None if answer.right else graded.verdict,
        "first": None
        if first is None
        else {"check": first[0].name, "source": first[1].source, "cause": first[1].cause},
        "failed": [
            {"check": check.name, "status": check.status.value, "said": said}
            for check, said in zip(graded.failed, _said(graded), strict=True)
        ],
    }
