# fails: nms_by_class
# because: Within a class the places in the selected part are returned, not turned back into the numbers of the boxes in the whole list.
# batch: 2
# told: true author by class: numbers within the class, sorted
# %% solution-by-class
def nms_by_class(overlap, scores, classes, threshold):
    """overlap (N, N), scores (N,), classes (N,) int, a number -> (K,) int64: the boxes kept, the best first."""
    found = []
    for c in set(classes.tolist()):
        m = classes == c
        part, s = overlap[m][:, m], scores[m]
        mine = []
        for i in torch.argsort(s, descending=True, stable=True).tolist():
            if all(float(part[i, j]) <= threshold for j in mine):
                mine.append(i)
        found += [(-float(s[i]), i) for i in mine]
    found.sort()
    return torch.tensor([i for _, i in found], dtype=torch.int64, device=scores.device)
