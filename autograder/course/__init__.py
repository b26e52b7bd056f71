"""The course on disk: its folders, and the right to write them.

folder.py   where notebooks, submissions, results and the secret lie
lock.py     one grader at a time
"""

from autograder.course.folder import Course, Submitted, find_course, handed_in

__all__ = ["Course", "Submitted", "find_course", "handed_in"]
