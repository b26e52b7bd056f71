# because: A small class for boxes, smooth L1 by masks, encoding number by number with math, cross-entropy from F.nll_loss.
# batch: 2
# %% solution-iou
class Box:
    """One axis at a time: the lengths that two sets of boxes have in common."""

    def __init__(self, edges):
        self.low, self.high = edges[:, :2], edges[:, 2:]
        self.area = (self.high - self.low).prod(1)

    def common(self, other):
        low = torch.max(self.low[:, None], other.low)
        high = torch.min(self.high[:, None], other.high)
        return torch.where(high > low, high - low, torch.zeros_like(low)).prod(2)


def iou(A, B):
    """A (N, 4), B (M, 4) -> (N, M): the intersection over union of each box of A with each of B."""
    a, b = Box(A), Box(B)
    both = a.common(b)
    union = (a.area[:, None] - both) + b.area
    nothing = union == 0
    return torch.where(nothing, torch.zeros_like(both), both / torch.where(nothing, torch.ones_like(union), union))
# %% solution-code
import math


def encode_box(boxes, anchors):
    """boxes (N, 4), anchors (N, 4), edges -> (N, 4): tx, ty, tw, th."""
    out = torch.empty_like(boxes)
    for i, (b, a) in enumerate(zip(to_centres(boxes).tolist(), to_centres(anchors).tolist())):
        out[i, 0], out[i, 1] = (b[0] - a[0]) / a[2], (b[1] - a[1]) / a[3]
        out[i, 2], out[i, 3] = math.log(b[2] / a[2]), math.log(b[3] / a[3])
    return out


def decode_box(offsets, anchors):
    """offsets (N, 4): tx, ty, tw, th; anchors (N, 4) -> boxes (N, 4), edges."""
    ax0, ay0, ax1, ay1 = anchors.unbind(-1)
    tx, ty, tw, th = offsets.unbind(-1)
    w, h = (ax1 - ax0) * tw.exp(), (ay1 - ay0) * th.exp()
    x0 = (ax0 + ax1) / 2 + tx * (ax1 - ax0) - w / 2
    y0 = (ay0 + ay1) / 2 + ty * (ay1 - ay0) - h / 2
    return torch.stack([x0, y0, x0 + w, y0 + h], -1)
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    d = (p - t).abs()
    near = d.clamp(max=beta)
    return near**2 / (2 * beta) + (d - beta).relu()
# %% solution-loss
def two_head_loss(logits, offsets, labels, targets, distance):
    """logits (A, K+1), offsets (A, 4), labels (A,) int, targets (A, 4), a function -> class loss, box loss."""
    class_loss = F.nll_loss(logits.log_softmax(-1), labels)
    box_loss, n = offsets.new_zeros(()), 0
    for i, label in enumerate(labels.tolist()):
        if label > 0:
            box_loss = box_loss + distance(offsets[i : i + 1], targets[i : i + 1]).sum()
            n += 1
    return class_loss, box_loss / n if n else box_loss
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    table, s, c = overlap.tolist(), scores.tolist(), classes.tolist()
    keep = []
    for i in sorted(range(len(s)), key=lambda i: s[i], reverse=True):  # Python's sort is stable
        if not any(c[i] == c[j] and table[j][i] > threshold for j in keep):
            keep.append(i)
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
