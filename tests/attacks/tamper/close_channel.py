"""Close the channel, so that the grader waits for nothing.

expect: run ends
"""
import os

os.closerange(3, 100)
