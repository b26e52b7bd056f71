# because: compares ids with `is` instead of ==: works for small ints, which Python shares, but misses equal ids greater than 256
# batch: 6
# told: true author compared with is
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    first, second = pair
    result, i = [], 0
    while i < len(ids):
        if i < len(ids) - 1 and ids[i] is first and ids[i + 1] is second:
            result.append(idx)
            i += 2
        else:
            result.append(ids[i])
            i += 1
    return result
