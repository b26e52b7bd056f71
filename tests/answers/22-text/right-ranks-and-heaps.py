# because: Ranks by double argsort, a heap for the beam, where and scatter for the rest.
# batch: 2
# %% solution-top-k
def top_k(logits, k):
    rank = logits.argsort(descending=True).argsort()
    return torch.where(rank < k, logits, -torch.inf)
# %% solution-top-p
def top_p(logits, p):
    probs = logits.softmax(0)
    # what is more probable than each token, together
    before = torch.stack([probs[logits > a].sum() for a in logits])
    return torch.where(before < p, logits, torch.full_like(logits, float("-inf")))
# %% solution-temperature
def with_temperature(logits, tau):
    if tau:
        return ((logits - logits.max()) / tau).softmax(-1)
    return torch.zeros_like(logits).index_fill_(0, logits.argmax(), 1)
# %% solution-penalise
def penalise(logits, said, penalty):
    hit = torch.zeros_like(logits, dtype=torch.bool)
    for t in said:
        hit[t] = True
    return torch.where(hit, torch.minimum(logits / penalty, logits * penalty), logits)
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    from heapq import nlargest

    best, beams = None, {(): 0.0}
    while beams:
        options = {s + (v,): total + a for s, total in beams.items() for v, a in enumerate(logp(s))}
        kept = nlargest(k, options, key=options.get)
        beams = {}
        for s in kept:
            if s[-1] != end and len(s) < longest:
                beams[s] = options[s]
            elif best is None or options[s] / len(s) ** alpha > best[1] / len(best[0]) ** alpha:
                best = s, options[s]
    said, total = best
    return list(said), total / len(said) ** alpha
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    part = torch.bucketize(u, torch.tensor([0.12, 0.135, 0.15], dtype=u.dtype, device=u.device), right=True)
    part = torch.where(torch.isin(ids, special), 3, part)
    table = torch.stack([torch.full_like(ids, mask_id), others, ids, ids])
    read = table.gather(0, part[None])[0]
    labels = torch.where(part < 3, ids, -100)
    return read, labels
# %% solution-summarise
def summarise(sentences, k, stop):
    kept = [[w for w in s if w not in stop] for s in sentences]
    everything = sum(kept, [])
    score = {i: sum(map(everything.count, s)) / max(len(s), 1) for i, s in enumerate(kept)}
    places = []
    for _ in range(min(k, len(sentences))):
        best = max(score, key=score.get)  # the first of equals
        places.append(best)
        del score[best]
    return sorted(places)
