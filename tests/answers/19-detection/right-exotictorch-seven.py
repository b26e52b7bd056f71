# because: rarely used torch functions (cartesian_prod, scatter_reduce, einsum, addcmul, nan_to_num, masked_select, nanmean), and a heapq as the order of nms
# batch: 7
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    def shared(low_a, high_a, low_b, high_b):
        length = torch.fmin(high_a.view(-1, 1), high_b.view(1, -1)).sub(torch.fmax(low_a.view(-1, 1), low_b.view(1, -1)))
        return F.threshold(length, 0, 0)

    ax0, ay0, ax1, ay1 = A.t().contiguous().unbind()
    bx0, by0, bx1, by1 = B.t().contiguous().unbind()
    both = shared(ax0, ax1, bx0, bx1).mul(shared(ay0, ay1, by0, by1))
    area_a = torch.mul(ax1 - ax0, ay1 - ay0)
    area_b = torch.mul(bx1 - bx0, by1 - by0)
    union = area_a.unsqueeze(1).add(area_b).sub(both)
    return torch.nan_to_num(torch.div(both, union), nan=0.0)

# %% solution-nms
import heapq


def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    queue = [(-score, index) for index, score in enumerate(scores.tolist())]
    heapq.heapify(queue)
    blocked = set()
    while queue:
        _, best = heapq.heappop(queue)
        if best in blocked:
            continue
        keep.append(best)
        blocked.update(torch.gt(overlap[best], threshold).nonzero().view(-1).tolist())
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)

# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    survives = torch.zeros(scores.shape, dtype=torch.bool, device=scores.device)
    for kind in torch.unique(classes):
        members = torch.nonzero(classes == kind, as_tuple=True)[0]
        table = overlap.index_select(0, members).index_select(1, members)
        survives[members[nms(table, scores[members], threshold)]] = True
    order = torch.sort(scores, stable=True, descending=True)[1]
    return torch.masked_select(order, survives[order])

# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    like = dict(dtype=sizes.dtype, device=sizes.device)
    y = torch.arange(1, 2 * rows, 2, **like) * stride / 2
    x = torch.arange(1, 2 * columns, 2, **like) * stride / 2
    middles = torch.cartesian_prod(y, x).flip(1)  # y outside, x inside, then x first
    middles = middles.repeat_interleave(len(sizes), dim=0)
    signs = torch.tensor([-0.5, 0.5], **like)
    extent = torch.einsum("e,sc->sec", signs, sizes).reshape(-1, 4)  # (S, 4): -w/2, -h/2, w/2, h/2
    return middles.tile(1, 2) + extent.tile(rows * columns, 1)

# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if not overlap.numel():
        return thing
    # a stable sort puts the first of the largest in front
    ranked, which = overlap.sort(dim=1, descending=True, stable=True)
    thing[ranked[:, 0] >= threshold] = which[ranked[:, 0] >= threshold, 0]
    champion = overlap.sort(dim=0, descending=True, stable=True).indices[0]
    forced = torch.full_like(thing, -1).scatter_reduce(0, champion, torch.arange(G, device=overlap.device), "amax")
    thing[forced > -1] = forced[forced > -1]
    return thing

# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    b, a = to_centres(boxes), to_centres(anchors)
    move, stretch = torch.tensor_split(b, 2, dim=1)
    origin, unit = torch.tensor_split(a, 2, dim=1)
    return torch.hstack((torch.sub(move, origin) / unit, torch.log(torch.div(stretch, unit))))


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    a = to_centres(anchors)
    centre = torch.addcmul(a[:, :2], offsets[:, :2], a[:, 2:])
    size = torch.exp(offsets[:, 2:]).mul(a[:, 2:])
    return torch.hstack((torch.sub(centre, size, alpha=0.5), torch.add(centre, size, alpha=0.5)))

# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    far = torch.abs(p - t)
    m = torch.clamp(far, max=beta)
    return m * (far - m / 2) / beta

# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    class_loss = F.nll_loss(F.log_softmax(logits, dim=1), labels)
    positive = torch.sign(labels) == 1
    p = torch.masked_select(offsets, positive[:, None]).view(-1, 4)
    t = torch.masked_select(targets, positive[:, None]).view(-1, 4)
    box_loss = torch.einsum("pc->", distance(p, t)) / positive.count_nonzero().clamp(min=1)
    return class_loss, box_loss

# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if G == 0:
        return hit
    rank = torch.empty(D, dtype=torch.int64, device=overlap.device)
    rank[torch.sort(scores, descending=True, stable=True)[1]] = torch.arange(D, device=overlap.device)
    value, mine = overlap.sort(dim=1, descending=True, stable=True)
    value, mine = value[:, 0], mine[:, 0]
    for g in mine.unique():
        claims = ((mine == g) & (value >= threshold)).nonzero().view(-1)
        if claims.numel():
            hit[claims[rank[claims].argmin()]] = True
    return hit

# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    order = torch.sort(scores, descending=True, stable=True)[1]
    ranks = torch.nonzero(hit[order]).view(-1) + 1  # the places of the hits, from 1
    # the best precision from a hit on is reached at this or a later hit, the n-th hit at place k has n / k
    best, total = 0.0, 0.0
    for n, k in zip(range(len(ranks), 0, -1), reversed(ranks.tolist())):
        best = max(best, n / k)
        total += best
    return total / float(things)

# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    one = torch.full((len(things),), float("nan"), dtype=torch.float64)
    for k in torch.nonzero(things > 0).view(-1).tolist():
        own = torch.where(classes == k)[0]
        one[k] = float(ap(torch.take(hit, own), torch.take(scores, own), things[k]))
    return torch.nanmean(one)
