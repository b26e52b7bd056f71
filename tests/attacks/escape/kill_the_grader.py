"""Kill the grader, the fork server and the parent.

"""
import os
import signal

for target in (GRADER_PID, SERVER_PID, os.getppid()):
    for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
        try:
            if target:
                os.kill(target, number)
                print("LOOT: killed", target)
        except OSError:
            pass
