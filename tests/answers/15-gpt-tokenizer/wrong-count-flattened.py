# because: The student joins all chunks to one list before counting, so pairs across the borders are counted too; a pair has to lie inside a chunk.
# fails: count_pairs, five chunks
# batch: 1
# told: true author counting across the borders
# %% solution-count
def count_pairs(chunks):
    flat = []
    for chunk in chunks:
        flat += chunk
    return get_stats(flat)
