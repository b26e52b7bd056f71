# fails: out_shape: no padding
# because: forgets the + 1 for the first window
# batch: 1
# told: true author size: the first window not counted
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    return tuple((n + 2 * pad - k) // stride for n, k in zip(size, kernel))
