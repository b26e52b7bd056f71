"""Raise such an exception where the grader's own description of it becomes the reason of a check.

cell: solution-bn-backward
where: instead
expect: costs own
"""


class Text(str):
    def __str__(self):
        raise SystemExit

    def __format__(self, spec):
        return "<script>document.title='ATTACK_ACTIVE'</script>"

    def __getitem__(self, key):
        return self


class Hostile(Exception):
    def __str__(self):
        return Text("<script>document.title='ATTACK_ACTIVE'</script>" * 1000)


Hostile.__name__ = "=HYPERLINK(\"http://127.0.0.1/ATTACK_ACTIVE\")<img src=x onerror=ATTACK_ACTIVE>"


def bn_backward(dout, x, g):
    raise Hostile
