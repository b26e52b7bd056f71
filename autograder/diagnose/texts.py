"""Texts and bytes: another end, another case, blanks, bytes shown instead of characters."""

from __future__ import annotations

from typing import Final

from autograder.diagnose.case import Values
from autograder.diagnose.items import empty
from autograder.diagnose.registry import relation
from autograder.diagnose.tokens import broken_characters, ids_as_characters
from autograder.diagnose.words import seen
from autograder.model import Diagnosis

__all__ = ["LONG_TEXTS", "TEXTS"]


@relation("reversed")
def back_to_front(values: Values) -> Diagnosis | None:
    """From the last character to the first."""
    if values.actual != values.expected[::-1]:
        return None
    return seen("reversed", "The right text, back to front. From which end are the parts put together?")


@relation("blanks")
def outer_blanks(values: Values) -> Diagnosis | None:
    """Blanks or line ends at the beginning or the end."""
    if values.actual.strip() != values.expected.strip():
        return None
    return seen("blanks", "All is right but for blanks or line ends at the beginning or the end.")


@relation("case")
def letter_case(values: Values) -> Diagnosis | None:
    """Capital for small letters."""
    if values.actual.lower() != values.expected.lower():
        return None
    return seen("case", "All is right but for capital and small letters.")


@relation("blanks", text=True)
def blanks(values: Values) -> Diagnosis | None:
    """Blanks or line ends anywhere."""
    if "".join(values.actual.split()) != "".join(values.expected.split()):
        return None
    return seen("blanks", "All is right but for blanks and line ends. Are the parts joined as they should be?")


@relation("shown bytes", text=True)
def shown_bytes(values: Values) -> Diagnosis | None:
    """What Python prints of bytes."""
    starts = ("b'", 'b"')
    if not values.actual.startswith(starts) or values.expected.startswith(starts):
        return None
    return seen(
        "shown bytes",
        "Your text begins with b and a quote: that is how Python shows bytes, not the text that they stand for.",
    )


@relation("bytes as characters", text=True)
def bytes_as_characters(values: Values) -> Diagnosis | None:
    """Each byte of UTF-8 as a character."""
    if values.actual != values.expected.encode().decode("latin-1"):
        return None
    return seen(
        "bytes as characters",
        "Each byte became a character of its own. Where does one character take several bytes, and what puts "
        "them together again?",
    )


@relation("broken characters", text=True)
def pieces_of_characters(values: Values) -> Diagnosis | None:
    """Pieces of characters, decoded one by one."""
    if not broken_characters(values.actual, values.expected):
        return None
    return seen(
        "broken characters",
        "Where a character should be there are �: pieces of characters were decoded one by one. When are all bytes "
        "of a character together?",
    )


@relation("replacement missing", text=True)
def replacement_missing(values: Values) -> Diagnosis | None:
    """No � for what could not be read."""
    if values.actual != values.expected.replace("\ufffd", ""):
        return None
    return seen(
        "replacement missing",
        "All is right but for the �, which are missing: what could not be read was dropped, and nothing shows it. "
        "What is to stand there?",
    )


@relation("end missing", "end too late")
def other_end(values: Values) -> Diagnosis | None:
    """Right, but it ends too early, or goes on too long."""
    actual, expected = values.actual, values.expected
    if expected[: len(actual)] == actual:
        return seen("end missing", "What is there is right, but it ends too early. When does the loop stop?")
    if actual[: len(expected)] == expected and expected:
        return seen("end too late", "It begins right, but goes on too long. When does the loop stop?")
    return None


# the special before the general
TEXTS: Final = (
    empty,
    back_to_front,
    outer_blanks,
    letter_case,
    blanks,
    shown_bytes,
    bytes_as_characters,
    ids_as_characters,
    pieces_of_characters,
    replacement_missing,
    other_end,
)
LONG_TEXTS: Final = (other_end,)  # of texts that are far too long for the others
