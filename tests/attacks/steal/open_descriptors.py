"""Read from every file descriptor that was left open.

expect: unharmed
"""
import os
import stat

for descriptor in range(5, 4096):
    try:
        mode = os.fstat(descriptor).st_mode
    except OSError:
        continue
    print("LOOT: a descriptor is open", descriptor, stat.filemode(mode))
