# fails: conv2d_dw: dw, stride 1
# because: In the loop over the places dw is set anew at each window instead of added to, so only the last window counts.
# batch: 2
# told: true author dw: the last place only
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    xp = F.pad(x, (pad, pad, pad, pad))
    kh, kw = w.shape[-2:]
    dw = torch.zeros_like(w)
    for p in range(dout.shape[2]):
        for q in range(dout.shape[3]):
            window = xp[:, :, stride * p : stride * p + kh, stride * q : stride * q + kw]
            dw = torch.einsum("bo,bcij->ocij", dout[:, :, p, q], window)
    db = dout.sum(dim=(0, 2, 3))
    return dw, db
