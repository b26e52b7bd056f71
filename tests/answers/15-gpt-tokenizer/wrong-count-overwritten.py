# because: The student puts the counts of the chunks together with update, which overwrites a count that is there already; the counts have to be added.
# fails: count_pairs, five chunks
# batch: 1
# told: true author the last chunk's count wins
# %% solution-count
def count_pairs(chunks):
    total = {}
    for chunk in chunks:
        total.update(get_stats(chunk))
    return total
