"""What was told of a text, remembered: most cells of a class are alike, and each is looked at once.

In: a function of a text. Out: the same function, which remembers the texts that it was last asked for, as many as fit
into a number of characters: what is kept of a text is in proportion to it, and students choose how long theirs are.
"""

from __future__ import annotations

import functools
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

__all__ = ["remembered"]

_T = TypeVar("_T")
_MOST = 2**20  # characters of all texts that one function remembers


def remembered(function: Callable[[str], _T]) -> Callable[[str], _T]:
    """Return the function with a memory; it may be called from several threads."""
    results: OrderedDict[str, _T] = OrderedDict()
    lock = threading.Lock()
    size = 0

    @functools.wraps(function)
    def asked(text: str) -> _T:
        nonlocal size
        with lock:
            if text in results:
                results.move_to_end(text)
                return results[text]
        result = function(text)
        with lock:
            if text not in results:
                results[text] = result
                size += len(text)
            while size > _MOST:
                size -= len(results.popitem(last=False)[0])
        return result

    return asked
