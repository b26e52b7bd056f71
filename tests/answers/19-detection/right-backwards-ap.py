# because: AP from the back to the front, hits by group, interval overlap by sums
# batch: 1
# %% solution-iou
def iou(A, B):
    def common(axis):
        a0, a1, b0, b1 = A[:, None, axis], A[:, None, axis + 2], B[None, :, axis], B[None, :, axis + 2]
        return torch.clamp_min(torch.where(a1 < b1, a1, b1) - torch.where(a0 > b0, a0, b0), 0)

    both = common(0) * common(1)
    area_a, area_b = [(X[:, 2] - X[:, 0]) * (X[:, 3] - X[:, 1]) for X in (A, B)]
    union = torch.add(area_a[:, None], area_b[None, :]) - both
    return (both / union).masked_fill(union == 0, 0)
# %% solution-ap
def average_precision(hit, scores, things):
    order = torch.argsort(scores, descending=True, stable=True).tolist()
    found = int(hit.sum())
    best, total = 0.0, 0.0
    for k in range(len(order), 0, -1):
        best = max(best, found / k)
        if hit[order[k - 1]]:
            total += best
            found -= 1
    return total / float(things)
# %% solution-match
def match(overlap, threshold):
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    for g in reversed(range(G)):  # backwards, so that the first of equal ones is written last
        column = overlap[:, g]
        winners = (column == overlap.amax(1)) & (column >= threshold)
        thing = torch.where(winners, g, thing)
    for g in range(G):
        first = (overlap[:, g] == overlap[:, g].amax()).nonzero()[0, 0]
        thing[first] = g
    return thing
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    kw = {"dtype": sizes.dtype, "device": sizes.device}
    centre = torch.cartesian_prod(torch.arange(rows, **kw), torch.arange(columns, **kw)).flip(1) * stride + stride / 2
    w = sizes.repeat(len(centre), 1)
    c = centre.repeat_interleave(len(sizes), 0)
    return torch.cat([c - w / 2, c + w / 2], 1)
