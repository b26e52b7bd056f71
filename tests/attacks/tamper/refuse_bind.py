"""Throw the right values away that the grader sends after a wrong answer: later tasks then fail too.

cell: solution-bn-backward
where: before
expect: unharmed
"""
type(check.session).bind = lambda self, found: None
