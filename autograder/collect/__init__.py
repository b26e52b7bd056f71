"""What students handed in on a platform -> submitted/STUDENT/NN-unit/.

archives.py      an archive that somebody else made, read with bounds
download.py      the zip or folder that came from the platform -> its files
platforms.py     how Canvas, Moodle, Gradescope and GitHub name files -> who handed in which; blackboard.py, ilias.py
person.py        what all of these fill in: a person, and what they handed in
choosing.py      all that one person handed in -> the one notebook that counts
identity.py      a platform's names for people -> students of the course; two people never become one
teams.py         who handed in which -> one hand-in for all members of a team
collecting.py    all of it together -> what is to be done, and what was left aside and why
placing.py       a submission -> submitted/, in one step; the one before is kept
"""

from autograder.collect.collecting import Collected, Collection, collect

__all__ = ["Collected", "Collection", "collect"]
