r"""A formula in LaTeX -> MathML, which browsers draw without a script.

In: an author's formula, without its dollar signs. Out: one <math> element in which there is MathML and nothing else,
or None where the converter does not take all of it: then the formula's source is shown.
"""

import re
from functools import lru_cache
from xml.etree import ElementTree as ET

__all__ = ["mathml"]

_SAME = (  # what the converter does not know -> what it knows, and looks the same
    (re.compile(r"\\\\\[\w+\]"), r"\\\\"),  # a distance between rows
    (re.compile(r"\{aligned\}"), "{align}"),
    (re.compile(r"(\\[Bb]igg?[lr]?)\\\|"), "\\1\N{DOUBLE VERTICAL LINE}"),
)
_NAME = re.compile(r"\{http://www\.w3\.org/1998/Math/MathML\}m[a-z]+")
_ATTRIBUTES = {
    "accent", "columnalign", "columnlines", "columnspacing", "depth", "display", "displaystyle", "fence", "form",
    "height", "largeop", "linethickness", "lspace", "mathcolor", "mathsize", "mathvariant", "maxsize", "minsize",
    "movablelimits", "notation", "rowlines", "rowspacing", "rspace", "scriptlevel", "separator", "stretchy",
    "symmetric", "voffset", "width",
}  # fmt: skip


@lru_cache(maxsize=4096)
def mathml(source: str, *, block: bool) -> str | None:
    r"""Return a formula as a <math> element, None if it cannot be converted; `block`: on lines of its own.

    >>> mathml(r"\unknown", block=False) is None
    True
    """
    from latex2mathml.converter import convert

    try:
        for pattern, known in _SAME:
            source = pattern.sub(known, source)
        formula = convert(source, display="block" if block else "inline").replace(r"\_", "_")
        root = ET.fromstring(formula)  # noqa: S314  of an author's formula; it declares no entities
    except Exception:  # noqa: BLE001  the converter has dozens of its own, and fails over what it does not know
        return None
    elements = list(root.iter())
    if any(_NAME.fullmatch(element.tag) is None or element.attrib.keys() - _ATTRIBUTES for element in elements):
        return None
    # a command that it does not know comes out as it went in
    return None if any((element.text or "").startswith("\\") for element in elements) else formula
