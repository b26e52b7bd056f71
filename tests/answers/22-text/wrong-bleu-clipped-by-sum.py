# because: an n-gram is clipped at the sum of its counts over all references instead of the largest count in one of them
# batch: 5
# told: true author bleu: clipped by all references together
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""
    c = len(candidate)
    precisions = []
    for n in range(1, 5):
        cand = Counter(tuple(candidate[i : i + n]) for i in range(c - n + 1))
        if not cand:
            return 0.0
        ref = Counter()
        for reference in references:
            ref.update(tuple(reference[i : i + n]) for i in range(len(reference) - n + 1))
        hits = sum(min(count, ref[gram]) for gram, count in cand.items())
        precisions.append(hits / sum(cand.values()))
    r = min((len(x) for x in references), key=lambda length: (abs(length - c), length))
    bp = 1.0 if c >= r else math.exp(1 - r / c)
    return bp * math.prod(precisions) ** 0.25
