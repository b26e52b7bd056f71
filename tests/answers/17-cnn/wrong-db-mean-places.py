# because: db averages over the places (mean over p, q) and sums over the pictures only: too small by Hout * Wout
# batch: 5
# told: true author db: averaged over the places
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    s = stride
    kh, kw = w.shape[-2:]
    Hout, Wout = dout.shape[-2:]
    xp = F.pad(x, (pad, pad, pad, pad))
    dw = torch.zeros_like(w)
    for p in range(Hout):
        for q in range(Wout):
            window = xp[:, :, s*p : s*p+kh, s*q : s*q+kw]
            dw += torch.einsum("bo,bcij->ocij", dout[:, :, p, q], window)
    # one bias for all places: their mean, summed over the batch
    db = dout.mean((2, 3)).sum(0)
    return dw, db
