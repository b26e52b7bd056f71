"""Write to stderr's descriptor without end, deaf to interruptions.

cell: solution-bn-backward
expect: run ends
says: ran for more than
"""
import os

block = b"no end " * 10_000
while True:
    try:
        while True:
            os.write(2, block)
    except BaseException:
        pass
