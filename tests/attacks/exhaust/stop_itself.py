"""Stop the own process, again and again, so that it neither works nor ends.

cell: solution-bn-backward
expect: run ends
"""
import os
import signal

signal.signal(signal.SIGALRM, signal.SIG_IGN)
while True:
    os.kill(os.getpid(), signal.SIGSTOP)
