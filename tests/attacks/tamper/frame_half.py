"""Send half a frame and let the grader wait for the rest.

expect: run ends
says: was stopped
"""
import os
import time

os.write(4, b"\0\0\0\x40\0\0\0\x10{\"op\":")
while True:
    try:
        time.sleep(60)
    except BaseException:
        pass
