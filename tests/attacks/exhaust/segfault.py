"""Read an address where nothing is.

cell: solution-bn-backward
expect: run ends
says: signal 11
"""
import ctypes

ctypes.string_at(1)
