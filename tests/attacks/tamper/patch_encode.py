"""Send one's own bytes in the place of a value: nothing at all.

where: instead
expect: costs own
says: not the encoding of a value
"""
from autograder.wire import values

honest_encode, left = values.encode, [3]


def encode(value, **options):
    left[0] -= 1
    return b"" if left[0] >= 0 else honest_encode(value, **options)


values.encode = encode
mean = diff = var = 0
