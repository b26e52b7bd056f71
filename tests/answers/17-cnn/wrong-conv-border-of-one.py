# fails: conv2d: a border of 2
# because: the border is one pixel wide whenever pad is not 0
# batch: 4
# told: true author conv2d: a border of 1 whatever pad
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    B, C, H, W = x.shape
    kh, kw = w.shape[2:]
    if pad:
        xp = x.new_zeros(B, C, H + 2, W + 2)
        xp[:, :, 1:-1, 1:-1] = x
    else:
        xp = x
    windows = xp.unfold(2, kh, stride).unfold(3, kw, stride)
    return torch.einsum("bcpqij,ocij->bopq", windows, w) + b[:, None, None]
