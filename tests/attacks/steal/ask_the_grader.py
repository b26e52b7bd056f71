"""Ask the grader over the channel for what it knows: a request that no worker makes.

expect: run ends
"""
from autograder.wire.channel import read_frame, write_frame

write_frame(4, {"op": "expected", "name": "mean"})
print("LOOT:", read_frame(3))
