"""Open the grader's open files anew through /proc/PID/fd.

expect: unharmed
"""
import os

for pid in (GRADER_PID, SERVER_PID, os.getppid()):
    for descriptor in range(40):
        try:
            with open(f"/proc/{pid}/fd/{descriptor}", "rb") as file:
                os.set_blocking(file.fileno(), False)
                print("LOOT:", pid, descriptor, file.read(200))
        except OSError:
            pass
