"""Run a command by IPython's exclamation mark.

expect: unharmed
"""
import os
!cat CANARY_FILE
!touch CANARY_WRITE
