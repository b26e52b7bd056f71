"""Send a value whose tree is a million brackets.

where: instead
expect: costs own
says: not the encoding of a value
"""
from autograder.wire import values

honest_encode, left = values.encode, [3]


def encode(value, **options):
    left[0] -= 1
    tree = b'["list",' * 500_000 + b"0" + b"]" * 500_000
    return len(tree).to_bytes(4, "little") + tree + bytes(8) if left[0] >= 0 else honest_encode(value, **options)


values.encode = encode
mean = diff = var = 0
