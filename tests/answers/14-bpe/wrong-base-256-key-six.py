# because: packs the pair into p * 256 + q and unpacks with divmod by 256: wrong keys as soon as the second id is greater than 255
# batch: 6
# told: true author two ids in one number, in steps of 256
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    packed = {}
    for p, q in zip(ids[:-1], ids[1:]):
        key = p * 256 + q
        packed[key] = packed.get(key, 0) + 1
    return {divmod(key, 256): n for key, n in packed.items()}
