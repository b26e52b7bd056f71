# fails: conv2d: its arguments afterwards
# because: unsqueeze_ gives the caller's b two more axes
# batch: 4
# told: true author conv2d: axes put on the caller's bias
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    kh, kw = w.shape[2:]
    windows = xp.unfold(2, kh, stride).unfold(3, kw, stride)
    b.unsqueeze_(-1).unsqueeze_(-1)
    return torch.einsum("bcpqij,ocij->bopq", windows, w) + b
