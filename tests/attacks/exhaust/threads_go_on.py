"""Leave threads behind that burn the processor while the rest of the notebook is graded.

"""
import threading
import time

end = time.monotonic() + 1


def burn():
    while time.monotonic() < end:
        pass


for _ in range(4):
    threading.Thread(target=burn).start()
