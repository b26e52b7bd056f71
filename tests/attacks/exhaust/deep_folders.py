"""Leave a folder deep enough that its path is longer than a path may be.

level: strong
"""
import os

here = os.getcwd()
try:
    for _ in range(300):
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
except OSError:
    pass
os.chdir(here)
