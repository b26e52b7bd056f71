# because: no loops over boxes anywhere but a fixed-point iteration: suppression, hits and AP as matrix problems on the sorted table
# batch: 7
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    pairs = torch.stack(torch.broadcast_tensors(A.unsqueeze(1), B.unsqueeze(0)))  # (2, N, M, 4)
    sides = (pairs[..., 2:].amin(0) - pairs[..., :2].amax(0)).relu()
    areas = (pairs[..., 2:] - pairs[..., :2]).prod(-1)
    shared = sides.prod(-1)
    union = areas.sum(0) - shared
    return torch.where(union == 0, torch.zeros_like(shared), shared / torch.where(union == 0, torch.ones_like(union), union))

# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    order = torch.sort(scores, descending=True, stable=True).indices
    # drops[i, j]: i comes before j and lies on it
    drops = (overlap[order][:, order] > threshold).triu(1)
    alive = torch.ones_like(order, dtype=torch.bool)
    while True:  # what is alive is what no living one drops; after n rounds the first n are settled
        new = ~(drops & alive[:, None]).any(0)
        if torch.equal(new, alive):
            break
        alive = new
    keep = order[alive].tolist()
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)

# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    strangers = classes.unsqueeze(0).ne(classes.unsqueeze(1))
    return nms(overlap.masked_fill(strangers, float("-inf")), scores, threshold)

# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    S = sizes.shape[0]
    number = torch.arange(rows * columns * S, device=sizes.device)
    place, size = number // max(S, 1), number % max(S, 1)
    middle = torch.stack([place % max(columns, 1), place // max(columns, 1)], 1).to(sizes.dtype).add(0.5).mul(stride)
    half = sizes[size] / 2
    return torch.hstack([middle - half, middle + half])

# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G > 0:
        a = torch.arange(A, device=overlap.device)[:, None]
        g = torch.arange(G, device=overlap.device)
        most = overlap.amax(1, keepdim=True)
        first_thing = torch.where(overlap == most, g, G).amin(1)
        first_anchor = torch.where(overlap == overlap.amax(0), a, A).amin(0)
        rule1 = torch.where(most[:, 0] >= threshold, first_thing, thing)
        rule2 = torch.where(first_anchor == a, g, -1).amax(1)  # the last thing that chose this anchor
        thing = torch.where(rule2 >= 0, rule2, rule1)
    return thing

# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    size = anchors[:, 2:] - anchors[:, :2]
    low = (boxes[:, :2] - anchors[:, :2]) / size
    high = (boxes[:, 2:] - anchors[:, 2:]) / size
    # the move of the centre is the mean of the moves of both edges
    return torch.cat([(low + high) / 2, (boxes[:, 2:] - boxes[:, :2]).div(size).log()], dim=1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    size = anchors[:, 2:] - anchors[:, :2]
    middle = anchors.view(-1, 2, 2).mean(1) + offsets[:, :2] * size
    reach = size * offsets[:, 2:].exp() * 0.5
    return torch.cat([middle - reach, middle + reach], dim=1)

# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    d = p - t
    near = d.clamp(-beta, beta)  # Moreau envelope of |.|: square of the near part, the rest linearly
    return near * near / (2 * beta) + (d - near).abs()

# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    class_loss = -logits.log_softmax(-1).gather(-1, labels.long().unsqueeze(-1)).mean()
    rows = labels.nonzero().flatten()
    box_loss = distance(offsets.index_select(0, rows), targets.index_select(0, rows)).sum() / max(1, rows.numel())
    return class_loss, box_loss

# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if D and G:
        order = scores.sort(descending=True, stable=True).indices
        ranked = overlap[order]
        first = (ranked == ranked.amax(1, keepdim=True)).int().argmax(1)
        mine = F.one_hot(first, G).bool() & (ranked >= threshold)
        hit[order] = (mine & (mine.cumsum(0) == 1)).any(1)
    return hit

# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    yes = hit[scores.argsort(descending=True, stable=True)].double()
    D = len(yes)
    if D == 0:
        return 0.0
    p = yes.cumsum(0) / torch.arange(1, D + 1, device=yes.device)
    later = p.expand(D, D).triu()  # precisions are never negative: the zeros below don't matter
    return yes @ later.amax(1) / things

# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    judged = things.nonzero().flatten().tolist()
    order = classes.argsort(stable=True)
    counts = classes.bincount(minlength=len(things)).tolist()
    parts = list(zip(hit[order].split(counts), scores[order].split(counts)))
    return torch.tensor([float(ap(*parts[k], things[k])) for k in judged], dtype=torch.float64).mean()
