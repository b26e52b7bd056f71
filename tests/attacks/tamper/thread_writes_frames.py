"""Let a thread go on writing messages between those of the worker.

expect: run ends
"""
import os
import threading
import time

from autograder.wire.channel import pack


def go_on():
    while True:
        os.write(4, pack({"op": "capture", "name": "mean", "variable": True, "options": []}, b"x"))
        time.sleep(0)  # the others may go on too


threading.Thread(target=go_on, daemon=True).start()
time.sleep(0.2)
