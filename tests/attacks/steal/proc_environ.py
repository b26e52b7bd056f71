"""Read the environments and command lines of all processes.

expect: unharmed
"""
import os

for pid in {*range(1, 64), GRADER_PID, SERVER_PID, os.getppid()}:
    for name in ("environ", "cmdline", "status", "stat", "auxv", "maps"):
        try:
            with open(f"/proc/{pid}/{name}", "rb") as file:
                print("LOOT:", pid, name, file.read()[:500])
        except OSError:
            pass
