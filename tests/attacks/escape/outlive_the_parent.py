"""Undo what ties the run to its parent (the death signal, the session), then go on after the notebook's end.

"""
import ctypes
import os
import threading
import time

libc = ctypes.CDLL(None)
if libc.prctl(1, 0, 0, 0, 0) == 0:
    print("LOOT: no signal at the parent's death")
for call in (os.setsid, lambda: os.setpgid(0, 0)):
    try:
        call()
        print("LOOT: a session of its own")
    except OSError:
        pass


def go_on():
    while True:
        time.sleep(0.05)


threading.Thread(target=go_on).start()  # not a daemon: Python would wait for it
