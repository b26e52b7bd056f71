# fails: conv2d_dw: dw, stride 1
# because: assigns each window's contribution with = instead of adding it, so only the last place counts
# batch: 1
# told: true author dw: the last place only
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    kh, kw = w.shape[2:]
    dw = torch.zeros_like(w)
    db = torch.zeros(len(w), dtype=w.dtype, device=w.device)
    for p in range(dout.shape[2]):
        for q in range(dout.shape[3]):
            d = dout[:, :, p, q]
            dw = torch.einsum("bo,bcij->ocij", d, xp[:, :, stride*p:stride*p+kh, stride*q:stride*q+kw])
            db += d.sum(0)
    return dw, db
