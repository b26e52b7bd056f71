"""Send an output whose kind is a list: what cannot be looked up must not be the grader's own error.

expect: run ends
says: is no answer
"""
from autograder.wire.channel import write_frame

write_frame(4, {"op": "output", "kind": ["text"]})
