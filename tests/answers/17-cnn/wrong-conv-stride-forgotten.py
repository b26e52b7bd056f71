# fails: conv2d: padding and stride
# because: The windows begin at p and q instead of at stride * p and stride * q; only the size of the output knows the stride.
# batch: 2
# told: true author conv2d: every stride-th place forgotten
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    n, _, H, W = x.shape
    o, _, kh, kw = w.shape
    padded = F.pad(x, (pad,) * 4)
    oh, ow = (H + 2 * pad - kh) // stride + 1, (W + 2 * pad - kw) // stride + 1
    out = x.new_zeros(n, o, oh, ow)
    for r in range(oh):
        for c in range(ow):
            patch = padded[:, :, r : r + kh, c : c + kw].reshape(n, -1)
            out[:, :, r, c] = patch @ w.reshape(o, -1).T + b
    return out
