"""Make system calls through io_uring, which seccomp does not see.

"""
import ctypes

libc = ctypes.CDLL(None)
libc.syscall.restype = ctypes.c_long
parameters = ctypes.create_string_buffer(120)
for call in ((425, 8, parameters), (426, 3, 1, 0, 0, 0, 0), (427, 3, 0, 0, 0)):
    if libc.syscall(*call) >= 0:
        print("LOOT: io_uring", call[0])
