"""Call libc's own system() and popen(), round Python.

"""
import ctypes

libc = ctypes.CDLL(None)
libc.popen.restype = ctypes.c_void_p
if libc.system(b"touch CANARY_WRITE; echo LOOT: a shell") == 0:
    print("LOOT: a shell")
if libc.popen(b"touch CANARY_WRITE", b"r"):
    print("LOOT: a pipe")
