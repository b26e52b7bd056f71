"""Send a number with sixty thousand digits, which is slow to read.

expect: run ends
says: is no answer
"""
import os
import struct

header = b'{"op":"seed","case":' + b"9" * 60000 + b"}"
os.write(4, struct.pack(">II", len(header), 0) + header)
