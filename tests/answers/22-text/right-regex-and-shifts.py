# because: another regular expression, a shifted target, one-hot products, string search for stops
# batch: 1
# %% solution-words
def words(text):
    return [m.group() for m in re.finditer(r"(?:[^\W_]|')+|\S", text.lower())]
# %% solution-vocab
def vocab(texts, at_least):
    c = sum((Counter(t) for t in texts), Counter())
    pairs = sorted((-n, token) for token, n in c.items() if n >= at_least)
    return ["[PAD]", "[UNK]"] + [token for _, token in pairs]
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    reads = torch.cat([torch.full_like(target[:, :1], begin), target[:, :-1]], 1)
    said = []
    for token in reads.unbind(1):
        answer = step(token, state)
        said.append(answer[0][:, None])
        state = answer[1]
    return torch.cat(said, 1)
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    return mean(torch.stack([E[row] for row in ids]), ids.ne(0))
# %% solution-sentiment
def sentiment(bags, w, b, y):
    z = torch.mv(bags, w).add(b)
    return torch.special.expit(z), F.binary_cross_entropy_with_logits(z, y)
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    places = (labels != -100).nonzero().tolist()
    if not places:
        return logits.sum() * 0
    return sum(logits[n, l].logsumexp(0) - logits[n, l, labels[n, l]] for n, l in places) / len(places)
# %% solution-temperature
def with_temperature(logits, tau):
    z = logits - logits.max()
    if tau == 0:
        out = torch.zeros_like(logits)
        out[z.argmax()] = 1
        return out
    e = (z / tau).exp()
    return e / e.sum()
# %% solution-summarise
def summarise(sentences, k, stop):
    n = Counter()
    for s in sentences:
        n.update(w for w in s if w not in stop)
    def score(s):
        kept = [n[w] for w in s if w not in stop]
        return sum(kept) / max(1, len(kept))
    best = []
    for _ in range(min(k, len(sentences))):
        best.append(max((i for i in range(len(sentences)) if i not in best), key=lambda i: score(sentences[i])))
    best.sort()
    return best
