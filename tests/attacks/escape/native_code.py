"""Open the file and make a socket from machine code of one's own, without libc.

"""
import ctypes
import mmap

# mov rax, rdi; mov rdi, rsi; mov rsi, rdx; mov rdx, rcx; syscall; ret
code = bytes.fromhex("4889f8 4889f7 4889d6 4889ca 0f05 c3".replace(" ", ""))
try:
    page = mmap.mmap(-1, 4096, prot=7)
    page.write(code)
    call = ctypes.CFUNCTYPE(*[ctypes.c_long] * 5)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
    path = ctypes.create_string_buffer(CANARY_FILE.encode())
    opened = call(2, ctypes.addressof(path), 0, 0)
    if opened >= 0:
        content = ctypes.create_string_buffer(200)
        call(0, opened, ctypes.addressof(content), 199)
        print("LOOT:", content.value)
    if call(41, 2, 1, 0) >= 0:
        print("LOOT: a socket")
    if call(57, 0, 0, 0) >= 0:
        print("LOOT: a process")
except OSError:
    pass
