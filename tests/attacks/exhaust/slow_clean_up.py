"""Make the end of the run slow: destructors and exit handlers that never return.

"""
import atexit
import time
import weakref


class Sticky:
    def __del__(self):
        time.sleep(3600)


kept = Sticky()
atexit.register(time.sleep, 3600)
weakref.finalize(kept, time.sleep, 3600)
