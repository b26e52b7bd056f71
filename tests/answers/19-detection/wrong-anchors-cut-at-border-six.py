# because: cuts the anchors off at the border of the picture, although they may reach over it
# batch: 6
# told: true author anchors: cut off at the border
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    S = sizes.shape[0]
    out = sizes.new_empty(rows, columns, S, 4)
    cx = (torch.arange(columns, device=sizes.device) + 0.5).to(sizes.dtype) * stride
    cy = (torch.arange(rows, device=sizes.device) + 0.5).to(sizes.dtype) * stride
    out[..., 0] = cx[None, :, None] - sizes[:, 0] / 2
    out[..., 1] = cy[:, None, None] - sizes[:, 1] / 2
    out[..., 2] = cx[None, :, None] + sizes[:, 0] / 2
    out[..., 3] = cy[:, None, None] + sizes[:, 1] / 2
    # stay inside the picture
    out[..., 0::2] = out[..., 0::2].clamp(0, columns * stride)
    out[..., 1::2] = out[..., 1::2].clamp(0, rows * stride)
    return out.reshape(-1, 4)
