"""Never end where a check calls the function.

cell: solution-bn-backward
where: instead
expect: run ends
says: ran for more than
"""


def bn_backward(dout, x, g):
    while True:
        pass
