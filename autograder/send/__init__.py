"""Grades for other people's systems: what Gradescope and GitHub Classroom want, in the words of every other face.

gradescope.py: a Report -> Gradescope's results, and which of a student's submissions count. container.py: what runs in
Gradescope's container. classroom.py: the workflow and the list of tests of a repository on GitHub. The archives and
folders that hold them are made in commands/. Nothing here knows nbgrader.
"""
