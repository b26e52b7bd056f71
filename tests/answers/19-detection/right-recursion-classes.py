# because: recursion for suppression, a small class for the tally, other formulas
# batch: 1
# %% solution-nms
def nms(overlap, scores, threshold):
    keep = []

    def go(left):
        if left:
            best = max(left, key=lambda i: (float(scores[i]), -i))
            keep.append(best)
            go([i for i in left if i != best and overlap[best, i] <= threshold])

    go(list(range(len(scores))))
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    kept = []
    for i in torch.sort(scores, descending=True, stable=True)[1].tolist():
        rivals = [j for j in kept if classes[j] == classes[i] and overlap[j, i] > threshold]
        if not rivals:
            kept.append(i)
    return torch.as_tensor(kept, dtype=torch.int64, device=scores.device)
# %% solution-code
def encode_box(boxes, anchors):
    w, a = boxes[:, 2:] - boxes[:, :2], anchors[:, 2:] - anchors[:, :2]
    moved = (boxes[:, :2] + boxes[:, 2:] - anchors[:, :2] - anchors[:, 2:]) / (2 * a)
    return torch.cat([moved, torch.log(w / a)], dim=1)


def decode_box(offsets, anchors):
    out = torch.empty_like(anchors)
    for axis in (0, 1):
        low, high = anchors[:, axis], anchors[:, axis + 2]
        size = high - low
        centre, new = (low + high) / 2 + offsets[:, axis] * size, size * torch.exp(offsets[:, axis + 2])
        out[:, axis], out[:, axis + 2] = centre - 0.5 * new, centre + 0.5 * new
    return out
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    far = F.relu(p - t - beta) + F.relu(t - p - beta)  # how far beyond the border
    near = torch.clamp(p - t, min=-beta, max=beta)
    return near.square() / (2 * beta) + far
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    class_loss = F.nll_loss(logits.log_softmax(-1), labels)
    positive = [a for a, label in enumerate(labels.tolist()) if label > 0]
    box_loss = offsets.new_zeros(())
    for a in positive:
        box_loss = box_loss + distance(offsets[a : a + 1], targets[a : a + 1]).sum()
    if positive:
        box_loss = box_loss / len(positive)
    return class_loss, box_loss
# %% solution-hits
class Tally:
    def __init__(self, threshold):
        self.threshold, self.found = threshold, set()

    def judge(self, row):
        if row.numel() == 0:
            return False
        value, thing = row.max(), int(row.argmax())
        if value < self.threshold or thing in self.found:
            return False
        self.found.add(thing)
        return True


def hits(overlap, scores, threshold):
    D, G = overlap.shape
    hit = torch.zeros(D, dtype=torch.bool, device=overlap.device)
    tally = Tally(threshold)
    for d in scores.argsort(descending=True, stable=True).tolist():
        hit[d] = tally.judge(overlap[d])
    return hit
# %% solution-map
def mean_average_precision(hit, scores, classes, things, ap):
    total, judged = 0.0, 0
    for k in range(things.shape[0]):
        if int(things[k]) == 0:
            continue
        own = [i for i, c in enumerate(classes.tolist()) if c == k]
        own = torch.tensor(own, dtype=torch.int64, device=hit.device)
        total, judged = total + float(ap(hit[own], scores[own], int(things[k]))), judged + 1
    return total / judged
