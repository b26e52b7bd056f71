# fails: bleu, a word repeated
# because: Every n-gram of the candidate that some reference has counts, as often as it is repeated; it counts at most as often as it occurs in one reference.
# batch: 1
# told: true author bleu: not clipped
# %% solution-bleu
def bleu(candidate, references):
    def grams(tokens, n):
        return [tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1)]

    logs = 0.0
    for n in (1, 2, 3, 4):
        mine = grams(candidate, n)
        theirs = {g for ref in references for g in grams(ref, n)}
        hits = sum(g in theirs for g in mine)
        if hits == 0:
            return 0.0
        logs += math.log(hits / len(mine)) / 4
    c = len(candidate)
    r = min((abs(len(ref) - c), len(ref)) for ref in references)[1]
    return math.exp(logs) * (1.0 if c >= r else math.exp(1 - r / c))
