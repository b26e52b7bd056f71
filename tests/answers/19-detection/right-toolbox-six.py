# because: right; standard library tools (heapq, itertools, defaultdict, Fraction), a custom autograd Function for smooth L1, vmap for the IoU
# batch: 6
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    if len(A) == 0 or len(B) == 0:
        return torch.empty(len(A), len(B), dtype=A.dtype, device=A.device)

    def one(a, b):
        w = torch.clamp(torch.minimum(a[2], b[2]) - torch.maximum(a[0], b[0]), min=0)
        h = torch.clamp(torch.minimum(a[3], b[3]) - torch.maximum(a[1], b[1]), min=0)
        union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h
        return torch.where(union > 0, w * h / union, torch.zeros_like(union))

    return torch.vmap(torch.vmap(one, (None, 0)), (0, None))(A, B)

# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    import heapq

    keep = []
    heap = [(-s, i) for i, s in enumerate(scores.tolist())]
    heapq.heapify(heap)
    dropped = set()
    while heap:
        _, i = heapq.heappop(heap)
        if i not in dropped:
            keep.append(i)
            dropped.update(torch.nonzero(overlap[i] > threshold).flatten().tolist())
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)

# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    from collections import defaultdict

    kept_of = defaultdict(list)
    kinds = classes.tolist()
    keep = []
    for i in scores.argsort(descending=True, stable=True).tolist():
        rivals = kept_of[kinds[i]]
        if not any(bool(overlap[j, i] > threshold) for j in rivals):
            rivals.append(i)
            keep.append(i)
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)

# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    from itertools import product

    centred = [
        torch.stack([sizes.new_tensor((c + 0.5) * stride), sizes.new_tensor((r + 0.5) * stride), w, h])
        for r, c, (w, h) in product(range(rows), range(columns), sizes)
    ]
    return to_corners(torch.stack(centred)) if centred else sizes.new_zeros(0, 4)

# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    enough = overlap >= threshold
    taken = set()
    for g in reversed(range(G)):  # rule 2 first, from the last thing on: who comes first stays
        a = int(overlap[:, g].argmax())
        if a not in taken:
            thing[a] = g
            taken.add(a)
    for a in set(range(A)) - taken if G else ():  # rule 1 for all that are left
        g = int(overlap[a].argmax())
        if enough[a, g]:
            thing[a] = g
    return thing

# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    def axis(lo, hi):
        size, anchor = boxes[:, hi] - boxes[:, lo], anchors[:, hi] - anchors[:, lo]
        gap = (boxes[:, lo] - anchors[:, lo] + boxes[:, hi] - anchors[:, hi]) / 2
        return gap / anchor, torch.log(size / anchor)

    (tx, tw), (ty, th) = axis(0, 2), axis(1, 3)
    return torch.column_stack([tx, ty, tw, th])


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    def axis(k):
        lo, hi = anchors[:, k], anchors[:, k + 2]
        centre = torch.lerp(lo, hi, offsets[:, k] + 0.5)
        half = (hi - lo) * torch.exp(offsets[:, k + 2]) / 2
        return centre - half, centre + half

    (x0, x1), (y0, y1) = axis(0), axis(1)
    return torch.column_stack([x0, y0, x1, y1])

# %% solution-smooth
class _SmoothL1(torch.autograd.Function):
    @staticmethod
    def forward(ctx, d, beta):
        ctx.save_for_backward(d)
        ctx.beta = beta
        size = d.abs()
        return torch.where(size < beta, size * size / (2 * beta), size - beta / 2)

    @staticmethod
    def backward(ctx, grad):
        (d,) = ctx.saved_tensors
        return grad * (d / ctx.beta).clamp(-1, 1), None


def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    return _SmoothL1.apply(p - t, beta)

# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    class_loss = torch.nn.CrossEntropyLoss()(logits, labels)
    positive = (labels != 0)[:, None].expand_as(offsets)
    mine = torch.masked_select(offsets, positive).view(-1, 4)
    true = torch.masked_select(targets, positive).view(-1, 4)
    box_loss = distance(mine, true).sum(1)  # one number for each positive anchor
    box_loss = box_loss.mean() if len(box_loss) else box_loss.sum()
    return class_loss, box_loss

# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if D == 0 or G == 0:
        return hit
    belongs = overlap.argmax(1)
    enough = overlap.gather(1, belongs[:, None])[:, 0] >= threshold
    for g in range(G):  # the best of those that belong to this thing and overlap it enough
        candidates = torch.nonzero((belongs == g) & enough)[:, 0]
        if len(candidates):
            hit[candidates[scores[candidates].argmax()]] = True
    return hit

# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    from fractions import Fraction
    from itertools import accumulate

    ranked = [h for _, _, h in sorted((-s, i, h) for i, (s, h) in enumerate(zip(scores.tolist(), hit.tolist())))]
    precision = [Fraction(n, k) for k, n in enumerate(accumulate(map(int, ranked)), 1)]
    best = list(accumulate(reversed(precision), max))[::-1]
    return float(sum((b for b, h in zip(best, ranked) if h), Fraction(0)) / int(things))

# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    from statistics import fmean

    order = torch.argsort(classes, stable=True)
    counts = torch.bincount(classes, minlength=len(things)).tolist()
    parts = zip(hit[order].split(counts), scores[order].split(counts), things)
    return fmean(float(ap(h, s, n)) for h, s, n in parts if n > 0)
