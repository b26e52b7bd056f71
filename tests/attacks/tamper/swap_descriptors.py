"""Put one's own pipe in the place of the channel, and answer the worker oneself.

expect: run ends
"""
import os

read, write = os.pipe()
os.dup2(write, 4)
os.dup2(read, 3)
