"""Read the environment that the process was started with, as Python and as libc have it.

expect: unharmed
"""
import ctypes
import os

libc = ctypes.CDLL(None)
entries = [value for value in os.environ.values()]
pointer = ctypes.POINTER(ctypes.c_char_p).in_dll(libc, "environ")
k = 0
while pointer and pointer[k]:
    entries.append(pointer[k].decode("latin1"))
    k += 1
for one in entries:
    if "canary-" in one.lower() or "attack_" in one.lower() or "secret" in one.lower():
        print("LOOT:", one)
