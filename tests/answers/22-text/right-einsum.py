# because: right; short functional style with einsum, baddbmm, logsumexp, pad_sequence, torch.isin, scatter and searchsorted
# batch: 5
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""
    return [m.group() for m in re.finditer(r"(?:[^\W_]|')+|_|[^\w\s]", text.lower())]
# %% solution-vocab
def vocab(texts, at_least):
    """texts: lists of tokens -> the vocabulary, a list of tokens."""
    counts = sum(map(Counter, texts), Counter())
    ranked = sorted(counts)  # the alphabet first; the second sort is stable
    ranked.sort(key=counts.get, reverse=True)
    return ["[PAD]", "[UNK]", *filter(lambda t: counts[t] >= at_least, ranked)]
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    place = dict(zip(vocabulary, range(len(vocabulary))))
    rows = [torch.tensor([place.get(t, 1) for t in text], dtype=torch.long, device=check.device) for text in texts]
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)
# %% solution-masked-mean
def masked_mean(x, mask):
    """x (N, L, C), mask (N, L) bool -> (N, C): the mean over the places where mask is True; 0 where there is none."""
    m = mask.to(x.dtype)
    share = m / m.sum(1, keepdim=True).clamp(min=1)
    return torch.einsum("nl,nlc->nc", share, x)
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    """E (V, C), ids (N, L) int, mean: (x (N, L, C), mask (N, L)) -> (N, C); gives (N, C). Token 0 is padding."""
    return mean(E.index_select(0, ids.reshape(-1)).unflatten(0, ids.shape), ids.bool())
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    z = torch.einsum("nc,c->n", bags, w) + b
    p, loss = z.sigmoid(), F.softplus(z * (1 - 2 * y)).mean()
    return p, loss
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    free = [name for name in params if name not in frozen]
    now = {name: p.detach().clone() for name, p in params.items()}
    for _ in range(steps):
        leaves = {name: p.requires_grad_(name in free) for name, p in now.items()}
        grads = dict(zip(free, torch.autograd.grad(loss_of(leaves), [leaves[name] for name in free])))
        now = {name: (p - lr * grads[name] if name in grads else p).detach() for name, p in leaves.items()}
    return now
# %% solution-attend
def attend(s, enc, pad):
    """s (N, C), enc (N, S, C), pad (N, S) bool -> context (N, C) and weights (N, S)."""
    a = torch.einsum("nc,nsc->ns", s, enc).masked_fill(pad, -torch.inf)
    weights = (a - a.logsumexp(1, keepdim=True)).exp()
    context = torch.einsum("ns,nsc->nc", weights, enc)
    return context, weights
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    """step: (token (N,), state) -> logits (N, V), state; target (N, T) int, begin: a token -> logits (N, T, V)."""
    reads = F.pad(target, (1, 0), value=begin)[:, :-1]
    out = []
    for token in reads.unbind(1):
        logits, state = step(token, state)
        out.append(logits[:, None])
    return torch.cat(out, 1)
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""
    said = ()
    while len(said) < longest and end not in said:
        a = logp(said)
        said = (*said, a.index(max(a)))
    return [*said]
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""
    import heapq

    live, finished = [(0.0, ())], []
    while live:
        grown = ((total + a, (*said, token)) for total, said in live for token, a in enumerate(logp(said)))
        kept = heapq.nlargest(k, grown)
        over = [len(said) >= longest or said[-1] == end for _, said in kept]
        finished += [x for x, o in zip(kept, over) if o]
        live = [x for x, o in zip(kept, over) if not o]
    total, said = max(finished, key=lambda x: x[0] / len(x[1]) ** alpha)
    return list(said), total / len(said) ** alpha
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""
    grams = lambda text, n: Counter(zip(*(text[i:] for i in range(n))))  # noqa: E731
    logs = 0.0
    for n in range(1, 5):
        mine, theirs = grams(candidate, n), Counter()
        for ref in references:
            theirs |= grams(ref, n)
        hit = (mine & theirs).total()
        if not hit:
            return 0.0
        logs += math.log(hit / mine.total()) / 4
    c = len(candidate)
    _, r = min((abs(len(ref) - c), len(ref)) for ref in references)
    return math.exp(min(0.0, 1 - r / c) + logs)
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""
    borders = torch.tensor([0.12, 0.135, 0.15], dtype=u.dtype, device=u.device)
    kind = torch.bucketize(u, borders, right=True).masked_fill(torch.isin(ids, special), 3)
    choices = torch.stack([torch.full_like(ids, mask_id), others, ids, ids])
    read = choices.gather(0, kind[None])[0]
    labels = ids.masked_fill(kind == 3, -100)
    return read, labels
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    total = F.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=-100, reduction="sum")
    return total / max(1, int((labels != -100).sum()))
# %% solution-summarise
def summarise(sentences, k, stop):
    """sentences: lists of words, stop: a set of words -> the places of the k best sentences, in order."""
    kept = [[w for w in s if w not in stop] for s in sentences]
    weight = Counter(w for s in kept for w in s)
    score = [sum(map(weight.get, s)) / max(1, len(s)) for s in kept]
    return sorted(sorted(range(len(score)), key=lambda i: (-score[i], i))[:k])
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""
    i = torch.tensor(said, dtype=torch.long, device=logits.device)
    a = logits[i]
    return logits.scatter(0, i, torch.minimum(a / penalty, a * penalty))
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    if not tau:
        return F.one_hot(logits.argmax(), len(logits)).to(logits.dtype)
    scaled = logits / tau
    return (scaled - scaled.logsumexp(0)).exp()
# %% solution-top-k
def top_k(logits, k):
    """logits (V,), k >= 1 -> (V,): the k largest as they are, the others -inf."""
    best = logits.topk(min(k, len(logits)))
    return torch.full_like(logits, -torch.inf).scatter(0, best.indices, best.values)
# %% solution-top-p
def top_p(logits, p):
    """logits (V,), 0 < p < 1 -> (V,): as few of the most probable as sum to p at least; the others -inf."""
    ordered, places = logits.sort(descending=True)
    sums = ordered.softmax(0).cumsum(0)
    how_many = int(torch.searchsorted(sums, p)) + 1
    return logits.index_fill(0, places[how_many:], -torch.inf)
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    begins = [i for stop in stops for i in range(len(said)) if said[i : i + len(stop)] == stop]
    return said[: min(begins, default=len(said))]
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    parts = []
    for m in messages:
        parts += [([START, *to_ids(m["role"]), *to_ids("\n")], False)]
        parts += [([*to_ids(m["content"]), END], m["role"] == "assistant"), (to_ids("\n"), False)]
    if prompt:
        parts += [([START, *to_ids("assistant"), *to_ids("\n")], False)]
    ids = [t for part, _ in parts for t in part]
    learn = [flag for part, flag in parts for _ in part]
    return ids, learn
