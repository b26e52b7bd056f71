# fails: *
# because: Boxes are taken as long as a score is above 0, and dropped ones are set to 0, so boxes with a score of 0 or below are never kept; a score may be any number.
# batch: 2
# told: true author nms: 0 for boxes that are gone
# %% solution-nms
def nms(overlap, scores, threshold):
    """overlap (N, N), scores (N,), a number -> (K,) int64: the boxes that are kept, the best first."""
    keep = []
    s = scores.clone()
    while len(s) and s.max() > 0:
        i = int(s.argmax())
        keep.append(i)
        s[overlap[i] > threshold] = 0
        s[i] = 0
    return torch.tensor(keep, dtype=torch.int64, device=scores.device)
