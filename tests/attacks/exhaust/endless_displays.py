"""Show small outputs without end, deaf to interruptions.

cell: solution-bn-backward
expect: run ends
"""
from IPython.display import display

while True:
    try:
        for number in range(1_000_000):
            display(number)
    except BaseException:
        pass
