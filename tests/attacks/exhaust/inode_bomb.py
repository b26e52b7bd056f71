"""Make as many empty files and folders as there can be; which of the limits ends it depends on the level.

cell: solution-bn-backward
expect: run ends
"""
import os

try:
    for number in range(1_000_000):
        os.mkdir(f"d{number}")
        open(f"d{number}/f", "w").close()
    print("LOOT: two million", flush=True)
except OSError:
    pass
os._exit(0)  # where it is an error inside
