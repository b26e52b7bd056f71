"""Send a tensor whose header claims a shape that is far larger than its data.

where: instead
expect: costs own
says: not the encoding of a value
"""
import json

from autograder.wire import values

honest_encode, left = values.encode, [3]
shapes = iter([[1, 3], [2**31, 2**31], [10**6, 10**6]])


def encode(value, **options):
    left[0] -= 1
    if left[0] < 0:
        return honest_encode(value, **options)
    tree = b'["tensor"]'
    header = json.dumps({"0": {"dtype": "F64", "shape": next(shapes), "data_offsets": [0, 8]}}).encode()
    return len(tree).to_bytes(4, "little") + tree + len(header).to_bytes(8, "little") + header + bytes(8)


values.encode = encode
mean = diff = var = 0
