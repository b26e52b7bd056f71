# because: tests `if left` instead of `if left is not None`: pairs whose first id is 0 are not counted
# batch: 6
# told: true author 0 taken for no id
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    counts = {}
    left = None
    for right in ids:
        if left:
            if (left, right) not in counts:
                counts[left, right] = 0
            counts[left, right] += 1
        left = right
    return counts
