# because: as few loops as possible and rarely used torch functions: einsum, nested products with one_hot, logsumexp, searchsorted, scatter, unfold, bucketize, functional grad
# batch: 6
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""
    return [m.group() for m in re.finditer(r"(?:(?!_)[\w'])+|\S", text.lower())]
# %% solution-vocab
def vocab(texts, at_least):
    """texts: lists of tokens -> the vocabulary, a list of tokens."""
    flat = sorted(token for text in texts for token in text)
    kinds = sorted(set(flat))
    if not kinds:
        return ["[PAD]", "[UNK]"]
    number = {token: i for i, token in enumerate(kinds)}
    counts = torch.bincount(torch.tensor([number[token] for token in flat]), minlength=len(kinds))
    order = torch.argsort(counts, descending=True, stable=True)
    return ["[PAD]", "[UNK]"] + [kinds[i] for i in order.tolist() if counts[i] >= at_least]
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    places = {token: i for i, token in enumerate(vocabulary)}
    rows = [torch.tensor([places.get(token, 1) for token in text], dtype=torch.long) for text in texts]
    rows = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=0).tolist()
    return torch.tensor(rows, device=check.device)
# %% solution-masked-mean
def masked_mean(x, mask):
    """x (N, L, C), mask (N, L) bool -> (N, C): the mean over the places where mask is True; 0 where there is none."""
    weights = F.normalize(mask.to(x.dtype), p=1.0, dim=1)
    return torch.bmm(weights.unsqueeze(1), torch.where(mask.unsqueeze(2), x, 0.0)).squeeze(1)
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    """E (V, C), ids (N, L) int, mean: (x (N, L, C), mask (N, L)) -> (N, C); gives (N, C). Token 0 is padding."""
    rows = E.index_select(0, ids.flatten()).unflatten(0, ids.shape)
    return mean(rows, ids.bool())
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    z = torch.addmv(b.expand(len(bags)), bags, w)
    p = z.sigmoid()
    loss = -F.logsigmoid((2 * y - 1) * z).mean()
    return p, loss
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    moving = [name for name in params if name not in frozen]
    fixed = {name: p.detach().clone() for name, p in params.items()}

    def loss_of_moving(*tensors):
        return loss_of({**fixed, **dict(zip(moving, tensors))})

    gradients = torch.func.grad(loss_of_moving, argnums=tuple(range(len(moving))))
    now = tuple(fixed[name] for name in moving)
    for _ in range(steps):
        now = tuple(p - lr * d for p, d in zip(now, gradients(*now)))
    return {**fixed, **dict(zip(moving, now))}
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
    reads = F.pad(target, (1, -1), value=begin)
    out = []
    for token in reads.T:
        logits, state = step(token, state)
        out.append(logits.unsqueeze(1))
    return torch.cat(out, 1)
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""
    said = torch.empty(0, dtype=torch.long)
    while len(said) < longest and end not in said[-1:].tolist():
        values = torch.tensor(logp(tuple(said.tolist())), dtype=torch.float64)
        first = (values == values.max()).nonzero()[0]
        said = torch.cat([said, first])
    return said.tolist()
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""
    texts, totals = torch.zeros(1, 0, dtype=torch.long), torch.zeros(1, dtype=torch.float64)
    said, total, best = (), 0.0, -math.inf
    while len(texts):
        more = torch.tensor([logp(tuple(t)) for t in texts.tolist()], dtype=torch.float64)
        grid = totals[:, None] + more
        totals, flat = grid.flatten().topk(min(k, grid.numel()))
        parent, token = flat // grid.shape[1], flat % grid.shape[1]
        texts = torch.cat([texts[parent], token[:, None]], 1)
        over = (token == end) | (texts.shape[1] >= longest)
        for t, a in zip(texts[over].tolist(), totals[over].tolist()):
            if a / len(t) ** alpha > best:
                said, total, best = t, a, a / len(t) ** alpha
        texts, totals = texts[~over], totals[~over]
    return list(said), total / len(said) ** alpha
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""
    c = len(candidate)
    if c < 4:
        return 0.0
    number = {}
    for text in [candidate, *references]:
        for token in text:
            number.setdefault(token, len(number))
    coded = [torch.tensor([number[t] for t in text], dtype=torch.long) for text in [candidate, *references]]
    logs = []
    for n in range(1, 5):
        runs = [a.unfold(0, n, 1) if len(a) >= n else a.new_zeros(0, n) for a in coded]
        kinds, inverse = torch.cat(runs).unique(dim=0, return_inverse=True)
        counts = [torch.bincount(part, minlength=len(kinds)) for part in inverse.split([len(r) for r in runs])]
        limit = torch.stack(counts[1:]).amax(0)
        logs.append(torch.minimum(counts[0], limit).sum().double().log() - math.log(c - n + 1))
    lengths = torch.tensor(sorted(len(r) for r in references))
    r = int(lengths[int((lengths - c).abs().argmin())])
    if any(r2 != r and abs(r2 - c) == abs(r - c) for r2 in lengths.tolist()):
        r = c - abs(r - c)  # the shorter one of the two
    return float(torch.stack(logs).mean().exp()) * math.exp(min(0.0, 1 - r / c))
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""
    borders = torch.tensor([0.12, 0.135, 0.15], dtype=u.dtype, device=u.device)
    part = torch.bucketize(u, borders, right=True)  # 0 mask, 1 random, 2 as it is, 3 not chosen
    part = part.masked_fill(torch.isin(ids, special), 3)
    choices = torch.stack([torch.full_like(ids, mask_id), others.to(ids.dtype), ids, ids])
    read = choices.gather(0, part[None])[0]
    labels = ids.masked_fill(part == 3, -100)
    return read, labels
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    asked = labels.ne(-100)
    z, t = logits[asked], labels[asked]
    each = z.logsumexp(-1) - z.gather(-1, t[:, None]).squeeze(-1)
    return each.sum() / max(1, len(t))
# %% solution-summarise
def summarise(sentences, k, stop):
    """sentences: lists of words, stop: a set of words -> the places of the k best sentences, in order."""
    kinds = {w: i for i, w in enumerate(dict.fromkeys(w for s in sentences for w in s if w not in stop))}
    table = torch.zeros(len(sentences), len(kinds), dtype=torch.long)  # how often each word is in each sentence
    for i, s in enumerate(sentences):
        for w in s:
            if w in kinds:
                table[i, kinds[w]] += 1
    total, n = table @ table.sum(0), table.sum(1)
    score = total.double() / n.clamp(min=1)
    chosen = score.sort(descending=True, stable=True).indices[:k]
    return chosen.sort().values.tolist()
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""
    index = torch.tensor(said, dtype=torch.long, device=logits.device)
    factor = torch.full_like(logits, penalty).pow(-logits.sign())
    return logits * torch.ones_like(logits).index_copy(0, index, factor[index])
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    if tau:
        a = (logits - logits.amax()) / tau
        return torch.exp(a - torch.logsumexp(a, 0))
    return F.one_hot(logits.argmax(), len(logits)).to(logits)
# %% solution-top-k
def top_k(logits, k):
    """logits (V,), k >= 1 -> (V,): the k largest as they are, the others -inf."""
    values, index = logits.topk(min(k, logits.numel()))
    return torch.full_like(logits, -torch.inf).scatter(0, index, values)
# %% solution-top-p
def top_p(logits, p):
    """logits (V,), 0 < p < 1 -> (V,): as few of the most probable as sum to p at least; the others -inf."""
    values, index = logits.sort(descending=True)
    sums = values.softmax(0).cumsum(0)
    n = int(torch.searchsorted(sums, torch.tensor(p, dtype=sums.dtype, device=sums.device))) + 1
    return torch.full_like(logits, -torch.inf).scatter(0, index[:n], values[:n])
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    begins = torch.ones(len(said) + 1, dtype=torch.bool)
    begins[:-1] = False
    for stop in stops:
        n = len(said) - len(stop) + 1
        if n > 0:
            hits = [torch.tensor([t == wanted for t in said[j : j + n]]) for j, wanted in enumerate(stop)]
            begins[:n] |= torch.stack(hits).all(0)
    return said[: int(begins.int().argmax())]
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    ids, learn = [], []
    parts = []
    for m in messages:
        parts += [([START, *to_ids(m["role"]), *to_ids("\n")], 0)]
        parts += [([*to_ids(m["content"]), END], int(m["role"] == "assistant")), (to_ids("\n"), 0)]
    if prompt:
        parts += [([START, *to_ids("assistant"), *to_ids("\n")], 0)]
    if parts:
        ids = [t for tokens, _ in parts for t in tokens]
        flags = torch.tensor([flag for _, flag in parts]).bool()
        learn = flags.repeat_interleave(torch.tensor([len(tokens) for tokens, _ in parts])).tolist()
    return ids, learn
