# fails: block
# because: The normalisation is applied to the stream after each addition (post-norm); here it stands in the branch, before the work.
# batch: 2
# told: true author block: post-norm
# %% solution-block
def block(x, ln1, attend, ln2, feed, drop):
    """x (B, T, C), and five functions (B, T, C) -> (B, T, C); gives (B, T, C)."""
    x = ln1(x + drop(attend(x)))
    x = ln2(x + drop(feed(x)))
    return x
