"""Kill the own process.

cell: solution-bn-backward
expect: run ends
"""
import ctypes
import os
import signal

os.kill(os.getpid(), signal.SIGKILL)
ctypes.CDLL(None).syscall(231, 9)  # exit_group, where the first process cannot kill itself
