"""Run another program, by every way that Python has.

"""
import os
import subprocess

for start in (
    lambda: subprocess.run(["/bin/cat", CANARY_FILE], check=True, capture_output=True).stdout,
    lambda: os.posix_spawn("/bin/cat", ["cat", CANARY_FILE], {}),
    lambda: os.popen("cat CANARY_FILE").read() or 1 / 0,
    lambda: 1 / (os.system("touch CANARY_WRITE") == 0),
    lambda: os.spawnv(os.P_WAIT, "/bin/cat", ["cat", CANARY_FILE]),
):
    try:
        print("LOOT:", start())
    except (OSError, ZeroDivisionError, subprocess.SubprocessError):
        pass
