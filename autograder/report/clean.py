r"""Text from a student's process -> text that is safe to show: bounded, and nothing in it acts.

Exception messages, names and values may hold anything: terminal commands, characters that turn the
direction of writing or are invisible, half of a surrogate pair, ten megabytes. `clean_text` takes
colours and other terminal commands out, makes every other acting character visible as `\u202e`,
and bounds lines and length. It does NOT escape for HTML or for rich's markup: that is each
renderer's own last step. `visible_code` leaves a program whole and only shows what hides in it;
`clean_value` is for one cell of a spreadsheet.
"""

import re
import unicodedata

__all__ = ["clean_text", "clean_value", "visible_code"]

_TERMINAL_COMMAND = re.compile(
    r"""
      \x1b\[ [0-?]* [ -/]* [@-~]?                  # colours, cursor movements
    | \x1b[\]PX^_] [^\x07\x1b]* (?:\x07|\x1b\\)    # titles, links: up to their end
    | \x1b [ -/]* [0-~]?                           # every other escape sequence
    """,
    re.VERBOSE,
)
_LINE_END = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_JOINERS = "\u200c\u200d"  # scripts and emoji need them; they turn and hide nothing
_MARKS_IN_A_ROW = 4  # accents on one letter; more of them climb over the neighbouring lines
_HIDDEN_IN_CODE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
# At the start, or behind what some country's spreadsheet ends a cell with; full-width signs count as well.
_FORMULA = re.compile("(^\\s*|[;,|\"']\\s*)([=+\\-@\uff1d\uff0b\uff0d\uff20])")
_READ_PER_CHAR = 8  # characters looked at for each one that is shown


def clean_text(text: str, *, max_chars: int = 2000, max_lines: int = 40) -> str:
    r"""Return `text` without anything that acts, at most `max_chars` and `max_lines` long.

    What is cut is marked by an ellipsis, which counts. With `max_lines=1` lines are joined by spaces.

    >>> clean_text("\x1b[31mred\x1b[0m, \u202edesrever")
    'red, \\u202edesrever'
    """
    if max_chars < 1 or max_lines < 1:
        raise ValueError("max_chars and max_lines must be at least 1")
    if len(text) <= max_chars and text.isascii() and text.isprintable():  # as nearly all are
        return text.strip() if max_lines == 1 else text.rstrip()
    looked_at = text[: _READ_PER_CHAR * max_chars + 64]
    plain = _LINE_END.sub("\n", _TERMINAL_COMMAND.sub("", looked_at)).expandtabs(4)
    lines = [_visible(line).rstrip() for line in plain.strip("\n").split("\n")]
    if max_lines == 1:
        lines = [" ".join(line.strip() for line in lines if line.strip())]
    return _cut(lines, max_chars, max_lines, cut=len(looked_at) < len(text))


def visible_code(text: str) -> str:
    """Return a program with its control characters, and those that turn or hide text, written as escapes."""
    return _HIDDEN_IN_CODE.sub(lambda match: _escape(match.group()), text)


def clean_value(text: str, *, max_chars: int = 300) -> str:
    """Return one line that no spreadsheet takes for a formula, whatever it splits its lines at.

    >>> clean_value("=1+1")
    "'=1+1"
    """
    return _FORMULA.sub(r"\1'\2", clean_text(text, max_chars=max_chars, max_lines=1))


def _visible(line: str) -> str:
    """Write characters that act or cannot be encoded as escapes, and drop piled-up accents."""
    if line.isascii() and line.isprintable():
        return line
    chars: list[str] = []
    marks = 0
    for char in line:
        category = unicodedata.category(char)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > _MARKS_IN_A_ROW:
            continue
        # Cc control, Cf format (bidi, zero width, tags), Cs surrogate, Co private, Cn unassigned
        acts = category[0] == "C" and char not in _JOINERS
        chars.append(_escape(char) if acts else " " if category == "Zs" else char)
    return "".join(chars)


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _cut(lines: list[str], max_chars: int, max_lines: int, *, cut: bool) -> str:
    if len(lines) > max_lines:
        lines, cut = lines[:max_lines], True
    text = "\n".join(lines)
    if len(text) > max_chars or (cut and len(text) == max_chars):
        return text[: max_chars - 1] + "…"
    return text + "…" if cut else text
