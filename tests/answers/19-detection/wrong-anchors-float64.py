# fails: anchors: float32
# because: makes the grid in float64 whatever the dtype of the sizes is
# batch: 4
# told: true author anchors: float64 whatever comes in
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    y, x = torch.meshgrid(torch.arange(rows), torch.arange(columns), indexing="ij")
    middle = (torch.stack([x, y], -1).reshape(-1, 1, 2).double() + 0.5) * stride
    return torch.cat([middle - sizes / 2, middle + sizes / 2], -1).reshape(-1, 4)
