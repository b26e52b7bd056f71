# fails: *
# because: Of two equally close references the longer one is taken for r; it should be the shorter.
# batch: 2
# told: true author bleu: the longer of two equally close
# %% solution-bleu
def bleu(candidate, references):
    logs = 0
    for n in range(1, 5):
        count = lambda t: Counter(tuple(t[i:i + n]) for i in range(len(t) - n + 1))
        best = Counter()
        for ref in references:
            best |= count(ref)
        mine = count(candidate)
        shared = sum((mine & best).values())
        if not shared:
            return 0.0
        logs += math.log(shared / sum(mine.values())) / 4
    c = len(candidate)
    r = sorted((len(ref) for ref in references), reverse=True)
    r = min(r, key=lambda length: abs(length - c))
    bp = 1 if c >= r else math.exp(1 - r / c)
    return bp * math.exp(logs)
