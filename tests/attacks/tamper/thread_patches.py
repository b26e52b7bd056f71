"""Let a thread bind the names of later answers to what it likes, again and again.

where: instead
expect: run ends
"""
import threading
import time

space = globals()


def go_on():
    while "xhat" not in space:
        space["mean"] = space["diff"] = space["var"] = torch.zeros(1)
        time.sleep(0.001)
    time.sleep(0)


threading.Thread(target=go_on, daemon=True).start()
time.sleep(0.05)
