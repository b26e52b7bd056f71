# because: the window of output (p, q) begins at (p, q) instead of (s p, s q): the stride only makes the output smaller
# batch: 5
# told: true author conv2d: every stride-th place forgotten
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    kh, kw = w.shape[2:]
    Hout, Wout = out_shape(tuple(x.shape[2:]), (kh, kw), stride, pad)
    xp = F.pad(x, (pad,) * 4)
    out = x.new_empty(x.shape[0], w.shape[0], Hout, Wout)
    for p in range(Hout):
        for q in range(Wout):
            window = xp[:, :, p : p + kh, q : q + kw]
            out[:, :, p, q] = torch.einsum("bcij,ocij->bo", window, w) + b
    return out
