"""One file for each command of `autograder`; cli.py only parses. And what all of them print with.

console.py     the terminal, warnings, files written for a person
progress.py    what long work shows while it goes on
interrupt.py   Ctrl-C
"""
