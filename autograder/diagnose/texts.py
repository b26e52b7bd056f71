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


@relation("reversed", "blanks", "case")
def nearly_text(values: Values) -> Diagnosis | None:
    """The right characters, or bytes, but for their direction, blanks around them or capital letters."""
    actual, expected = values.actual, values.expected
    if actual == expected[::-1]:
        return seen("reversed", "The right text, back to front. From which end are the parts put together?")
    if actual.strip() == expected.strip():
        return seen("blanks", "All is right but for blanks or line ends at the beginning or the end.")
    if actual.lower() == expected.lower():
        return seen("case", "All is right but for capital and small letters.")
    return None


@relation("blanks", "shown bytes", "bytes as characters", text=True)
def characters(values: Values) -> Diagnosis | None:
    """Characters joined in another way, or bytes that were made characters one by one."""
    actual, expected = values.actual, values.expected
    if "".join(actual.split()) == "".join(expected.split()):
        return seen("blanks", "All is right but for blanks and line ends. Are the parts joined as they should be?")
    if actual.startswith(("b'", 'b"')) and not expected.startswith(("b'", 'b"')):
        return seen(
            "shown bytes",
            "Your text begins with b and a quote: that is how Python shows bytes, not the text that they stand for.",
        )
    if actual == expected.encode().decode("latin-1"):
        return seen(
            "bytes as characters",
            "Each byte became a character of its own. Where does one character take several bytes, and what puts "
            "them together again?",
        )
    return None


@relation("broken characters", "replacement missing", text=True)
def unreadable(values: Values) -> Diagnosis | None:
    """� where a character belongs, or none where one belongs."""
    if broken_characters(values.actual, values.expected):
        return seen(
            "broken characters",
            "Where a character should be there are �: pieces of characters were decoded one by one. When are all bytes "
            "of a character together?",
        )
    if values.actual == values.expected.replace("\ufffd", ""):
        return seen(
            "replacement missing",
            "All is right but for the �, which are missing: what could not be read was dropped, and nothing shows it. "
            "What is to stand there?",
        )
    return None


@relation("end missing", "end too late")
def other_end(values: Values) -> Diagnosis | None:
    """Right, but it ends too early, or goes on too long."""
    actual, expected = values.actual, values.expected
    if expected[: len(actual)] == actual:
        return seen("end missing", "What is there is right, but it ends too early. What ends it?")
    if actual[: len(expected)] == expected and expected:
        return seen("end too late", "It begins right, but goes on too long. What is to end it?")
    return None


# the special before the general
TEXTS: Final = (empty, nearly_text, characters, ids_as_characters, unreadable, other_end)
LONG_TEXTS: Final = (other_end,)  # of texts that are far too long for the others
