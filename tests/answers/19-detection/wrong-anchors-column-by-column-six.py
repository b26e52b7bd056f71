# because: runs through the grid column by column (the column is the outer loop) instead of row by row
# batch: 6
# told: true author anchors: column by column
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    col = torch.arange(columns).to(sizes)
    row = torch.arange(rows).to(sizes)
    grid = (torch.cartesian_prod(col, row) + 0.5) * stride  # (places, 2): x, y
    S = len(sizes)
    centre = grid.repeat_interleave(S, 0)
    wh = sizes.repeat(len(grid), 1)
    return torch.cat([centre - wh / 2, centre + wh / 2], 1)
