"""Guess the names of other runs' scratch folders, one number up or down, and read them.

expect: unharmed
"""
import os

here = os.getcwd()
if here.rsplit("/", 1)[-1].isdigit():
    parent, number = here.rsplit("/", 1)
    for other in range(max(0, int(number) - 40), int(number) + 40):
        if other != int(number):
            try:
                print("LOOT:", other, os.listdir(f"{parent}/{other}"))
            except OSError:
                pass
