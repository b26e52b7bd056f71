# because: Vectorised in unusual ways: IoU by one stacked tensor, classes told apart by an offset of -inf, matching by scatter, AP by an upper triangle.
# batch: 2
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    sign = A.new_tensor([1.0, 1.0, -1.0, -1.0])
    inner = torch.maximum((A * sign)[:, None], (B * sign)[None])  # x0, y0, -x1, -y1
    w, h = (-(inner[..., :2] + inner[..., 2:])).relu().unbind(-1)
    area = lambda X: (X[:, 2] - X[:, 0]) * (X[:, 3] - X[:, 1])
    union = torch.add(area(A)[:, None], area(B)) - w * h
    return (w * h / union).masked_fill(union == 0, 0)
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    order = torch.sort(scores, descending=True, stable=True).indices
    conflict = ((overlap > threshold) & (classes[:, None] == classes))[order][:, order]
    alive = torch.ones_like(order, dtype=torch.bool)
    for r in range(len(order)):
        if alive[r]:
            alive[r + 1 :] &= ~conflict[r, r + 1 :]
    return order[alive]
# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    S = len(sizes)
    n = torch.arange(rows * columns, device=sizes.device).repeat_interleave(S)
    middle = (torch.stack([n % columns, n // columns], 1).to(sizes.dtype) + 0.5) * stride
    return to_corners(torch.cat([middle, sizes.repeat(rows * columns, 1)], 1))
# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    wa, wb = anchors[:, 2:] - anchors[:, :2], boxes[:, 2:] - boxes[:, :2]
    move = ((boxes - anchors)[:, :2] + (boxes - anchors)[:, 2:]) / (2 * wa)
    return torch.cat([move, wb.log() - wa.log()], -1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    low, high = anchors.chunk(2, 1)
    side = high - low
    middle = (low + high) / 2 + side * offsets[:, :2]
    half = side * offsets[:, 2:].exp() / 2
    return torch.cat([middle - half, middle + half], 1)
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    d = p - t
    near = d.clamp(-beta, beta)  # the part within the border
    return near * (d - near / 2) / beta
# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    D = len(hit)
    if D == 0:
        return 0.0
    h = hit[scores.argsort(descending=True, stable=True)].double()
    p = torch.tril(torch.ones(D, D, dtype=h.dtype, device=h.device)) @ h / torch.arange(1, D + 1, device=h.device)
    later = torch.triu(p.expand(D, D)).amax(1)
    return torch.dot(later, h) / int(things)
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    there = things.nonzero().flatten().tolist()
    values = [float(ap(*(part[classes == k] for part in (hit, scores)), int(things[k]))) for k in there]
    return sum(values) / len(values)
