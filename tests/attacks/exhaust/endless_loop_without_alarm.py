"""Take the interruption off: ignore the signal, stop the timer, block it; then never end.

cell: solution-bn-backward
expect: run ends
says: ran for more than
"""
import signal

signal.signal(signal.SIGALRM, signal.SIG_IGN)
signal.setitimer(signal.ITIMER_REAL, 0)
signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
while True:
    pass
