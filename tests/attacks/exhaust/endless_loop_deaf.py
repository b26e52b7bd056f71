"""Never end, and swallow every interruption.

cell: solution-bn-backward
expect: run ends
says: ran for more than
"""
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
