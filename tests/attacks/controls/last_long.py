"""Take every cell's time, one after another, deaf to the interruption.

expect: run ends
harm: slow
"""
import signal
signal.setitimer(signal.ITIMER_REAL, 0)
while True:
    pass
