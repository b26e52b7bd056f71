"""Write bytes that are no text, half of letters, zeros, and text that no file can hold.

expect: costs own
"""
import os
import sys

os.write(1, bytes(range(256)) + b"\xff\xfe\x00\xd8\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80")
os.write(2, b"\x00" * 1000 + b"\xf0\x9f")
sys.stdout.buffer.write(b"\xc3")
print("\ud800 half a pair \udfff")
display("\ud83d")
raise ValueError("\x00\x01\ufffe\uffff")
