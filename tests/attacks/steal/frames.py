"""Walk up the stack and look into the local variables of the worker for answers.

expect: unharmed
"""
import sys

for frame in list(sys._current_frames().values()):
    while frame is not None:
        for name, value in list(frame.f_locals.items()):
            if any(word in name for word in ("expected", "reference", "solution", "secret", "answers")):
                print("LOOT:", frame.f_code.co_name, name, value)
        frame = frame.f_back
