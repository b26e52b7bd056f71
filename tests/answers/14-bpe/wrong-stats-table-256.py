# because: The student counts in a table of 256 times 256 numbers, which has no place for ids above 255; merged ids are greater, so a dictionary has to take any pair.
# batch: 1
# told: true author a table for 256 ids
# %% solution-get-stats
def get_stats(ids):
    # one row and one column for each byte
    table = [[0] * 256 for _ in range(256)]
    seen = []
    for a, b in zip(ids, ids[1:]):
        if table[a][b] == 0:
            seen.append((a, b))
        table[a][b] += 1
    return {(a, b): table[a][b] for a, b in seen}
