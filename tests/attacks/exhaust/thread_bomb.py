"""Start threads until none can be started, and keep them; which of the limits ends it depends on the level.

cell: solution-bn-backward
expect: run ends
"""
import os
import threading
import time

threading.stack_size(32768)
while True:
    try:
        threading.Thread(target=time.sleep, args=(60,)).start()
    except (RuntimeError, MemoryError):
        os._exit(0)  # where it is an error inside, nobody waits for the threads
