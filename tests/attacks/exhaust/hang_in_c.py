"""Stay in one call of C that never looks at Python's signals.

cell: solution-bn-backward
expect: run ends
says: ran for more than
"""
import collections
import itertools

collections.deque(itertools.repeat(0), maxlen=0)
