"""Leave a process behind.

expect: unharmed
harm: stray
"""
import os
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        import time
        time.sleep(60)
    os._exit(0)
