# fails: block
# because: The second branch reads the stream as it was at the start; it must read it after the first branch has added to it.
# batch: 2
# told: true author block: both branches from the input
# %% solution-block
def block(x, ln1, attend, ln2, feed, drop):
    """x (B, T, C), and five functions (B, T, C) -> (B, T, C); gives (B, T, C)."""
    listened = drop(attend(ln1(x)))
    thought = drop(feed(ln2(x)))
    return x + listened + thought
