"""Send bytes that are no message.

expect: run ends
says: is no answer
"""
import os

os.write(4, b"\0\0\0\x08\0\0\0\0not json" + bytes(range(256)))
