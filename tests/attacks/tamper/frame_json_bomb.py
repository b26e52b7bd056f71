"""Send a message whose JSON is nested as deeply as a message can be long.

expect: run ends
says: is no answer
"""
import os
import struct

header = b'{"op":' + b"[" * 30000 + b"]" * 30000 + b"}"
os.write(4, struct.pack(">II", len(header), 0) + header)
