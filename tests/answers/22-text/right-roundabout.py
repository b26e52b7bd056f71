# because: right; roundabout ways: groupby, Fractions, quotas, comparison tables instead of sorting, index_add, two-class log_softmax, torch.optim.SGD, string search for stop sequences
# batch: 5
# %% solution-words
from itertools import groupby


def words(text):
    """A text -> the list of its tokens, in order."""

    def kind(pair):
        i, c = pair
        if c == "'" or c.isalnum():
            return "word"
        return "blank" if c.isspace() else i  # every sign is a group of its own

    groups = groupby(enumerate(text.lower()), key=kind)
    return ["".join(c for _, c in group) for k, group in groups if k != "blank"]
# %% solution-vocab
def vocab(texts, at_least):
    """texts: lists of tokens -> the vocabulary, a list of tokens."""
    flat = sorted(token for text in texts for token in text)
    groups = [(token, len(list(group))) for token, group in groupby_(flat)]
    groups.sort(key=lambda pair: pair[1], reverse=True)
    return ["[PAD]", "[UNK]"] + [token for token, n in groups if n >= at_least]


def groupby_(flat):
    # runs of equal tokens in a sorted list
    i = 0
    while i < len(flat):
        j = i
        while j < len(flat) and flat[j] == flat[i]:
            j += 1
        yield flat[i], flat[i:j]
        i = j
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    from collections import defaultdict
    from itertools import zip_longest

    number = defaultdict(lambda: 1, {token: i for i, token in enumerate(vocabulary)})
    columns = zip_longest(*[[number[t] for t in text] for text in texts], fillvalue=0)
    rows = list(zip(*columns))
    return torch.tensor(rows, device=check.device)
# %% solution-masked-mean
def masked_mean(x, mask):
    """x (N, L, C), mask (N, L) bool -> (N, C): the mean over the places where mask is True; 0 where there is none."""
    which = mask.nonzero()[:, 0]
    sums = x.new_zeros(x.shape[0], x.shape[2]).index_add(0, which, x[mask])
    counts = torch.bincount(which, minlength=x.shape[0])
    return sums / counts.clamp_min(1).unsqueeze(1)
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    """E (V, C), ids (N, L) int, mean: (x (N, L, C), mask (N, L)) -> (N, C); gives (N, C). Token 0 is padding."""
    return mean(F.embedding(ids, E), ids > 0)
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    z = F.linear(bags, w[None], b.reshape(1)).flatten()
    two = torch.stack([torch.zeros_like(z), z], 1)  # negative and positive as two classes
    logs = two.log_softmax(1)
    p = logs[:, 1].exp()
    loss = F.nll_loss(logs, y.long())
    return p, loss
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    copy = {name: torch.nn.Parameter(p.detach().clone(), requires_grad=name not in frozen) for name, p in params.items()}
    optimiser = torch.optim.SGD([p for p in copy.values() if p.requires_grad], lr=lr)
    for _ in range(steps):
        optimiser.zero_grad()
        loss_of(copy).backward()
        optimiser.step()
    return {name: p.detach() for name, p in copy.items()}
# %% solution-attend
def attend(s, enc, pad):
    """s (N, C), enc (N, S, C), pad (N, S) bool -> context (N, C) and weights (N, S)."""
    a = torch.linalg.vecdot(s[:, None], enc, dim=-1)
    low = torch.finfo(a.dtype).min
    top = a.masked_fill(pad, low).amax(1, keepdim=True)
    weights = torch.exp((a - top).masked_fill(pad, 0)) * ~pad
    weights = F.normalize(weights, p=1, dim=1)
    context = (weights[..., None] * enc).sum(dim=1)
    return context, weights
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    """step: (token (N,), state) -> logits (N, V), state; target (N, T) int, begin: a token -> logits (N, T, V)."""
    reads = torch.roll(target, 1, dims=1)
    reads[:, 0] = begin
    outputs = [None] * target.shape[1]
    for t in range(target.shape[1]):
        outputs[t], state = step(reads[:, t], state)
    return torch.stack(outputs).transpose(0, 1)
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""
    said = []
    for _ in range(longest):
        a = logp(tuple(said))
        token = sorted(range(len(a)), key=a.__getitem__, reverse=True)[0]  # stable: the smallest of equals
        said += [token]
        if token == end:
            return said
    return said
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""
    texts, totals = [()], torch.zeros(1, dtype=torch.float64)
    best_score, best_text = -math.inf, None
    while texts:
        table = totals[:, None] + torch.tensor([logp(t) for t in texts], dtype=torch.float64)  # (beam, V)
        v = table.shape[1]
        values, places = table.flatten().topk(min(k, table.numel()))
        new_texts, new_totals = [], []
        for value, place in zip(values.tolist(), places.tolist()):
            text = texts[place // v] + (place % v,)
            if place % v == end or len(text) >= longest:
                if value / len(text) ** alpha > best_score:
                    best_score, best_text = value / len(text) ** alpha, text
            else:
                new_texts.append(text)
                new_totals.append(value)
        texts, totals = new_texts, torch.tensor(new_totals, dtype=torch.float64)
    return list(best_text), best_score
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""
    from fractions import Fraction

    product = Fraction(1)
    for n in range(1, 5):
        slots = len(candidate) - n + 1
        if slots <= 0:
            return 0.0
        quota = {}
        for ref in references:
            for gram, times in Counter(tuple(ref[i : i + n]) for i in range(len(ref) - n + 1)).items():
                quota[gram] = max(times, quota.get(gram, 0))
        hits = 0
        for i in range(slots):  # use up the quota, one n-gram after the other
            gram = tuple(candidate[i : i + n])
            if quota.get(gram, 0) > 0:
                quota[gram] -= 1
                hits += 1
        product *= Fraction(hits, slots)
    c, d = len(candidate), 0
    lengths = {len(ref) for ref in references}
    while c - d not in lengths and c + d not in lengths:  # look further and further away
        d += 1
    r = c - d if c - d in lengths else c + d
    return float(product) ** 0.25 * min(1.0, math.exp(1 - r / c))
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""
    allowed = (ids.unsqueeze(-1) != special).all(-1)
    u = torch.where(allowed, u, 1.0)  # a new tensor: special tokens draw "not chosen"
    read, labels = ids.clone(), torch.full_like(ids, -100)
    labels[u < 0.15] = ids[u < 0.15]
    read[u < 0.135] = others[u < 0.135]
    read[u < 0.12] = mask_id  # over the random ones
    return read, labels
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    asked = labels != -100
    right = torch.gather(logits, 2, labels.clamp(min=0)[..., None])[..., 0]
    surprise = torch.logsumexp(logits, 2) - right
    return torch.where(asked, surprise, 0).sum() / max(asked.sum().item(), 1)
# %% solution-summarise
def summarise(sentences, k, stop):
    """sentences: lists of words, stop: a set of words -> the places of the k best sentences, in order."""
    from fractions import Fraction

    weight = Counter()
    for s in sentences:
        weight.update(s)
    for w in stop:
        weight.pop(w, None)
    score = []
    for s in sentences:
        own = [weight[w] for w in s if w in weight]
        score.append(Fraction(sum(own), len(own)) if own else Fraction(0))
    n = len(sentences)
    beaten = [sum(score[j] > score[i] or (score[j] == score[i] and j < i) for j in range(n)) for i in range(n)]
    return [i for i in range(n) if beaten[i] < k]
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""
    hit = torch.zeros(len(logits), dtype=torch.bool, device=logits.device)
    for t in said:
        hit[t] = True
    punished = logits.clamp(min=0) / penalty + logits.clamp(max=0) * penalty
    return torch.where(hit, punished, logits)
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    best = logits.max()
    if tau == 0:
        return logits.eq(best).to(logits.dtype)
    e = torch.exp((logits - best) / tau)
    return e / e.sum()
# %% solution-top-k
def top_k(logits, k):
    """logits (V,), k >= 1 -> (V,): the k largest as they are, the others -inf."""
    if k >= logits.numel():
        return logits.clone()
    smallest_kept = logits.sort().values[-k]
    return torch.where(logits >= smallest_kept, logits, float("-inf"))
# %% solution-top-p
def top_p(logits, p):
    """logits (V,), 0 < p < 1 -> (V,): as few of the most probable as sum to p at least; the others -inf."""
    probs = torch.softmax(logits, 0)
    # what lies before each token: the sum of all that are more probable
    before = (probs[None, :] * (logits[None, :] > logits[:, None])).sum(1)
    return logits.masked_fill(before >= p, float("-inf"))
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    text = "".join(f"\0{t!r}\1" for t in said)
    ends = [text.find("".join(f"\0{t!r}\1" for t in stop)) for stop in stops]
    ends = [e for e in ends if e >= 0]
    shown = text[: min(ends)] if ends else text
    return list(said[: shown.count("\0")])
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    ids, learn = [], []

    def say(tokens, flag=False):
        ids.extend(tokens)
        learn.extend(flag for _ in tokens)

    for m in messages:
        flag = m["role"] == "assistant"
        say([START])
        say(to_ids(m["role"]))
        say(to_ids("\n"))
        say(to_ids(m["content"]), flag)
        say([END], flag)
        say(to_ids("\n"))
    if prompt:
        say([START])
        say(to_ids("assistant"))
        say(to_ids("\n"))
    return ids, learn
