"""Point standard output at the channel, so that what is printed becomes messages.

expect: run ends
"""
import os

os.dup2(4, 1)
print('\0\0\0\x0f\0\0\0\0{"op":"passed"}', flush=True)
