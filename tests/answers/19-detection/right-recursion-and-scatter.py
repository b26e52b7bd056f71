# because: NMS by recursion on masks, matching by one assignment with a stable loop over things, loss from logsumexp.
# batch: 2
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    left = torch.ones(len(scores), dtype=torch.bool, device=scores.device)
    while left.any():
        numbers = left.nonzero().flatten()
        best = numbers[scores[numbers] == scores[numbers].max()][0]  # the first of the best
        keep.append(int(best))
        left = left & (overlap[best] <= threshold)
        left[best] = False
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    kept = []
    for c in classes.unique():
        mine = torch.nonzero(classes == c).flatten()
        kept += mine[nms(overlap[mine][:, mine], scores[mine], threshold)].tolist()
    kept.sort(key=lambda i: (-float(scores[i]), i))
    return torch.tensor(kept, dtype=torch.int64, device=scores.device)
# %% solution-match
def match(overlap, threshold):
    """overlap (A, G), a number -> (A,) int64: the thing that each anchor should find, -1 for background."""
    A, G = overlap.shape
    thing = torch.full((A,), -1, dtype=torch.int64, device=overlap.device)
    best = torch.full((A,), -torch.inf, dtype=overlap.dtype, device=overlap.device)
    for g, column in enumerate(overlap.T):  # rule 1 as a running maximum
        better = (column > best) & (column >= threshold)
        thing[better] = g
        best = torch.maximum(best, column)
    for g, column in enumerate(overlap.T):
        thing[(column == column.max()).nonzero()[0]] = g
    return thing
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    class_loss = (logits.logsumexp(1) - logits[torch.arange(len(labels), device=labels.device), labels]).mean()
    rows = torch.nonzero(labels > 0).flatten()
    if rows.numel():
        box_loss = distance(offsets[rows], targets[rows]).sum(1).mean()
    else:
        box_loss = 0.0 * offsets.detach().new_ones(())
    return class_loss, box_loss
# %% solution-hits
def hits(overlap, scores, threshold):
    """overlap (D, G), scores (D,), a number -> (D,) bool: which detections are hits, in the given order."""
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    if D == 0 or G == 0:
        return hit
    value, mine = overlap.max(1)
    order = torch.argsort(scores, descending=True, stable=True)
    for g in range(G):
        candidates = order[(mine[order] == g) & (value[order] >= threshold)]
        hit[candidates[:1]] = True
    return hit
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    """hit, scores, classes (D,); things (K,) int; a function ap(hit, scores, things) -> one number."""
    count, total = 0, 0.0
    for k, n in enumerate(things):
        if n:
            which = torch.where(classes == k)[0]
            total, count = total + float(ap(hit[which], scores[which], n)), count + 1
    return total / count
