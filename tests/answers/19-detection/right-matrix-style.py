# because: everything as whole-tensor operations: meshgrid, cartesian_prod, einsum, scatter
# batch: 1
# %% solution-iou
def iou(A, B):
    a, b = A.unsqueeze(1), B.unsqueeze(0)
    sides = F.relu(torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2]))
    both = sides[..., 0] * sides[..., 1]
    area = lambda X: torch.diff(X[..., [0, 2]])[..., 0] * torch.diff(X[..., [1, 3]])[..., 0]
    union = area(a) + area(b) - both
    safe = torch.where(union == 0, torch.ones_like(union), union)
    return both / safe * (union != 0)
# %% solution-nms
def nms(overlap, scores, threshold):
    keep = []
    order = scores.argsort(descending=True, stable=True)
    alive = torch.ones_like(scores, dtype=torch.bool)
    for i in order:
        if alive[i]:
            keep.append(i.item())
            alive = alive & (overlap[i] <= threshold)
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    same = torch.eq(classes.unsqueeze(0), classes.unsqueeze(1))
    return nms(overlap.masked_fill(~same, -1.0), scores, threshold)
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    line = lambda n: (torch.arange(n, dtype=sizes.dtype, device=sizes.device) + 0.5) * stride
    cy, cx = torch.meshgrid(line(rows), line(columns), indexing="ij")
    centres = torch.stack([cx, cy], -1).reshape(-1, 1, 2).expand(-1, len(sizes), -1)
    both = torch.cat([centres, sizes.expand(len(centres), -1, -1)], -1)
    return to_corners(both.flatten(0, 1))
# %% solution-match
def match(overlap, threshold):
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G:
        thing = torch.where(overlap.amax(1) >= threshold, overlap.argmax(1), thing)
        best = torch.zeros_like(overlap, dtype=torch.int64)
        best[overlap.argmax(0), torch.arange(G, device=overlap.device)] = torch.arange(1, G + 1, device=overlap.device)
        last = best.amax(1) - 1  # the last thing for which this anchor is the best, or -1
        thing = torch.where(last >= 0, last, thing)
    return thing
# %% solution-code
def encode_box(boxes, anchors):
    b, a = to_centres(boxes), to_centres(anchors)
    moves, stretch = torch.sub(b[:, :2], a[:, :2]).div(a[:, 2:]), b[:, 2:].log() - a[:, 2:].log()
    return torch.hstack([moves, stretch])


def decode_box(offsets, anchors):
    x0y0, x1y1 = anchors.split(2, 1)
    size = x1y1 - x0y0
    middle = x0y0 + size / 2 + offsets[:, :2] * size
    half = size * offsets[:, 2:].exp() / 2
    return torch.hstack([middle - half, middle + half])
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    # the part of |d| inside the border, and what is beyond it
    d = p - t
    inner = d.clamp(-beta, beta)
    return inner * (d - inner / 2) / beta
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    class_loss = (logits.logsumexp(1) - logits.gather(1, labels.unsqueeze(1)).squeeze(1)).mean()
    rows = labels.nonzero().squeeze(1)
    box_loss = distance(offsets.index_select(0, rows), targets.index_select(0, rows)).sum() / max(1, rows.numel())
    return class_loss, box_loss
# %% solution-ap
def average_precision(hit, scores, things):
    if hit.numel() == 0:
        return 0.0
    ranked = hit[torch.argsort(-scores, stable=True)].double()
    k = torch.arange(len(ranked), device=hit.device)
    p = ranked.cumsum(0) / (k + 1)
    later = torch.where(k[None, :] >= k[:, None], p, 0.0).amax(1)
    return torch.dot(later, ranked) / things
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    judged = things.nonzero()[:, 0]
    values = [ap(hit[classes.eq(k)], scores[classes.eq(k)], things[k]) for k in judged]
    return torch.tensor([float(v) for v in values], dtype=torch.float64).mean()
