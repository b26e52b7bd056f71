# because: merges greedily from the left: pushes each byte on a stack and merges the top two as soon as they are any learned pair, whichever was learned first
# batch: 6
# told: true author one walk from left to right
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    stack = []
    for b in to_ids(text):
        stack.append(b)
        while len(stack) >= 2 and (stack[-2], stack[-1]) in merges:
            q = stack.pop()
            p = stack.pop()
            stack.append(merges[p, q])
    return stack
