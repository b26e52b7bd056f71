"""Crash by libc's abort, with every handler taken off.

cell: solution-bn-backward
expect: run ends
"""
import ctypes

ctypes.CDLL(None).abort()
