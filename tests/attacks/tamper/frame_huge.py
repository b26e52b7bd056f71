"""Announce a frame of four gigabytes.

expect: run ends
says: is no answer
"""
import os

os.write(4, b"\xff\xff\xff\xff\xff\xff\xff\xff")
