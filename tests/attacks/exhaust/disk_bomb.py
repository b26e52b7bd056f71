"""Fill the disk, in many files of a size that is allowed; which of the limits ends it depends on the level.

cell: solution-bn-backward
expect: run ends
"""
import itertools
import os

block = bytes(1 << 20)
try:
    for number in itertools.count():
        with open(f"big-{number}", "wb") as file:
            for _ in range(4):
                file.write(block)
        if number > 256:
            print("LOOT: a gigabyte written", flush=True)
            break
except OSError:
    pass
os._exit(0)  # where it is an error inside
