"""Flood the grader with the smallest messages that there are, a million of them.

expect: run ends
"""
import os

from autograder.wire.channel import pack

messages = pack({"op": "output", "kind": "text"}) * 2000
while True:
    view = memoryview(messages)
    while view:
        view = view[os.write(4, view) :]
