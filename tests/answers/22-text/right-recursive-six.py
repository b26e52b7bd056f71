# because: functional style: recursion (halves of a list, rounds of a beam, steps of training), reduce, lambdas and itertools; hardly a loop
# batch: 6
# %% solution-words
from itertools import chain, groupby


def words(text):
    """A text -> the list of its tokens, in order."""

    def kind(char):
        return "word" if char.isalnum() or char == "'" else "space" if char.isspace() else "other"

    runs = ((k, list(chars)) for k, chars in groupby(text.lower(), kind))
    return list(chain.from_iterable(["".join(cs)] if k == "word" else cs if k == "other" else [] for k, cs in runs))
# %% solution-vocab
def vocab(texts, at_least):
    """texts: lists of tokens -> the vocabulary, a list of tokens."""
    from itertools import chain, groupby

    runs = [(token, len(list(group))) for token, group in groupby(sorted(chain.from_iterable(texts)))]
    often = filter(lambda run: run[1] >= at_least, runs)
    return ["[PAD]", "[UNK]", *(token for token, _ in sorted(often, key=lambda run: run[1], reverse=True))]
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    from itertools import zip_longest

    number = dict(map(reversed, enumerate(vocabulary)))
    coded = [list(map(lambda token: number.get(token, 1), text)) for text in texts]
    rows = list(zip(*zip_longest(*coded, fillvalue=0)))
    return torch.tensor(rows, device=check.device)
# %% solution-masked-mean
def masked_mean(x, mask):
    """x (N, L, C), mask (N, L) bool -> (N, C): the mean over the places where mask is True; 0 where there is none."""

    def one(vectors):
        return vectors.mean(0) if len(vectors) else vectors.sum(0)

    return torch.stack([one(rows[there]) for rows, there in zip(x, mask)])
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    """E (V, C), ids (N, L) int, mean: (x (N, L, C), mask (N, L)) -> (N, C); gives (N, C). Token 0 is padding."""
    return (lambda one_hot: mean(one_hot.to(E.dtype) @ E, one_hot[..., 0] == 0))(F.one_hot(ids.long(), E.shape[0]))
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    z = F.linear(bags, w.unsqueeze(0)).squeeze(1) + b
    # logaddexp(0, a) = ln(1 + e^a) = softplus(a)
    softplus = lambda a: torch.logaddexp(torch.zeros_like(a), a)
    p, loss = 1 / (1 + torch.exp(-z)), torch.where(y > 0.5, softplus(-z), softplus(z)).mean()
    return p, loss
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""

    def one_step(now, _):
        leaves = {name: p.clone().requires_grad_(name not in frozen) for name, p in now.items()}
        moving = {name: p for name, p in leaves.items() if name not in frozen}
        slopes = dict(zip(moving, torch.autograd.grad(loss_of(leaves), list(moving.values()))))
        return {name: p - lr * slopes[name] if name in slopes else p for name, p in now.items()}

    from functools import reduce

    return reduce(one_step, range(steps), {name: p.detach().clone() for name, p in params.items()})
# %% solution-attend
def attend(s, enc, pad):
    """s (N, C), enc (N, S, C), pad (N, S) bool -> context (N, C) and weights (N, S)."""

    def one(state, states, away):
        seen = states[~away]
        alpha = torch.softmax(seen @ state, 0)
        return alpha @ seen, torch.zeros_like(states[:, 0]).masked_scatter(~away, alpha)

    context, weights = map(torch.stack, zip(*map(one, s, enc, pad)))
    return context, weights
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    """step: (token (N,), state) -> logits (N, V), state; target (N, T) int, begin: a token -> logits (N, T, V)."""

    def along(token, state, rest):
        logits, after = step(token, state)
        return [logits] + (along(rest[0], after, rest[1:]) if len(rest) > 1 else [])

    columns = list(target.unbind(1))
    return torch.stack(along(torch.zeros_like(columns[0]) + begin, state, columns), dim=1)
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""

    def go_on(said):
        if len(said) >= longest or said[-1:] == (end,):
            return list(said)
        scores = logp(said)
        return go_on(said + (scores.index(max(scores)),))

    return go_on(())
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""

    def rounds(alive):
        if not alive:
            return []
        grown = [(total + a, (*said, t)) for total, said in alive for t, a in enumerate(logp(said))]
        kept = sorted(grown, reverse=True)[:k]
        is_over = lambda item: item[1][-1] == end or len(item[1]) >= longest
        return list(filter(is_over, kept)) + rounds([item for item in kept if not is_over(item)])

    total, said = max(rounds([(0.0, ())]), key=lambda item: item[0] / len(item[1]) ** alpha)
    return list(said), total / len(said) ** alpha
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""
    from functools import reduce
    from operator import or_

    runs = lambda tokens, n: Counter(zip(*(tokens[i:] for i in range(n))))

    def precision(n):
        mine = runs(candidate, n)
        best = reduce(or_, (runs(reference, n) for reference in references), Counter())
        return (mine & best).total() / mine.total() if mine else 0.0

    product = math.prod(map(precision, range(1, 5)))
    c = len(candidate)
    if not product:
        return 0.0
    r = min(sorted(map(len, references)), key=lambda length: abs(length - c))
    return min(1.0, math.exp(1 - r / c)) * math.sqrt(math.sqrt(product))
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""
    from functools import reduce

    may = reduce(lambda ok, token: ok & (ids != token), special, torch.ones_like(ids, dtype=torch.bool))
    pick = lambda condition, yes, no: torch.where(condition & may, yes, no)
    read = pick(u < 0.15, pick(u < 0.135, pick(u < 0.12, torch.full_like(ids, mask_id), others), ids), ids)
    labels = pick(u < 0.15, ids, torch.full_like(ids, -100))
    return read, labels
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    total = F.nll_loss(logits.log_softmax(-1).flatten(0, 1), labels.flatten(), ignore_index=-100, reduction="sum")
    return total / labels.ne(-100).sum().clamp(min=1)
# %% solution-summarise
def summarise(sentences, k, stop):
    """sentences: lists of words, stop: a set of words -> the places of the k best sentences, in order."""
    from fractions import Fraction

    content = [[w for w in s if w not in stop] for s in sentences]
    everything = sum(content, [])
    weigh = {w: everything.count(w) for w in set(everything)}.get
    score = lambda i: Fraction(sum(map(weigh, content[i])), len(content[i])) if content[i] else Fraction(0)
    return sorted(sorted(range(len(sentences)), key=score, reverse=True)[:k])
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""
    if not said:
        return logits.clone()
    token, rest = said[0], [t for t in said if t != said[0]]
    one = torch.arange(len(logits), device=logits.device) == token
    # what is smaller of the two: divided or multiplied
    return penalise(torch.where(one, torch.minimum(logits / penalty, logits * penalty), logits), rest, penalty)
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    limit = lambda: (torch.arange(len(logits), device=logits.device) == logits.argmax()).to(logits.dtype)
    return F.softmax(logits.div(tau), dim=0) if tau > 0 else limit()
# %% solution-top-k
def top_k(logits, k):
    """logits (V,), k >= 1 -> (V,): the k largest as they are, the others -inf."""

    if k >= len(logits):
        return logits.clone()

    def without_the_best(left, k):
        # strikes out the best k times, what is left then is to go
        if k == 0 or not (left > -math.inf).any():
            return left
        return without_the_best(left.index_fill(0, left.argmax(), -math.inf), k - 1)

    return logits.masked_fill(without_the_best(logits, k) > -math.inf, -math.inf)
# %% solution-top-p
def top_p(logits, p):
    """logits (V,), 0 < p < 1 -> (V,): as few of the most probable as sum to p at least; the others -inf."""
    from itertools import accumulate

    probs = logits.softmax(0).tolist()
    order = sorted(range(len(probs)), key=lambda t: -probs[t])
    before = [0.0, *accumulate(probs[t] for t in order)]
    kept = {t for t, so_far in zip(order, before) if so_far < p}
    return torch.stack([z if t in kept else torch.full_like(z, -math.inf) for t, z in enumerate(logits)])
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    starts = lambda i: any(list(said[i : i + len(stop)]) == list(stop) for stop in stops)
    return said[: next(filter(starts, range(len(said))), len(said))]
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    ids, learn = [], []
    if messages:
        first, *rest = messages
        head = [START, *to_ids(first["role"] + "\n")]
        body, tail = [*to_ids(first["content"]), END], to_ids("\n")
        more, flags = chat(rest, to_ids, prompt)
        mine = first["role"] == "assistant"
        ids = head + body + tail + more
        learn = [False] * len(head) + [mine] * len(body) + [False] * len(tail) + flags
    elif prompt:
        ids = [START, *to_ids("assistant\n")]
        learn = [False for _ in ids]
    return ids, learn
