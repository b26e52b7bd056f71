# fails: conv2d_dw: dw, padding and stride
# because: takes the windows from the picture without its border, shifted by pad; in the forward pass they came from the padded picture
# batch: 1
# told: true author dw: the border forgotten
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    B, Co, Hout, Wout = dout.shape
    kh, kw = w.shape[2:]
    dw = torch.zeros_like(w)
    for p in range(Hout):
        for q in range(Wout):
            win = x[:, :, p * stride : p * stride + kh, q * stride : q * stride + kw]
            d = dout[:, :, p, q]
            # windows at the edge can be smaller
            dw[:, :, : win.shape[2], : win.shape[3]] += torch.einsum("bo,bcij->ocij", d, win)
    db = dout.sum(dim=(0, 2, 3))
    return dw, db
