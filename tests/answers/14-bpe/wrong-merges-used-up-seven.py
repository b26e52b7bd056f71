# because: encode pops every rule from the merges that it was given, so the caller's dictionary is empty afterwards
# batch: 7
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    todo = merges
    while todo:
        pair = min(todo, key=todo.get)
        idx = todo.pop(pair)
        ids = merge(ids, pair, idx)
    return ids
