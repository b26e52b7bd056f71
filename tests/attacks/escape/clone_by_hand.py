"""Make a process by the bare system calls: fork, clone and clone3 with several flags.

"""
import ctypes
import os

libc = ctypes.CDLL(None)
libc.syscall.restype = ctypes.c_long
me = os.getpid()
arguments = (ctypes.c_uint64 * 11)(0, 0, 0, 0, 17)
for call in ((57,), (56, 17, 0, 0, 0, 0), (56, 0x10000000 | 17, 0, 0, 0, 0), (435, ctypes.addressof(arguments), 88)):
    made = libc.syscall(*map(ctypes.c_long, call))
    if os.getpid() != me or made == 0:
        os._exit(0)
    if made > 0:
        print("LOOT: a process by", call)
