"""Take over the grader's open files with pidfd_open and pidfd_getfd.

expect: unharmed
"""
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
for pid in (GRADER_PID, SERVER_PID, os.getppid()):
    handle = libc.syscall(434, pid, 0)
    if handle < 0:
        continue
    for number in range(3, 40):
        taken = libc.syscall(438, handle, number, 0)
        if taken >= 0:
            print("LOOT: took descriptor", number, "of", pid)
