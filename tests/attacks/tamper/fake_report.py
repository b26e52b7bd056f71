"""Print what a report of full marks looks like, on both streams and on the channel's pretended twin.

where: instead
expect: costs own
"""
import json
import os
import sys

report = {"format": 1, "student": "attack", "score": 99, "cells": [{"cell_id": "check-statistics", "score": 9, "points": 1, "status": "passed"}]}
print(json.dumps(report))
print("check-statistics: passed 3/3  score 100 %", file=sys.stderr)
os.write(1, b"\0\0\0\x10\0\0\0\0" + b'{"op":"passed"}\n')
with open("report.json", "w") as file:
    json.dump(report, file)
