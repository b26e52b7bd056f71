"""One file for each command of `autograder`; cli.py only parses. And what several of them use.

A student's commands do without what only Linux has, and without torch in the command's own process:

    check.py, watch.py, reset.py, submit.py   the commands
    notebooks.py      which notebooks there are, and of which exercise each is
    notebookfile.py   a notebook's file, changed and written back in its own style
    checking.py       several notebooks checked at the same time, by processes that stay warm
    checker.py        what runs in one of those
    ownworkers.py     the processes in which the student's own code runs

course.py      the course that --course names, and the gradebook
results.py     what grading and importing show in the end
console.py     the terminal, warnings, files written for a person
progress.py    what long work shows while it goes on
interrupt.py   Ctrl-C
"""
