# because: counts the starts with len(range(0, H + 2P - kh, s)), whose end is exclusive: one too few exactly when the stride divides what remains to walk (right otherwise)
# batch: 5
# told: true author size: the last start left out
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    # every window begins at 0, s, 2s, ... : just count these starts
    counts = []
    for n, k in zip(size, kernel):
        padded = n + 2 * pad
        counts.append(len(range(0, padded - k, stride)))
    return tuple(counts)
