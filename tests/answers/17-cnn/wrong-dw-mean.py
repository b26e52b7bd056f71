# fails: conv2d_dw: dw, stride 1
# because: divides the weights' gradient by the batch size; nothing is averaged here, the 1/B is in dout already
# batch: 1
# told: true author dw: averaged over the batch
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    Ho, Wo = dout.shape[2:]
    dw = torch.zeros_like(w)
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            S = xp[:, :, i : i + stride * Ho : stride, j : j + stride * Wo : stride]
            dw[:, :, i, j] = torch.einsum("bopq,bcpq->oc", dout, S) / len(x)
    db = dout.sum((0, 2, 3))
    return dw, db
