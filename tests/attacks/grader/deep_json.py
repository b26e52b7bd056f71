"""Hand in an honest notebook whose metadata are a million lists in each other.

assignment: 11-attention-head
hands in: folder
expect: run ends
"""
import json


def hand_in(path):
    text = path.read_text("utf-8")
    path.write_text('{"deep": ' + "[" * 1_000_000 + "]" * 1_000_000 + ", " + text[1:], "utf-8")
