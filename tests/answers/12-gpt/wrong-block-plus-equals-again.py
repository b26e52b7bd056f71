# fails: block: x afterwards
# because: x += writes into the caller's tensor; x = x + ... makes a new one.
# batch: 2
# told: true author block: writes into its argument
# %% solution-block
def block(x, ln1, attend, ln2, feed, drop):
    """x (B, T, C), and five functions (B, T, C) -> (B, T, C); gives (B, T, C)."""
    x += drop(attend(ln1(x)))
    x += drop(feed(ln2(x)))
    return x
