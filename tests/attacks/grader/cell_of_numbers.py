"""Hand in a cell that is one list of millions of numbers: as a syntax tree it needs five hundred bytes for each of its own.

assignment: 11-attention-head
cell: solution-loop
hands in: folder
expect: run ends
"""
import json


def hand_in(path):
    raw = json.loads(path.read_text("utf-8"))
    for cell in raw["cells"]:
        if cell["id"] == "solution-loop":
            cell["source"] = "numbers = [" + "1, " * 2_000_000 + "]"
    path.write_text(json.dumps(raw), "utf-8")
