"""Become another program: exec, from a file and from a descriptor.

"""
import ctypes
import os

for path in ("/bin/sh", "/usr/bin/env", "/usr/bin/su"):
    try:
        os.execv(path, ["sh", "-c", "touch CANARY_WRITE; echo LOOT: a shell"])
    except OSError:
        pass
libc = ctypes.CDLL(None)
arguments = (ctypes.c_char_p * 4)(b"sh", b"-c", b"echo LOOT: a shell", None)
try:
    libc.fexecve(os.open("/bin/sh", os.O_RDONLY), arguments, (ctypes.c_char_p * 1)(None))
except OSError:
    pass
