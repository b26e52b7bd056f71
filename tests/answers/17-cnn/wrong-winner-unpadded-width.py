# because: numbers the pixels of the padded picture with the width W of the unpadded one: with padding the gradients land in wrong pixels (right for pad = 0)
# batch: 5
# told: true author pool back: numbered in rows of the picture without its border
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    flat = dxp.flatten(2)  # (B, C, all pixels)
    for p in range(Hout):
        for q in range(Wout):
            window = xp[:, :, stride*p : stride*p + k, stride*q : stride*q + k]
            best = window.flatten(2).argmax(-1)
            pixel = (stride*p + best // k) * W + (stride*q + best % k)
            flat.scatter_add_(2, pixel[:, :, None], dout[:, :, p, q, None])
    dxp = flat.reshape(xp.shape)
    return dxp[:, :, pad : pad + H, pad : pad + W]
