# because: recursion for greedy and chat, heapq for the beam, math.prod for BLEU
# batch: 1
# %% solution-greedy
def greedy(logp, end, longest):
    def go(said):
        if len(said) == longest or (said and said[-1] == end):
            return list(said)
        row = list(logp(said))
        return go(said + (row.index(max(row)),))
    return go(())
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    import heapq

    def over(s):
        return len(s) == longest or s[-1] == end

    finished, live = {}, {(): 0.0}
    while live:
        more = {said + (v,): total + a for said, total in live.items() for v, a in enumerate(logp(said))}
        best = heapq.nlargest(k, more, key=more.get)
        finished.update({s: more[s] for s in best if over(s)})
        live = {s: more[s] for s in best if not over(s)}
    said = max(finished, key=lambda s: finished[s] / len(s) ** alpha)
    return list(said), finished[said] / len(said) ** alpha
# %% solution-bleu
def bleu(candidate, references):
    runs = lambda t, n: Counter(tuple(t[i : i + n]) for i in range(len(t) - n + 1))
    c, shares = len(candidate), []
    for n in range(1, 5):
        mine, most = runs(candidate, n), Counter()
        for ref in references:
            most |= runs(ref, n)
        if not mine & most:
            return 0.0
        shares.append((mine & most).total() / mine.total())
    r = min(map(len, references), key=lambda L: (abs(L - c), L))
    return math.prod(shares) ** 0.25 * math.exp(min(0.0, 1 - r / c))
# %% solution-chat
def chat(messages, to_ids, prompt):
    if messages:
        m, rest = messages[0], messages[1:]
        mine = m["role"] == "assistant"
        pairs = [(START, False)] + [(t, False) for t in to_ids(m["role"] + "\n")]
        pairs += [(t, mine) for t in to_ids(m["content"]) + [END]] + [(t, False) for t in to_ids("\n")]
        ids, learn = chat(rest, to_ids, prompt)
        return [t for t, _ in pairs] + ids, [f for _, f in pairs] + learn
    ids = [START] + to_ids("assistant\n") if prompt else []
    return ids, [False for _ in ids]
# %% solution-summarise
def summarise(sentences, k, stop):
    import heapq
    from statistics import mean

    good = [[w for w in s if w not in stop] for s in sentences]
    everything = sum(good, [])
    scores = [mean([everything.count(w) for w in s]) if s else 0 for s in good]
    return sorted(heapq.nsmallest(k, range(len(scores)), key=lambda i: (-scores[i], i)))
