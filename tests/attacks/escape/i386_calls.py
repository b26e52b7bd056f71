"""Make a system call by the 32-bit entry, whose numbers mean other calls.

cell: solution-bn-backward
expect: run ends
says: signal 31
"""
import ctypes
import mmap

code = bytes([0xB8, 2, 0, 0, 0, 0xCD, 0x80, 0xC3])  # mov eax, 2 (fork); int 0x80; ret
page = mmap.mmap(-1, 4096, prot=7)
page.write(code)
if ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))() >= 0:
    print("LOOT: forked by int 0x80")
