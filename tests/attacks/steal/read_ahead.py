"""Read the channel ahead of time: the next cells, hidden cases, answers that are under way.

expect: unharmed
"""
import os

os.set_blocking(3, False)
try:
    print("LOOT:", os.read(3, 1 << 20))
except BlockingIOError:
    pass
os.set_blocking(3, True)
