"""Make a system call by x32's numbers, which a filter may have forgotten.

cell: solution-bn-backward
expect: run ends
says: signal 31
"""
import ctypes

libc = ctypes.CDLL(None)
libc.syscall.restype = ctypes.c_long
for number in (41, 59, 101):  # socket, execve, ptrace
    if libc.syscall(0x40000000 | number, 2, 1, 0) >= 0:
        print("LOOT: x32", number)
