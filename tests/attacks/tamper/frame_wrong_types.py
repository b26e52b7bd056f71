"""Send a message whose fields are of other types than the protocol says.

expect: run ends
says: is no answer
"""
from autograder.wire.channel import write_frame

write_frame(4, {"op": "capture", "name": ["mean"], "error": {"a": 1}, "options": "all", "variable": 7})
