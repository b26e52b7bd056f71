"""Sleep through the time limit.

expect: costs own
says: ran for more than
"""
import time

time.sleep(3600)
