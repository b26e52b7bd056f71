# fails: anchors: its arguments afterwards
# because: divides the caller's sizes by 2 in place
# batch: 4
# told: true author anchors: the caller's sizes halved
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    sizes.div_(2)
    out = []
    for r in range(rows):
        for c in range(columns):
            middle = torch.tensor([c + 0.5, r + 0.5], dtype=sizes.dtype, device=sizes.device) * stride
            for half in sizes:
                out.append(torch.cat([middle - half, middle + half]))
    return torch.stack(out)
