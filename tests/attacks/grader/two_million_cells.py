"""Hand in an honest notebook with two million empty cells more.

assignment: 11-attention-head
hands in: folder
expect: run ends
"""
import json


def hand_in(path):
    raw = json.loads(path.read_text("utf-8"))
    cells = json.dumps(raw["cells"])[1:-1]
    rest = json.dumps({name: value for name, value in raw.items() if name != "cells"})[1:]
    path.write_text('{"cells": [' + cells + ", {}" * 2_000_000 + "], " + rest, "utf-8")
