"""Say that the step is over before it is, so that the dialogue gets out of step.

cell: solution-torch
expect: run ends
"""
from autograder.wire.channel import write_frame

write_frame(4, {"op": "done", "error": None})
write_frame(4, {"op": "done", "error": None})
