# fails: conv2d: float32
# because: the output is made in float64 whatever comes in
# batch: 4
# told: true numeric dtype
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    B, _, H, W = x.shape
    Co, _, kh, kw = w.shape
    Hout, Wout = out_shape((H, W), (kh, kw), stride, pad)
    xp = F.pad(x, (pad, pad, pad, pad))
    out = torch.zeros(B, Co, Hout, Wout, dtype=torch.float64, device=x.device)
    for p in range(Hout):
        for q in range(Wout):
            win = xp[:, :, p * stride : p * stride + kh, q * stride : q * stride + kw]
            out[:, :, p, q] = torch.einsum("bcij,ocij->bo", win, w) + b
    return out
