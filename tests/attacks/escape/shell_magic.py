"""Run a command by IPython's exclamation mark.

expect: costs own
"""
import os
!cat CANARY_FILE
!touch CANARY_WRITE
