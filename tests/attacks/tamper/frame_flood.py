"""Flood the grader with well-formed messages that nobody asked for.

expect: run ends
"""
import os

from autograder.wire.channel import pack

message = pack({"op": "output", "kind": "text"}, bytes(1 << 20))
while True:
    view = memoryview(message)
    while view:
        view = view[os.write(4, view) :]
