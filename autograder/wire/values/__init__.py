"""What crosses the wall between a student's process and the grader: values <-> bytes.

In: tensors, ndarrays, numbers, text, bytes, None, and lists, tuples, dicts, sets of these. Out: one
blob, the same value again on the other side. Nothing is ever executed to read a blob (no pickle), and
nothing is compared or judged here.

    layout.py      the form of a blob, its limits, and what both directions check
    encoding.py    encode: runs beside a student's code, calls no method of a value
    decoding.py    decode: trusts nothing
"""

from autograder.wire.values.decoding import decode
from autograder.wire.values.encoding import encode

__all__ = ["decode", "encode"]
