"""End the run where the header says that nothing is lost.

expect: unharmed
harm: lost
"""
import os
os._exit(0)
