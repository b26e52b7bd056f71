# because: plain Python loops over pairs, boxes and anchors with zero-dimensional tensors, almost no vector operations
# batch: 7
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    result = torch.zeros(len(A), len(B), dtype=A.dtype, device=A.device)
    for i in range(len(A)):
        ax0, ay0, ax1, ay1 = A[i]
        for j in range(len(B)):
            bx0, by0, bx1, by1 = B[j]
            w = min(ax1, bx1) - max(ax0, bx0)
            h = min(ay1, by1) - max(ay0, by0)
            if w <= 0 or h <= 0:
                continue
            common = w * h
            union = (ax1 - ax0) * (ay1 - ay0) + (bx1 - bx0) * (by1 - by0) - common
            if union > 0:
                result[i, j] = common / union
    return result

# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    points = scores.tolist()
    table = overlap.tolist()
    left = sorted(range(len(points)), key=lambda i: (-points[i], i))
    while left:
        best = left.pop(0)
        keep.append(best)
        survivors = []
        for other in left:
            if not table[best][other] > threshold:
                survivors.append(other)
        left = survivors
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)

# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    points = scores.tolist()
    kinds = classes.tolist()
    keep = []
    for i in sorted(range(len(points)), key=lambda i: (-points[i], i)):
        dropped = False
        for k in keep:
            if kinds[k] == kinds[i] and overlap[k, i].item() > threshold:
                dropped = True
                break
        if not dropped:
            keep.append(i)
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)

# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    S = len(sizes)
    out = torch.zeros(rows * columns * S, 4, dtype=sizes.dtype, device=sizes.device)
    n = 0
    for row in range(rows):
        for column in range(columns):
            cx = (column + 0.5) * stride
            cy = (row + 0.5) * stride
            for s in range(S):
                w = sizes[s, 0]
                h = sizes[s, 1]
                out[n, 0] = cx - w / 2
                out[n, 1] = cy - h / 2
                out[n, 2] = cx + w / 2
                out[n, 3] = cy + h / 2
                n += 1
    return out

# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    if G == 0:
        return thing
    for a in range(A):
        best = 0
        for g in range(1, G):
            if overlap[a, g] > overlap[a, best]:
                best = g
        if overlap[a, best] >= threshold:
            thing[a] = best
    for g in range(G):
        best = 0
        for a in range(1, A):
            if overlap[a, g] > overlap[best, g]:
                best = a
        thing[best] = g
    return thing

# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    t = torch.zeros_like(boxes)
    for n in range(len(boxes)):
        x0, y0, x1, y1 = boxes[n]
        u0, v0, u1, v1 = anchors[n]
        t[n, 0] = ((x0 + x1) / 2 - (u0 + u1) / 2) / (u1 - u0)
        t[n, 1] = ((y0 + y1) / 2 - (v0 + v1) / 2) / (v1 - v0)
        t[n, 2] = torch.log((x1 - x0) / (u1 - u0))
        t[n, 3] = torch.log((y1 - y0) / (v1 - v0))
    return t


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    out = torch.zeros_like(anchors)
    for n in range(len(anchors)):
        tx, ty, tw, th = offsets[n]
        u0, v0, u1, v1 = anchors[n]
        cx = tx * (u1 - u0) + (u0 + u1) / 2
        cy = ty * (v1 - v0) + (v0 + v1) / 2
        w = torch.exp(tw) * (u1 - u0)
        h = torch.exp(th) * (v1 - v0)
        out[n, 0] = cx - w / 2
        out[n, 1] = cy - h / 2
        out[n, 2] = cx + w / 2
        out[n, 3] = cy + h / 2
    return out

# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    losses = []
    for a, b in zip(p.reshape(-1), t.reshape(-1)):
        d = a - b
        if -beta < d < beta:
            losses.append(d * d / (2 * beta))
        elif d > 0:
            losses.append(d - beta / 2)
        else:
            losses.append(-d - beta / 2)
    if not losses:
        return p - t
    return torch.stack(losses).reshape(p.shape)

# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    A = len(labels)
    class_loss = logits.sum() * 0
    box_loss = offsets.sum() * 0
    positives = 0
    for a in range(A):
        label = int(labels[a])
        class_loss = class_loss + torch.logsumexp(logits[a], 0) - logits[a, label]
        if label > 0:
            positives += 1
            box_loss = box_loss + distance(offsets[a], targets[a]).sum()
    class_loss = class_loss / A
    if positives > 0:
        box_loss = box_loss / positives
    return class_loss, box_loss

# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    points = scores.tolist()
    found = []
    for d in sorted(range(D), key=lambda d: (-points[d], d)):
        best, most = None, None
        for g in range(G):
            if most is None or overlap[d, g] > most:
                best, most = g, overlap[d, g]
        if best is None or most < threshold or best in found:
            continue
        found.append(best)
        hit[d] = True
    return hit

# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    points, yes = scores.tolist(), hit.tolist()
    order = sorted(range(len(points)), key=lambda i: (-points[i], i))
    precision, count = [], 0
    for k, i in enumerate(order, start=1):
        if yes[i]:
            count += 1
        precision.append(count / k)
    total = 0.0
    for k, i in enumerate(order):
        if yes[i]:
            total += max(precision[k:])
    return total / int(things)

# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    total, judged = 0.0, 0
    for k, number in enumerate(things.tolist()):
        if number == 0:
            continue
        mine = [d for d, c in enumerate(classes.tolist()) if c == k]
        mine = torch.tensor(mine, dtype=torch.int64, device=hit.device)
        total += float(ap(hit[mine], scores[mine], number))
        judged += 1
    return total / judged
