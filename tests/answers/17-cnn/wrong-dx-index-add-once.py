# because: adds with index tensors, dxp[:, :, rows, cols] += ..., where a pixel stands several times in the index: only one of its contributions is kept where windows overlap
# batch: 5
# told: true author dx: overwritten place by place
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    kh, kw = w.shape[2:]
    dev = x.device
    rows = stride * torch.arange(Hout, device=dev)[:, None] + torch.arange(kh, device=dev)  # (Hout, kh)
    cols = stride * torch.arange(Wout, device=dev)[:, None] + torch.arange(kw, device=dev)  # (Wout, kw)
    owed = torch.einsum("bopq,ocij->bcpiqj", dout, w)
    dxp[:, :, rows[:, :, None, None], cols[None, None, :, :]] += owed
    return dxp[:, :, pad : pad + H, pad : pad + W]
