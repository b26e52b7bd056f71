"""Hand in an instance of a class whose metaclass runs code when its name or module is asked for.

where: instead
expect: costs own
"""


class Meta(type):
    def __getattribute__(cls, name):
        if name in ("__name__", "__module__", "__qualname__", "__mro__"):
            raise SystemExit("now")
        return super().__getattribute__(name)

    def __instancecheck__(cls, other):
        return True


class Strange(metaclass=Meta):
    def __reduce__(self):
        raise SystemExit("now")


mean = diff = var = Strange()
