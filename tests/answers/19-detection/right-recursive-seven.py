# because: everything that is a loop is a recursion (suppression, hits, suffix maximum by halves, classes)
# batch: 7
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    if len(A) > 1:  # halve until one box is left
        half = len(A) // 2
        return torch.cat([iou(A[:half], B), iou(A[half:], B)])
    if len(A) == 0:
        return A.new_zeros(0, len(B))
    a = A[0]
    w = (torch.minimum(a[2], B[:, 2]) - torch.maximum(a[0], B[:, 0])).clamp(min=0)
    h = (torch.minimum(a[3], B[:, 3]) - torch.maximum(a[1], B[:, 1])).clamp(min=0)
    union = (a[2] - a[0]) * (a[3] - a[1]) + (B[:, 2] - B[:, 0]) * (B[:, 3] - B[:, 1]) - w * h
    return (w * h / union).masked_fill(union == 0, 0.0)[None]

# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []

    def go_on(left):
        if len(left) > 0:
            best, rest = left[0], left[1:]
            keep.append(int(best))
            go_on(rest[~(overlap[best, rest] > threshold)])

    go_on(torch.argsort(scores, descending=True, stable=True))
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)

# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""

    def kept(left):  # indices of boxes, in order
        if not left:
            return []
        best, *rest = left
        return [best] + kept([j for j in rest if classes[j] != classes[best] or overlap[best, j] <= threshold])

    order = torch.argsort(scores, descending=True, stable=True).tolist()
    return torch.tensor(kept(order), dtype=torch.int64, device=scores.device)

# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    if rows == 0 or columns == 0:
        return sizes.new_zeros(0, 4)
    if rows > 1:  # all rows but the last, then the last: that is the first row, moved down
        last = anchors(1, columns, stride, sizes)
        down = sizes.new_tensor([0, (rows - 1) * stride, 0, (rows - 1) * stride])
        return torch.cat([anchors(rows - 1, columns, stride, sizes), last + down])
    if columns > 1:
        last = anchors(1, 1, stride, sizes)
        right = sizes.new_tensor([(columns - 1) * stride, 0, (columns - 1) * stride, 0])
        return torch.cat([anchors(1, columns - 1, stride, sizes), last + right])
    return to_corners(torch.cat([torch.full_like(sizes, stride / 2), sizes], 1))

# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G == 0:
        return thing

    def first_best(row):
        return (row == row.max()).nonzero()[0, 0]

    def rule1(a):
        if a < A:
            g = first_best(overlap[a])
            if overlap[a, g] >= threshold:
                thing[a] = g
            rule1(a + 1)

    def rule2(g):
        if g < G:
            thing[first_best(overlap[:, g])] = g
            rule2(g + 1)

    rule1(0)
    rule2(0)
    return thing

# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    if boxes.shape[-1] == 2:  # one direction: the two edges of that direction
        a = anchors[:, 1] - anchors[:, 0]
        move = (boxes.mean(1) - anchors.mean(1)) / a
        return torch.stack([move, torch.log((boxes[:, 1] - boxes[:, 0]) / a)], 1)
    along_x = encode_box(boxes[:, 0::2], anchors[:, 0::2])
    along_y = encode_box(boxes[:, 1::2], anchors[:, 1::2])
    return torch.stack([along_x, along_y], 2).flatten(1)


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    if offsets.shape[-1] == 2:
        a = anchors[:, 1] - anchors[:, 0]
        middle, size = anchors.mean(1) + offsets[:, 0] * a, a * offsets[:, 1].exp()
        return torch.stack([middle - size / 2, middle + size / 2], 1)
    along_x = decode_box(offsets[:, 0::2], anchors[:, 0::2])
    along_y = decode_box(offsets[:, 1::2], anchors[:, 1::2])
    return torch.stack([along_x, along_y], 2).flatten(1)

# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    if p.dim() > 0 and len(p) > 0:
        return torch.stack([smooth_l1(a, b, beta) for a, b in zip(p, t)])
    if p.dim() > 0:
        return p - t
    d = p - t
    if d < 0:
        return smooth_l1(t, p, beta)  # it is symmetric
    return d ** 2 / (2 * beta) if d < beta else d - beta / 2

# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""

    def add_up(rows):  # the sum over some anchors, by halves
        if len(rows) == 0:
            return offsets.new_zeros(())
        if len(rows) == 1:
            return distance(offsets[rows[0]], targets[rows[0]]).sum()
        half = len(rows) // 2
        return add_up(rows[:half]) + add_up(rows[half:])

    positive = [a for a, label in enumerate(labels.tolist()) if label > 0]
    class_loss = F.cross_entropy(logits, labels)
    box_loss = add_up(positive) / (len(positive) or 1)
    return class_loss, box_loss

# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if G == 0:
        return hit

    def go_on(order, free):
        if not order:
            return
        d, *rest = order
        row = overlap[d].tolist()
        g = row.index(max(row))
        hit[d] = bool(overlap[d, g] >= threshold) and g in free
        go_on(rest, free - {g} if hit[d] else free)

    go_on(scores.argsort(descending=True, stable=True).tolist(), frozenset(range(G)))
    return hit

# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    yes = hit[torch.argsort(scores, descending=True, stable=True)].tolist()

    def total(start, stop, before):
        """The places start to stop, with so many hits before -> hits so far, all best-from-here (a list)."""
        if stop - start == 0:
            return before, []
        if stop - start == 1:
            now = before + yes[start]
            return now, [now / (start + 1)]
        middle = (start + stop) // 2
        until, first = total(start, middle, before)
        until, second = total(middle, stop, until)
        return until, [max(p, second[0]) for p in first] + second  # the second half's first is its best

    _, best = total(0, len(yes), 0)
    return float(sum(b for b, y in zip(best, yes) if y) / things)

# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""

    def values(k):
        if k == len(things):
            return []
        if things[k] == 0:
            return values(k + 1)
        own = classes == k
        return [float(ap(hit[own], scores[own], things[k]))] + values(k + 1)

    all_of_them = values(0)
    return sum(all_of_them) / len(all_of_them)
