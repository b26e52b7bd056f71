# because: All done with Python lists and floats, box after box, sorting with keys; tensors only at the end.
# batch: 2
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    table = A.new_zeros(len(A), len(B))
    for i, (ax0, ay0, ax1, ay1) in enumerate(A.tolist()):
        for j, (bx0, by0, bx1, by1) in enumerate(B.tolist()):
            common = max(0.0, min(ax1, bx1) - max(ax0, bx0)) * max(0.0, min(ay1, by1) - max(ay0, by0))
            union = (ax1 - ax0) * (ay1 - ay0) + (bx1 - bx0) * (by1 - by0) - common
            if union > 0:
                table[i, j] = common / union
    return table
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    table = overlap.tolist()

    def rest(waiting):
        kept = []
        while waiting:
            first, *waiting = waiting
            kept.append(first)
            waiting = [i for i in waiting if table[first][i] <= threshold]
        return kept

    s = scores.tolist()
    keep = rest(sorted(range(len(s)), key=lambda i: (-s[i], i)))
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    wh = sizes.tolist()
    out = []
    for number in range(rows * columns * len(wh)):
        place, s = divmod(number, len(wh))
        row, column = divmod(place, columns)
        w, h = wh[s]
        cx, cy = (2 * column + 1) * stride / 2, (2 * row + 1) * stride / 2
        out.append((cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2))
    return torch.tensor(out, dtype=sizes.dtype, device=sizes.device).reshape(-1, 4)
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    for a in range(A):
        for g in sorted(range(G), key=lambda g: -float(overlap[a, g]))[:1]:
            if overlap[a, g] >= threshold:
                thing[a] = g
    for g in range(G):
        thing[min(range(A), key=lambda a: -float(overlap[a, g]))] = g
    return thing
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    first = {}  # thing -> the detection that hits it
    for d in sorted(range(D), key=lambda d: -float(scores[d])):
        row = overlap[d].tolist()
        if row and max(row) >= threshold:
            first.setdefault(row.index(max(row)), d)
    for d in first.values():
        hit[d] = True
    return hit
# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    ranked = [yes for _, yes in sorted(zip(scores.tolist(), hit.tolist()), key=lambda pair: -pair[0])]
    found, best, total = sum(ranked), 0.0, 0.0
    for k in range(len(ranked), 0, -1):  # from the end
        best = max(best, found / k)
        if ranked[k - 1]:
            total += best
            found -= 1
    return total / int(things)
