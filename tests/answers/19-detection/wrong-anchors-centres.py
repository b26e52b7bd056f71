# fails: anchors
# because: returns centre, width and height; a box is its four edges
# batch: 1
# told: true author anchors: centre, width, height returned
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    cy = (torch.arange(rows, dtype=sizes.dtype, device=sizes.device) + 0.5) * stride
    cx = (torch.arange(columns, dtype=sizes.dtype, device=sizes.device) + 0.5) * stride
    S = len(sizes)
    out = sizes.new_zeros(rows, columns, S, 4)
    out[..., 0] = cx[None, :, None]
    out[..., 1] = cy[:, None, None]
    out[..., 2:] = sizes
    return out.reshape(-1, 4)
