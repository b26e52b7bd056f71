"""Let a thread go on printing into whatever cell comes next.

expect: unharmed
"""
import threading
import time


def go_on():
    while True:
        print("all checks passed")
        time.sleep(0.05)


threading.Thread(target=go_on, daemon=True).start()
