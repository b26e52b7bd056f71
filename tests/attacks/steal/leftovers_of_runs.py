"""Leave a file wherever one can be left, and look for those that other runs have left.

expect: unharmed
"""
import os
import tempfile

for folder in (".", "..", "/tmp", "/var/tmp", "/dev/shm", "/dev", "/scratch", tempfile.gettempdir(), os.path.expanduser("~")):
    try:
        print("LOOT:", folder, open(f"{folder}/left-behind").read())
    except OSError:
        pass
for folder in ("..", "/tmp", "/var/tmp"):
    try:
        others = [name for name in os.listdir(folder) if name.isdigit() or name.startswith("autograder-")]
    except OSError:
        continue
    if others:
        print("LOOT:", folder, others)
for folder in ("..", "/tmp", "/var/tmp", "/dev/shm", "/dev"):
    try:
        with open(f"{folder}/left-behind", "w") as file:
            file.write("mine")
        if folder != "..":
            print("LOOT: could be left in", folder)
    except OSError:
        pass
