"""Find out which students there are by asking for the size of files that cannot be read.

expect: unharmed
level: strong
"""
import os

for path in (OTHER_SUBMISSION, GRADEBOOK, CANARY_FILE, os.path.dirname(CANARY_FILE), "/etc/passwd", "/home", "/proc/1"):
    for look in (os.stat, os.lstat, os.listdir, lambda p: os.access(p, os.F_OK) or os.stat(p + "/nothing")):
        try:
            print("LOOT:", path, look(path))
        except OSError:
            pass
