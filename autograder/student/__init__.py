"""THE WALL: the only code of the autograder that runs beside a student's.

Nothing in here knows an expected value in a graded run, and nothing in here is worth attacking:
the grader believes no word that comes from this side, it compares what it is sent.
"""
