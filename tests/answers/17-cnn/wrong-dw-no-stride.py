# fails: conv2d_dw: dw, padding and stride
# because: cuts neighbouring pixels for each weight as if the stride were 1; weight (i, j) met every s-th pixel from (i, j) on
# batch: 1
# told: true author dw: stride ignored
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    _, _, Ho, Wo = dout.shape
    dw = w.new_zeros(w.shape)
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            dw[:, :, i, j] = torch.einsum("bopq,bcpq->oc", dout, xp[:, :, i : i + Ho, j : j + Wo])
    db = dout.sum(3).sum(2).sum(0)
    return dw, db
