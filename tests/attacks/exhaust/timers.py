"""Interrupt the own process ten thousand times a second, for the rest of the run.

"""
import signal

signal.signal(signal.SIGVTALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_VIRTUAL, 1e-4, 1e-4)
