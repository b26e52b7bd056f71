"""Copy memory out of the grader with process_vm_readv.

expect: unharmed
"""
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(64)
local = (ctypes.c_ulong * 2)(ctypes.addressof(buffer), 64)
remote = (ctypes.c_ulong * 2)(id(None), 64)  # forked processes have the same addresses
for pid in (GRADER_PID, SERVER_PID, os.getppid()):
    if libc.process_vm_readv(pid, local, 1, remote, 1, 0) > 0:
        print("LOOT:", pid, buffer.raw)
