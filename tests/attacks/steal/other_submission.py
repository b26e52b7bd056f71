"""Copy the answers out of another student's notebook.

where: instead
expect: costs own
"""
import json

with open(OTHER_SUBMISSION) as file:
    for cell in json.load(file)["cells"]:
        if cell["id"] == "solution-statistics":
            exec("".join(cell["source"]))
            print("LOOT:", cell["source"])
