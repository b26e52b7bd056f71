"""The look at feedback pages finds what acts, and is not alarmed by what is only text."""

from __future__ import annotations

import pytest
from pages import complaints

from autograder.gradebook.fill import shown
from autograder.gradebook.pictures import Room
from autograder.model import Output


@pytest.mark.parametrize(
    "html",
    [
        "<script>ATTACK_ACTIVE</script>",
        "<p><img src=x onerror='ATTACK_ACTIVE()'></p>",
        "<svg onload=ATTACK_ACTIVE />",
        "<a href='javascript:ATTACK_ACTIVE'>x</a>",
        "<style>b { background: url(//127.0.0.1/ATTACK_ACTIVE) }</style>",
        "<iframe srcdoc='&lt;script>ATTACK_ACTIVE&lt;/script>'></iframe>",
        "<!-- ATTACK_ACTIVE -->",
        "<pre>\x1b[2J</pre>",
        "<pre>\u202edessap</pre>",
        "<pre>LEAKED: [1.0]</pre>",
        "<pre>File /x/autograder/worker/worker.py:7, in f()</pre>",
        "x" * 7_000_000,
    ],
    ids=range(12),
)
def test_what_acts_is_found(html: str) -> None:
    """Each way in which a payload could have an effect is a complaint."""
    assert complaints(f"<html><body>{html}</body></html>")


def test_text_is_no_complaint() -> None:
    """The same payload, escaped, is something to read."""
    shown = "<pre>&lt;script&gt;ATTACK_ACTIVE&lt;/script&gt; &lt;img onerror=ATTACK_ACTIVE&gt; \\u202e</pre>"
    assert complaints(f"<html><body><script>ours()</script>{shown}</body></html>") == []


def test_frames_of_the_worker_are_cut_from_tracebacks() -> None:
    """A student reads of the own lines, not of those that called them or stopped them."""
    own = "Cell In[1], line 2\n----> 2 f()\n\n"
    ours = "File /x/autograder/worker/worker.py:265, in stop(self)\n    264 if late:\n--> 265     raise Late\n\n"
    (output,) = shown([Output("error", f"{own}{ours}Late: too long")], Room())
    assert output["traceback"] == [*own.split("\n")[:-1], "Late: too long"]
