# fails: block
# because: The second branch reads the x that came in and not the stream after the first addition; first listen, then think.
# batch: 1
# told: true author block: both branches from the input
# %% solution-block
def block(x, ln1, attend, ln2, feed, drop):
    """x (B, T, C), and five functions (B, T, C) -> (B, T, C); gives (B, T, C)."""
    a = drop(attend(ln1(x)))
    f = drop(feed(ln2(x)))
    return x + a + f
