# because: The student puts the counts of the chunks together with update, which overwrites a count that is there already; the counts have to be added.
# fails: count_pairs, five chunks
# batch: 1
# %% solution-count
def count_pairs(chunks):
    total = {}
    for chunk in chunks:
        total.update(get_stats(chunk))
    return total
