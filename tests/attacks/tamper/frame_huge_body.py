"""Announce a body that is just larger than all that a notebook may send, and begin to send it.

expect: run ends
says: is no answer
"""
import os
import struct

header = b'{"op":"capture","name":"mean","error":null}'
os.write(4, struct.pack(">II", len(header), 0x7FFFFFFF) + header)
for _ in range(1000):
    os.write(4, bytes(1 << 16))
