"""Hand in the honest cells in a file whose other fields are of every wrong type, huge, twice, or half a character.

assignment: 11-attention-head
hands in: folder
"""
import json


def hand_in(path):
    raw = json.loads(path.read_text("utf-8"))
    for cell in raw["cells"]:
        cell["outputs"] = {"\ud800": [1e999, -0.0, float("nan"), 10**300]}
        cell["execution_count"] = 10**300
        cell["attachments"] = "ATTACK_ACTIVE"
        cell["metadata"]["tags"] = {"a": "ungraded"}
    raw["nbformat"], raw["nbformat_minor"] = 10**300, [["\x00"]]
    raw["metadata"] = {"kernelspec": 7, "language_info": ["\ud800"], "widgets": {"ATTACK_ACTIVE": 1}, "autograder": [1]}
    text = json.dumps(raw)
    path.write_text('{"cells": [], "metadata": null, ' + text[1:], "utf-8")
