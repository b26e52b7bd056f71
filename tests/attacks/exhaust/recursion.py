"""Recurse without end.

expect: costs own
says: RecursionError
"""


def down():
    return down()


down()
