"""Says whether a value is the expected one, and if not, how it differs: a Mismatch, or None.

In: two decoded values and a tolerance. Out: the first rung of the ladder type -> structure -> shape ->
dtype -> finite -> value that fails. Nothing is ever broadcast, converted or sorted to make values
agree, and no cause is guessed (that is `diagnose`).

    pairs.py       the one walk: actual and expected side by side, their kinds, what they hold
    ladder.py      compare, agrees, excess: the ladder of each kind; texts, lists, tuples, dicts, sets
    numbers.py     shape, dtype, finite, value of tensors, arrays and numbers; within_bound: no single right value
    tolerance.py   how far a float may be off
    fingerprint.py a wrong value kept small, and recognised
    words.py       how counts, shapes, indices and values are written
"""

from autograder.compare.ladder import agrees, compare, excess
from autograder.compare.numbers import within_bound
from autograder.compare.tolerance import allowed_difference, effective

__all__ = ["agrees", "allowed_difference", "compare", "effective", "excess", "within_bound"]
