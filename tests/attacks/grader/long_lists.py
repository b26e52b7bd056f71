"""Answer with lists and dicts of as many items as a value may have, each of them wrong.

assignment: 14-bpe
cell: solution-get-stats
where: after
expect: run ends
"""
def get_stats(ids):
    if len(ids) > 11:
        return [(1, 2)] * 100 if len(ids) % 4 else []
    return {(i, -i): i for i in range(60_000)} if len(ids) == 3 else {i: 7 for i in range(200_000)}
