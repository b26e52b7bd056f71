"""Send well-formed answers for later checks during the own cell, in proper dialogue.

expect: unharmed
"""
from autograder.wire import values
from autograder.wire.channel import read_frame, write_frame

for name in ("mean", "dx", "bn_train, two examples", "fold, W"):
    write_frame(4, {"op": "capture", "name": name, "variable": True, "options": [1, None, None, None, None]}, values.encode(torch.zeros(1)))
    if read_frame(3).header.get("bind"):
        print("LOOT: a value was sent back")
