"""Raise an exception that fights whoever describes it: endless, raising, of another type than text.

expect: costs own
"""


class Hostile(Exception):
    def __str__(self):
        raise self

    __repr__ = __str__

    def __getattribute__(self, name):
        raise RuntimeError(f"no {name}, ATTACK_ACTIVE")


Hostile.__name__ = Hostile.__qualname__ = "<script>document.title='ATTACK_ACTIVE'</script>"
Hostile.__module__ = "<img src=x onerror=ATTACK_ACTIVE>"
raise Hostile
