# because: right; plain Python lists and loops almost everywhere, results put into a tensor at the end
# batch: 6
# %% solution-iou
def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    table = []
    for a in A.tolist():
        for b in B.tolist():
            w = min(a[2], b[2]) - max(a[0], b[0])
            h = min(a[3], b[3]) - max(a[1], b[1])
            common = w * h if w > 0 and h > 0 else 0.0
            union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common
            table.append(common / union if union != 0 else 0.0)
    return torch.tensor(table, dtype=A.dtype, device=A.device).reshape(len(A), len(B))

# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    too_much = (overlap > threshold).tolist()
    values = scores.tolist()
    left = list(range(len(values)))
    while left:
        best = left[0]
        for i in left:
            if values[i] > values[best]:
                best = i
        keep.append(best)
        left = [i for i in left if i != best and not too_much[best][i]]
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)

# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    too_much, values, kind = (overlap > threshold).tolist(), scores.tolist(), classes.tolist()
    keep = []
    for i in sorted(range(len(values)), key=lambda i: (-values[i], i)):
        for j in keep:
            if kind[j] == kind[i] and too_much[j][i]:
                break
        else:
            keep.append(i)
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)

# %% solution-anchors
def anchors(rows, columns, stride, sizes):
    """A grid, its stride in pixels, sizes (S, 2) of width and height -> (rows * columns * S, 4), edges."""
    flat = []
    for n in range(rows * columns):
        row, column = divmod(n, columns)
        cx, cy = column * stride + stride / 2, row * stride + stride / 2
        for w, h in sizes.tolist():
            flat.extend((cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2))
    return torch.tensor(flat, dtype=sizes.dtype, device=sizes.device).view(-1, 4)

# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    rows, enough = overlap.tolist(), (overlap >= threshold).tolist()
    thing = [-1] * A
    for a in range(A):
        for g in range(G):
            if rows[a][g] == max(rows[a]):
                if enough[a][g]:
                    thing[a] = g
                break
    for g in range(G):
        column = [row[g] for row in rows]
        thing[column.index(max(column))] = g
    return torch.tensor(thing, dtype=torch.int64, device=overlap.device)

# %% solution-code
def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    result = torch.zeros_like(boxes)
    for n in range(len(boxes)):
        cx, cy, w, h = to_centres(boxes[n])
        ax, ay, aw, ah = to_centres(anchors[n])
        result[n, 0] = (cx - ax) / aw
        result[n, 1] = (cy - ay) / ah
        result[n, 2] = torch.log(w / aw)
        result[n, 3] = torch.log(h / ah)
    return result


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    result = torch.zeros_like(anchors)
    for n in range(len(anchors)):
        tx, ty, tw, th = offsets[n]
        ax, ay, aw, ah = to_centres(anchors[n])
        cx, cy = ax + tx * aw, ay + ty * ah
        w, h = aw * torch.exp(tw), ah * torch.exp(th)
        result[n] = torch.stack([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2])
    return result

# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    parts = []
    for d in (p - t).flatten():
        if -beta < d < beta:
            parts.append(d * d / (2 * beta))
        elif d > 0:
            parts.append(d - beta / 2)
        else:
            parts.append(-d - beta / 2)
    return torch.stack(parts).reshape(p.shape) if parts else (p - t).abs()

# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    class_loss, box_loss, n = logits.new_zeros(()), offsets.new_zeros(()), 0
    for a, label in enumerate(labels.tolist()):
        class_loss = class_loss + logits[a].logsumexp(0) - logits[a, label]
        if label > 0:
            n += 1
            box_loss = box_loss + distance(offsets[a:a + 1], targets[a:a + 1]).sum()
    class_loss = class_loss / len(labels)
    if n:
        box_loss = box_loss / n
    return class_loss, box_loss

# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    rows, enough, values = overlap.tolist(), (overlap >= threshold).tolist(), scores.tolist()
    hit, free = [False] * D, [True] * G
    for d in sorted(range(D), key=values.__getitem__, reverse=True):  # stable, also with reverse
        if G:
            g = rows[d].index(max(rows[d]))
            hit[d] = enough[d][g] and free[g]
            free[g] = free[g] and not hit[d]
    return torch.tensor(hit, dtype=torch.bool, device=overlap.device)

# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    values, yes = scores.tolist(), hit.tolist()
    ranked = [yes[i] for i in sorted(range(len(yes)), key=lambda i: (-values[i], i))]
    total, best, n = 0.0, 0.0, sum(ranked)
    for k in range(len(ranked), 0, -1):  # from the last place to the first
        best = max(best, n / k)
        if ranked[k - 1]:
            total += best
            n -= 1
    return total / int(things)

# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    kind = classes.tolist()
    values = []
    for k, n in enumerate(things.tolist()):
        if n == 0:
            continue
        own = torch.tensor([i for i, c in enumerate(kind) if c == k], dtype=torch.int64, device=hit.device)
        values.append(float(ap(hit[own], scores[own], n)))
    return sum(values) / len(values)
