# because: of two references equally close in length it takes the one named first, not the shorter one
# batch: 6
# told: true author bleu: the first named of two equally close
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""
    c = len(candidate)
    if c < 4:
        return 0.0
    logs = []
    for n in (1, 2, 3, 4):
        counts = Counter(zip(*(candidate[i:] for i in range(n))))
        limit = Counter()
        for reference in references:
            limit |= Counter(zip(*(reference[i:] for i in range(n))))
        shared = sum(min(m, limit[gram]) for gram, m in counts.items())
        if not shared:
            return 0.0
        logs.append(math.log(shared / (c - n + 1)))
    closest = min(references, key=lambda reference: abs(len(reference) - c))
    r = len(closest)
    penalty = 1.0 if c >= r else math.exp(1 - r / c)
    return penalty * math.exp(sum(logs) / 4)
