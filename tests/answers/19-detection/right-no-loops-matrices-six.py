# because: right; no loop over boxes: fixed-point iteration for the suppression, one-hot tables and triangular masks, clamp formula for smooth L1
# batch: 6
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    flip = A.new_tensor([-1.0, -1.0, 1.0, 1.0])  # with -x0, -y0 every edge of the common part is a minimum
    edges = torch.minimum((A * flip).unsqueeze(1), (B * flip).unsqueeze(0))
    width, height = (edges[..., :2] + edges[..., 2:]).clamp_min(0).unbind(-1)
    common = width * height
    area = lambda X: torch.sub(X[:, 2], X[:, 0]).mul(X[:, 3] - X[:, 1])
    union = torch.add(area(A).unsqueeze(1), area(B).unsqueeze(0)) - common
    empty = union == 0
    return common.masked_fill(empty, 0) / union.masked_fill(empty, 1)

# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    order = scores.argsort(descending=True, stable=True)
    drops = (overlap[order][:, order] > threshold).triu(1)  # [i, j]: i is better than j and lies on it
    kept = torch.ones_like(order, dtype=torch.bool)
    while True:
        again = ~(drops & kept[:, None]).any(0)
        if torch.equal(again, kept):
            break
        kept = again
    return order[kept]

# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    same = torch.eq(classes.unsqueeze(0), classes.unsqueeze(1))
    return nms(overlap.masked_fill(~same, float("-inf")), scores, threshold)

# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    S = len(sizes)
    n = torch.arange(rows * columns * S, device=sizes.device)
    place, size = n.div(S, rounding_mode="floor"), n.remainder(S)
    grid = torch.stack([place.remainder(columns), place.div(columns, rounding_mode="floor")], 1)
    centres = grid.to(sizes.dtype).add(0.5).mul(stride)
    half = sizes.index_select(0, size).div(2)
    return torch.hstack([centres - half, centres + half])

# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G == 0:
        return thing
    rule1 = torch.where(overlap.amax(1).ge(threshold), overlap.argmax(1), thing)
    claims = F.one_hot(overlap.argmax(0), A).T  # (A, G): 1 where the thing claims the anchor
    numbers = torch.arange(1, G + 1, device=overlap.device)
    rule2 = (claims * numbers).amax(1) - 1  # the last thing that claims it, or -1
    thing = torch.where(rule2 >= 0, rule2, rule1)
    return thing

# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    size, anchor_size = boxes[:, 2:] - boxes[:, :2], anchors[:, 2:] - anchors[:, :2]
    twice = boxes.unflatten(1, (2, 2)).sum(1) - anchors.unflatten(1, (2, 2)).sum(1)
    return torch.hstack([twice / 2 / anchor_size, (size / anchor_size).log()])


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    corner, size = anchors[:, :2], anchors[:, 2:] - anchors[:, :2]
    half = offsets[:, 2:].exp() / 2
    middle = offsets[:, :2] + 0.5  # the new centre, in anchor sizes from the anchor's corner
    return torch.hstack([corner + size * (middle - half), corner + size * (middle + half)])

# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    far = torch.sub(p, t).abs()
    near = far.clamp(max=beta)
    return near * (far - near / 2) / beta

# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    right = logits.gather(1, labels.unsqueeze(1)).squeeze(1)
    class_loss = (logits.logsumexp(1) - right).mean()
    rows = torch.nonzero(labels > 0, as_tuple=True)[0]
    box_loss = distance(offsets.index_select(0, rows), targets.index_select(0, rows)).sum().div(max(rows.numel(), 1))
    return class_loss, box_loss

# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if D * G == 0:
        return hit
    order = scores.argsort(descending=True, stable=True)
    sorted_overlap = overlap[order]
    candidate = F.one_hot(sorted_overlap.argmax(1), G) * (sorted_overlap.amax(1, keepdim=True) >= threshold)
    first = (candidate == 1) & (candidate.cumsum(0) == 1)
    return hit.scatter(0, order, first.any(1))

# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    D = len(hit)
    if D == 0:
        return torch.zeros((), dtype=torch.float64, device=hit.device)
    h = hit[scores.argsort(descending=True, stable=True)].double()
    upper = torch.ones(D, D, dtype=torch.float64, device=hit.device).triu()  # [k, j]: j is k or later
    precision = (h @ upper) / upper.sum(0)
    return torch.dot(h, (upper * precision).amax(1)) / things

# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    each = [
        torch.as_tensor(ap(hit[own], scores[own], n), dtype=torch.float64) if n > 0 else torch.tensor(float("nan"), dtype=torch.float64)
        for own, n in zip(F.one_hot(classes, len(things)).bool().T, things)
    ]
    return torch.stack([one.cpu() for one in each]).nanmean()
