# because: unusual: recursion and generators, a dictionary subclass that counts by __missing__, regular expressions over an alphabet made for the purpose
# batch: 1
# %% solution-to-ids
def to_ids(text):
    if len(text) < 2:
        return list(text.encode())
    half = len(text) // 2
    return to_ids(text[:half]) + to_ids(text[half:])
# %% solution-get-stats
def get_stats(ids):
    class Tally(dict):
        def __missing__(self, key):
            return 0

    tally, steps = Tally(), iter(ids)
    left = next(steps, None)
    for right in steps:
        tally[left, right] += 1
        left = right
    return dict(tally)
# %% solution-merge
def merge(ids, pair, idx):
    def walk():
        held, full = None, False  # the id that waits for its right neighbour
        for i in ids:
            if full and (held, i) == (pair[0], pair[1]):
                yield idx
                full = False
            else:
                if full:
                    yield held
                held, full = i, True
        if full:
            yield held

    return list(walk())
# %% solution-train
def train(text, V):
    import heapq

    merges, ids = {}, to_ids(text)
    for idx in range(256, V):
        order = {}
        for place, pair in enumerate(zip(ids, ids[1:])):
            order.setdefault(pair, []).append(place)
        if not order:
            break
        # most places first, then the smallest first place
        _, _, pair = heapq.nsmallest(1, ((-len(at), at[0], pair) for pair, at in order.items()))[0]
        merges |= {pair: idx}
        ids = merge(ids, pair, idx)
    return merges
# %% solution-decode
def decode(ids, merges):
    parts = {idx: pair for pair, idx in merges.items()}
    stack, out = list(ids)[::-1], []
    while stack:
        top = stack.pop()
        if top in parts:
            stack += parts[top][::-1]
        else:
            out.append(top)
    return bytearray(out).decode("utf-8", "replace")
# %% solution-encode
def encode(text, merges):
    def again(ids):
        rules = {merges[pair]: pair for pair in get_stats(ids) if pair in merges}
        if not rules:
            return ids
        return again(merge(ids, rules[min(rules)], min(rules)))

    return again(to_ids(text))
