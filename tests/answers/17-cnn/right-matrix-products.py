# because: im2col: the windows become columns of a matrix (F.unfold and F.fold), convolution is a matrix product.
# batch: 2
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    def places(n, k):
        count, begin = 0, 0
        while begin + k <= n + 2 * pad:
            count, begin = count + 1, begin + stride
        return count

    return places(size[0], kernel[0]), places(size[1], kernel[1])
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    kh, kw = w.shape[2:]
    columns = F.unfold(x, (kh, kw), padding=pad, stride=stride)  # (B, Ci kh kw, places)
    out = w.flatten(1) @ columns + b[:, None]
    return out.reshape(x.shape[0], w.shape[0], (x.shape[2] + 2 * pad - kh) // stride + 1, -1)
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    columns = F.unfold(x, tuple(w.shape[2:]), padding=pad, stride=stride)
    d = dout.flatten(2)
    dw = (d @ columns.transpose(1, 2)).sum(0).reshape(w.shape)
    return dw, d.sum(-1).sum(0)
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    columns = w.flatten(1).T @ dout.flatten(2)
    return F.fold(columns, tuple(x.shape[2:]), tuple(w.shape[2:]), padding=pad, stride=stride)
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    if not layers:
        return 1
    (k, s), *above = layers
    return k + s * (receptive_field(above) - 1)
