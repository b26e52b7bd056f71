# fails: block
# because: The normalisation stands behind the additions (post-norm, as in 2017); here it stands in the branch, before the work, and the stream itself is never normalised.
# batch: 1
# told: true author block: post-norm
# %% solution-block
def block(x, ln1, attend, ln2, feed, drop):
    """x (B, T, C), and five functions (B, T, C) -> (B, T, C); gives (B, T, C)."""
    x = ln1(x + drop(attend(x)))
    return ln2(x + drop(feed(x)))
