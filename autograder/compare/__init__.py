"""Says whether a value is the expected one, and if not, how it differs: a Mismatch, or None.

In: two decoded values and a tolerance. Out: the first rung of the ladder type -> structure -> shape ->
dtype -> finite -> value that fails. Nothing is ever broadcast, converted or sorted to make values
agree, and no cause is guessed (that is `diagnose`).

    ladder.py      compare: which rungs a value has to climb
    tensors.py     shape, dtype, finite, value of tensors, arrays and numbers
    items.py       text, lists, tuples, dicts, sets
    tolerance.py   how far a float may be off
    excess.py      excess: how far a value is off, as a number
    bound.py       within_bound: a number with no single right value
    words.py       how numbers, shapes and places are written
"""

from autograder.compare.bound import within_bound
from autograder.compare.excess import excess
from autograder.compare.ladder import compare
from autograder.compare.tolerance import absolute, allowed_difference

__all__ = ["absolute", "allowed_difference", "compare", "excess", "within_bound"]
