"""Answer with texts of many megabytes that repeat themselves: a search for what they share takes the square of that.

assignment: 14-bpe
cell: solution-decode
where: after
expect: costs own
"""
def decode(ids, merges):
    return {8: "ab" * 4_000_000, 30: " \n" * 3_500_000, 5: ("a" * 999 + "b") * 7_000}.get(len(ids), "\u00e9" * 3_500_000)
