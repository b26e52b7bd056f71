# because: right; recursion wherever a loop would stand, helper functions inside the answers, no enumerate
# batch: 5
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""
    found = re.search(r"[^\W_']+(?:'|[^\W_])*|'+(?:'|[^\W_])*|\S", text.lower())
    out = []
    rest = text.lower()
    while found:
        out.append(found[0])
        rest = rest[found.end() :]
        found = re.search(r"[^\W_']+(?:'|[^\W_])*|'+(?:'|[^\W_])*|\S", rest)
    return out
# %% solution-vocab
def vocab(texts, at_least):
    """texts: lists of tokens -> the vocabulary, a list of tokens."""
    every = [token for text in texts for token in text]

    def quick(tokens):
        if not tokens:
            return []
        pivot, rest = tokens[0], tokens[1:]
        key = (-count[pivot], pivot)
        return (
            quick([t for t in rest if (-count[t], t) < key]) + [pivot] + quick([t for t in rest if (-count[t], t) > key])
        )

    count = Counter(every)
    return ["[PAD]", "[UNK]"] + quick([t for t in count if count[t] >= at_least])
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    longest = max(map(len, texts))

    def fill(row):
        return row if len(row) == longest else fill(row + [0])

    rows = [fill([vocabulary.index(t) if t in vocabulary else 1 for t in text]) for text in texts]
    return torch.tensor(rows, device=check.device)
# %% solution-masked-mean
def masked_mean(x, mask):
    """x (N, L, C), mask (N, L) bool -> (N, C): the mean over the places where mask is True; 0 where there is none."""

    def total(l):
        if l < 0:
            return torch.zeros_like(x[:, 0])
        return total(l - 1) + torch.where(mask[:, l, None], x[:, l], 0.0)

    n = mask.sum(1, keepdim=True)
    return total(x.shape[1] - 1) / torch.where(n == 0, 1, n)
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    """E (V, C), ids (N, L) int, mean: (x (N, L, C), mask (N, L)) -> (N, C); gives (N, C). Token 0 is padding."""
    one_hot = F.one_hot(ids, E.shape[0]).to(E.dtype)
    return mean(one_hot @ E, torch.logical_not(ids.eq(0)))
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    z = bags.mv(w).add(b)
    return torch.special.expit(z), F.binary_cross_entropy_with_logits(z, y)
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""

    def move(now, left):
        if left == 0:
            return now
        names = list(now)
        leaves = {name: now[name].clone().requires_grad_() for name in names}
        slopes = torch.autograd.grad(loss_of(leaves), list(leaves.values()))
        rates = [0.0 if name in frozen else lr for name in names]
        return move({m: now[m] - r * s if r else now[m] for m, r, s in zip(names, rates, slopes)}, left - 1)

    return move({name: p.detach().clone() for name, p in params.items()}, steps)
# %% solution-attend
def attend(s, enc, pad):
    """s (N, C), enc (N, S, C), pad (N, S) bool -> context (N, C) and weights (N, S)."""
    a = (enc @ s.unsqueeze(2)).squeeze(2)
    a = torch.where(pad, torch.full_like(a, float("-inf")), a)
    weights = F.softmax(a, dim=1)
    context = (weights.unsqueeze(1) @ enc).squeeze(1)
    return context, weights
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    """step: (token (N,), state) -> logits (N, V), state; target (N, T) int, begin: a token -> logits (N, T, V)."""

    def go(token, state, t):
        logits, state = step(token, state)
        if t + 1 == target.shape[1]:
            return [logits]
        return [logits] + go(target[:, t], state, t + 1)

    return torch.stack(go(torch.full_like(target[:, 0], begin), state, 0), dim=1)
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""

    def more(said):
        if len(said) >= longest or (said and said[-1] == end):
            return list(said)
        a = logp(said)
        return more(said + (max(range(len(a)), key=lambda t: (a[t], -t)),))

    return more(())
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""

    def over(said):
        return said[-1] == end or len(said) == longest

    def rounds(texts):  # {text: total} -> {finished text: total}
        if not texts:
            return {}
        grown = {}
        for said, total in texts.items():
            a = logp(said)
            grown.update({said + (t,): total + a[t] for t in range(len(a))})
        kept = sorted(grown, key=grown.get)[-k:]
        finished = {said: grown[said] for said in kept if over(said)}
        finished.update(rounds({said: grown[said] for said in kept if not over(said)}))
        return finished

    finished = rounds({(): 0.0})
    score = {said: total / len(said) ** alpha for said, total in finished.items()}
    best = max(score, key=score.get)
    return list(best), score[best]
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""

    def runs(text, n):
        return [] if len(text) < n else [tuple(text[:n])] + runs(text[1:], n)

    def precision(n):
        mine = runs(candidate, n)
        others = [runs(ref, n) for ref in references]
        if not mine:
            return 0.0
        return sum(min(mine.count(g), max(o.count(g) for o in others)) for g in set(mine)) / len(mine)

    def product(n):
        return 1.0 if n == 0 else precision(n) * product(n - 1)

    value = product(4)
    if value == 0:
        return 0.0
    c = len(candidate)
    r = sorted(sorted(map(len, references)), key=lambda length: abs(length - c))[0]
    return math.sqrt(math.sqrt(value)) * (1.0 if c >= r else math.exp(1 - r / c))
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""

    def is_one_of(k):
        return torch.zeros_like(ids, dtype=torch.bool) if k == 0 else is_one_of(k - 1) | (ids == special[k - 1])

    off = is_one_of(len(special))
    read = torch.where(off | (u >= 0.135), ids, torch.where(u >= 0.12, others, mask_id))
    labels = torch.where(off | (u >= 0.15), -100, ids)
    return read, labels
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    asked = labels.ne(-100)
    if not asked.any():
        return torch.zeros((), dtype=logits.dtype, device=logits.device)
    return -logits[asked].log_softmax(-1).gather(-1, labels[asked][:, None]).mean()
# %% solution-summarise
def summarise(sentences, k, stop):
    """sentences: lists of words, stop: a set of words -> the places of the k best sentences, in order."""
    text = [word for sentence in sentences for word in sentence if word not in stop]

    def score(i):
        own = [word for word in sentences[i] if word not in stop]
        return sum(text.count(word) for word in own) / len(own) if own else 0.0

    def choose(left, many):
        if many == 0 or not left:
            return []
        best = max(left, key=score)  # the first of equals
        return [best] + choose([i for i in left if i != best], many - 1)

    return sorted(choose(list(range(len(sentences))), k))
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""

    def once(row, tokens):
        if not tokens:
            return row
        t, *rest = tokens
        row = torch.cat([row[:t], torch.where(row[t] > 0, row[t] / penalty, row[t] * penalty)[None], row[t + 1 :]])
        return once(row, rest)

    return once(logits.clone(), sorted(set(said)))
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    if tau == 0:
        p = torch.zeros_like(logits)
        p[torch.max(logits, 0).indices] = 1
        return p
    return torch.nn.Softmax(dim=0)(logits.div(tau))
# %% solution-top-k
def top_k(logits, k):
    """logits (V,), k >= 1 -> (V,): the k largest as they are, the others -inf."""

    def keep(chosen, left):
        if left == 0 or bool(chosen.all()):
            return chosen
        best = logits.masked_fill(chosen, -math.inf).argmax()
        if chosen[best]:  # only -inf is left
            return chosen
        chosen = chosen.clone()
        chosen[best] = True
        return keep(chosen, left - 1)

    return torch.where(keep(torch.zeros_like(logits).bool(), k), logits, -math.inf)
# %% solution-top-p
def top_p(logits, p):
    """logits (V,), 0 < p < 1 -> (V,): as few of the most probable as sum to p at least; the others -inf."""
    probs = F.softmax(logits, 0)
    order = probs.argsort(descending=True).tolist()

    def take(order, need):
        if need <= 0 or not order:
            return []
        return [order[0]] + take(order[1:], need - probs[order[0]].item())

    kept = take(order, p)
    out = logits.new_full(logits.shape, -math.inf)
    out[kept] = logits[kept]
    return out
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    if not said or any(said[: len(stop)] == stop for stop in stops):
        return []
    return [said[0]] + cut(said[1:], stops)
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    newline = to_ids("\n")
    if not messages:
        ids = [START] + to_ids("assistant") + newline if prompt else []
        return ids, [False] * len(ids)
    first, *rest = messages
    head = [START] + to_ids(first["role"]) + newline
    body = to_ids(first["content"]) + [END]
    ids, learn = chat(rest, to_ids, prompt)
    mark = first["role"] == "assistant"
    return head + body + newline + ids, [False] * len(head) + [mark] * len(body) + [False] * len(newline) + learn
