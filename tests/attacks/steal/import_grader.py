"""Import the grader and let it read the course's secret, from which all hidden data follows.

expect: unharmed
"""
from pathlib import Path

try:
    from autograder.course import Course
    from autograder.wire.seeds import secret_seed

    course = Course(Path(GRADEBOOK).parent)
    print("LOOT:", secret_seed(course.secret(), "07-batchnorm", "fold"))
except Exception:
    pass
