"""Look for shared memory of other processes: /dev/shm, System V segments, message queues.

expect: unharmed
"""
import ctypes
import os

try:
    names = os.listdir("/dev/shm")
    print("LOOT:", names)
except OSError:
    pass
libc = ctypes.CDLL(None, use_errno=True)
for key in range(0, 40):
    if libc.shmget(key or 0x5EC1, 1, 0) >= 0 or libc.msgget(key + 1, 0) >= 0 or libc.semget(key + 1, 1, 0) >= 0:
        print("LOOT: a segment, queue or semaphore", key)
try:
    from multiprocessing import shared_memory

    print("LOOT:", shared_memory.SharedMemory("psm_1", create=True, size=8).name)
except (OSError, ImportError):
    pass
