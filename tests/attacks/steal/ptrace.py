"""Attach to the grader, the fork server and the supervisor as a debugger.

expect: unharmed
"""
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
for request in (16, 0x4206):  # PTRACE_ATTACH, PTRACE_SEIZE
    for pid in (GRADER_PID, SERVER_PID, os.getppid(), 1):
        if pid != os.getpid() and libc.ptrace(request, pid, 0, 0) == 0:
            print("LOOT: attached to", pid)
