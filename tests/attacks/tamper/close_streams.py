"""Close standard input, output and error.

expect: unharmed
"""
import os
import sys

sys.stdout.close()
sys.stderr.close()
os.closerange(0, 3)
