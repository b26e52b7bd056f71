# because: right; recursion instead of loops (suppression, hits, precision, anchors, IoU by halves)
# batch: 6
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    N, M = len(A), len(B)
    if N == 0 or M == 0:
        return A.new_zeros(N, M)
    if N > 1:
        return torch.cat([iou(A[:N // 2], B), iou(A[N // 2:], B)], 0)
    if M > 1:
        return torch.cat([iou(A, B[:M // 2]), iou(A, B[M // 2:])], 1)
    a, b = A[0], B[0]
    side = torch.relu(torch.minimum(a[2:], b[2:]) - torch.maximum(a[:2], b[:2]))
    common = side[0] * side[1]
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common
    return (common / union if union > 0 else union * 0).reshape(1, 1)

# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    def go_on(left):
        if left.numel() == 0:
            return []
        first, rest = left[0], left[1:]
        return [int(first)] + go_on(rest[~(overlap[first, rest] > threshold)])

    keep = go_on(torch.sort(scores, descending=True, stable=True)[1])
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)

# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    def go_on(left):
        if len(left) == 0:
            return left
        first, rest = left[:1], left[1:]
        stays = (classes[rest] != classes[first]) | (overlap[first, rest] <= threshold)
        return torch.cat([first, go_on(rest[stays])])

    return go_on(torch.argsort(scores, descending=True, stable=True))

# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    if rows == 0 or columns == 0:
        return sizes.new_zeros(0, 4)
    if rows > 1:  # all rows but the last, then the last: that of a grid with one row, moved down
        down = sizes.new_tensor([0, (rows - 1) * stride, 0, (rows - 1) * stride])
        return torch.cat([anchors(rows - 1, columns, stride, sizes), anchors(1, columns, stride, sizes) + down])
    if columns > 1:
        right = sizes.new_tensor([(columns - 1) * stride, 0, (columns - 1) * stride, 0])
        return torch.cat([anchors(1, columns - 1, stride, sizes), anchors(1, 1, stride, sizes) + right])
    return torch.cat([stride / 2 - sizes / 2, stride / 2 + sizes / 2], 1)

# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)

    def with_things(n):
        """Both rules' answer when only the first n things may claim an anchor by rule 2."""
        if n == 0:
            if G == 0:
                return thing
            return torch.where(overlap.amax(1) >= threshold, overlap.argmax(1), thing)
        before = with_things(n - 1)
        claims = torch.arange(A, device=overlap.device) == overlap[:, n - 1].argmax()
        return before.masked_fill(claims, n - 1)

    thing = with_things(G)
    return thing

# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    if len(boxes) > 1:
        middle = len(boxes) // 2
        return torch.cat([encode_box(boxes[:middle], anchors[:middle]), encode_box(boxes[middle:], anchors[middle:])])
    b, a = to_centres(boxes), to_centres(anchors)
    return torch.cat([(b - a)[:, :2] / a[:, 2:], (b / a)[:, 2:].log()], 1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    if len(anchors) > 1:
        middle = len(anchors) // 2
        return torch.cat([decode_box(offsets[:middle], anchors[:middle]), decode_box(offsets[middle:], anchors[middle:])])
    a = to_centres(anchors)
    return to_corners(torch.cat([torch.addcmul(a[:, :2], offsets[:, :2], a[:, 2:]), a[:, 2:] * offsets[:, 2:].exp()], 1))

# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    if beta != 1.0:  # measured in units of beta the border is 1
        return beta * smooth_l1(p / beta, t / beta)
    d = p - t
    return torch.where((d > -1) & (d < 1), d.square() / 2, torch.where(d > 0, d, -d) - 0.5)

# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    def add_up(rows):
        if not rows:
            return offsets.new_zeros(())
        return distance(offsets[rows[0]][None], targets[rows[0]][None]).sum() + add_up(rows[1:])

    positive = [a for a, label in enumerate(labels.tolist()) if label > 0]
    class_loss = F.nll_loss(F.log_softmax(logits, dim=1), labels)
    box_loss = add_up(positive) / max(len(positive), 1)
    return class_loss, box_loss

# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)

    def go_on(left, hit_things):
        if not left or G == 0:
            return
        d, *rest = left
        thing = int(overlap[d].argmax())
        if thing not in hit_things and bool(overlap[d, thing] >= threshold):
            hit[d] = True
            hit_things = hit_things | {thing}
        go_on(rest, hit_things)

    go_on(torch.argsort(scores, descending=True, stable=True).tolist(), frozenset())
    return hit

# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    ranked = hit[torch.argsort(scores, descending=True, stable=True)].tolist()

    def look(low, high, before, later):
        """Places low < k <= high -> their hits, the best precision from low on, what the hits add to the sum."""
        if high - low == 0:
            return 0, later, 0.0
        if high - low == 1:
            best = max(later, (before + ranked[low]) / high)
            return int(ranked[low]), best, best * ranked[low]
        middle = (low + high) // 2
        left = sum(ranked[low:middle])
        right, best, added = look(middle, high, before + left, later)
        _, best, more = look(low, middle, before, best)
        return left + right, best, added + more

    return look(0, len(ranked), 0, 0.0)[2] / int(things)

# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    def judge(k):
        """-> the sum and the number of the APs of class k and those after it."""
        if k == len(things):
            return 0.0, 0
        total, n = judge(k + 1)
        if things[k] == 0:
            return total, n
        own = classes == k
        return total + float(ap(hit[own], scores[own], things[k])), n + 1

    total, n = judge(0)
    return total / n
