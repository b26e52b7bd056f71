"""Wait for a lock that nobody will open, in C, with signals blocked.

cell: solution-bn-backward
expect: run ends
says: ran for more than
"""
import ctypes
import signal

signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
ctypes.PyDLL(None).pause()  # PyDLL keeps Python's own lock: no other thread runs either
