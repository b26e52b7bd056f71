"""Leave a process behind that outlives the run, in a session of its own.

"""
import os
import time

try:
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(30)
            open(CANARY_WRITE, "w").close()
        os._exit(0)
    print("LOOT: forked")
except OSError:
    pass
