# because: box by box in plain Python, sorting with keys
# batch: 1
# %% solution-iou
def iou(A, B):
    out = A.new_zeros(len(A), len(B))
    for i in range(len(A)):
        for j in range(len(B)):
            a, b = A[i], B[j]
            w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
            both = w * h if w > 0 and h > 0 else 0 * w
            union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both
            if union != 0:
                out[i, j] = both / union
    return out
# %% solution-nms
def nms(overlap, scores, threshold):
    keep = []
    left = sorted(range(len(scores)), key=lambda i: (-scores[i].item(), i))
    while left:
        best, *rest = left
        keep += [best]
        left = [i for i in rest if not overlap[best, i] > threshold]
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    found = []
    for c in set(classes.tolist()):
        own = (classes == c).nonzero()[:, 0]
        found += own[nms(overlap[own][:, own], scores[own], threshold)].tolist()
    found.sort(key=lambda i: (-float(scores[i]), i))
    return torch.tensor(found, dtype=torch.int64, device=scores.device)
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    places = [(r, c, s) for r in range(rows) for c in range(columns) for s in range(len(sizes))]
    out = sizes.new_empty(len(places), 4)
    for n, (r, c, s) in enumerate(places):
        half = sizes[s] / 2
        middle = sizes.new_tensor([(c + 0.5) * stride, (r + 0.5) * stride])
        out[n, :2], out[n, 2:] = middle - half, middle + half
    return out
# %% solution-match
def match(overlap, threshold):
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    rows = overlap.tolist()
    for a, row in enumerate(rows):
        if row and max(row) >= threshold:
            thing[a] = row.index(max(row))
    for g in range(G):
        column = [row[g] for row in rows]
        thing[column.index(max(column))] = g
    return thing
# %% solution-hits
def hits(overlap, scores, threshold):
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    free = [True] * G
    for d in sorted(range(D), key=lambda d: -scores[d].item()):  # sorted is stable
        row = overlap[d].tolist()
        if G and max(row) >= threshold:
            g = row.index(max(row))
            hit[d], free[g] = free[g], False
    return hit
# %% solution-ap
def average_precision(hit, scores, things):
    ranked = [bool(hit[i]) for i in sorted(range(len(hit)), key=lambda i: -float(scores[i]))]
    precisions = [sum(ranked[: k + 1]) / (k + 1) for k in range(len(ranked))]
    return sum(max(precisions[k:]) for k in range(len(ranked)) if ranked[k]) / int(things)
