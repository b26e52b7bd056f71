"""Overflow the stack of C: no limit on Python's, and a repr nested too deep.

cell: solution-bn-backward
expect: run ends
"""
import sys

sys.setrecursionlimit(10**9)


class Deep:
    def __repr__(self):
        return repr([Deep()])


repr(Deep())
