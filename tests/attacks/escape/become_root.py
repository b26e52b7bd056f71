"""Get another user, group or capability.

"""
import ctypes
import os

for change in (lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.setresuid(0, 0, 0), lambda: os.setgroups([0]),
               lambda: os.setreuid(os.getuid() + 1, -1)):
    try:
        change()
        print("LOOT: changed", os.getresuid(), os.getgroups())
    except OSError:
        pass
libc = ctypes.CDLL(None)
header = (ctypes.c_uint * 2)(0x20080522, 0)
everything = (ctypes.c_uint * 6)(*[0xFFFFFFFF] * 6)
if libc.capset(header, everything) == 0:
    print("LOOT: all capabilities")
if libc.prctl(8, 1, 0, 0, 0) == 0 or libc.prctl(47, 2, 1, 0, 0) == 0 or libc.prctl(28, 1, 0, 0, 0) == 0:
    print("LOOT: capabilities are kept")
