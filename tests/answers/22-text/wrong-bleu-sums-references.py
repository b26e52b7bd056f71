# fails: bleu, a word repeated
# because: The counts of all references are added up for the clipping; the limit is the count in the one reference that has the n-gram most often.
# batch: 1
# told: true author bleu: clipped by all references together
# %% solution-bleu
def bleu(candidate, references):
    def count(tokens, n):
        return Counter(zip(*[tokens[i:] for i in range(n)]))

    product = 1.0
    for n in range(1, 5):
        mine = count(candidate, n)
        limit = Counter()
        for ref in references:
            limit += count(ref, n)
        total = sum(mine.values())
        if total == 0:
            return 0.0
        product *= sum(min(k, limit[g]) for g, k in mine.items()) / total
    c = len(candidate)
    r = sorted((len(ref) for ref in references), key=lambda x: (abs(x - c), x))[0]
    bp = 1.0 if c >= r else math.exp(1 - r / c)
    return bp * product ** 0.25
