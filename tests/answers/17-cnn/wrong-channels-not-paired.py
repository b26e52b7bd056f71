# because: gives the kernel's input channel a letter of its own (odij): the channels of picture and kernel are summed separately, so every pixel channel meets every kernel channel
# batch: 5
# told: true author conv2d: channels of picture and kernel summed apart
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    B, Ci, H, W = x.shape
    Co, Cw, kh, kw = w.shape
    s = stride
    xp = F.pad(x, (pad, pad, pad, pad))
    Hout, Wout = out_shape((H, W), (kh, kw), s, pad)
    out = x.new_zeros(B, Co, Hout, Wout)
    for p in range(Hout):
        for q in range(Wout):
            window = xp[:, :, s*p : s*p+kh, s*q : s*q+kw]
            # b pictures, c channels of the picture, d channels of the kernel
            out[:, :, p, q] = torch.einsum("bcij,odij->bo", window, w)
    return out + b.view(1, Co, 1, 1)
