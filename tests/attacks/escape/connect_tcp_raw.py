"""Connect by system calls, round Python's socket module.

"""
import ctypes
import struct

libc = ctypes.CDLL(None, use_errno=True)
address = struct.pack("=H", 2) + struct.pack("!H", CANARY_PORT) + bytes([127, 0, 0, 1]) + bytes(8)
descriptor = libc.socket(2, 1, 0)
if descriptor >= 0 and libc.connect(descriptor, address, 16) == 0:
    print("LOOT: connected")
