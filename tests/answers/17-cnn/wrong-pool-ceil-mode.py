# because: keeps the windows that hang over the right and lower edge (rounds the size up, as Caffe does)
# batch: 5
# told: true author maxpool: last window rounded up
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    B, C, H, W = x.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    rows = []
    top = 0
    while True:
        row, left = [], 0
        while True:
            row.append(xp[:, :, top : top + k, left : left + k].amax(dim=(-2, -1)))
            left += stride
            if left + k - stride >= W + 2 * pad or left >= W + pad:  # nothing left to see
                break
        rows.append(torch.stack(row, dim=-1))
        top += stride
        if top + k - stride >= H + 2 * pad or top >= H + pad:
            break
    return torch.stack(rows, dim=-2)
