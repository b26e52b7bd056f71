# because: small classes, generators, heapq, string methods (translate, split, find in coded strings) and in-place work on copies instead of the usual formulas
# batch: 6
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""

    def spaced(char):
        if char == "'" or char.isalnum():
            return char
        return " " + char + " "

    return "".join(map(spaced, text.lower())).split()
# %% solution-vocab
import heapq


def vocab(texts, at_least):
    """texts: lists of tokens -> the vocabulary, a list of tokens."""
    counted = Counter()
    for text in texts:
        counted.update(text)
    heap = [(-n, token) for token, n in counted.items()]
    heapq.heapify(heap)
    found = ["[PAD]", "[UNK]"]
    while heap and -heap[0][0] >= at_least:
        found.append(heapq.heappop(heap)[1])
    return found
# %% solution-encode
class Numbers(dict):
    def __missing__(self, token):
        return 1


def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    numbers = Numbers((token, i) for i, token in enumerate(vocabulary))
    sheet = torch.zeros(len(texts), max(len(text) for text in texts), dtype=torch.long)
    for line, text in zip(sheet, texts):
        for place, token in enumerate(text):
            line[place] = numbers[token]
    rows = sheet.tolist()
    return torch.tensor(rows, device=check.device)
# %% solution-masked-mean
def masked_mean(x, mask):
    """x (N, L, C), mask (N, L) bool -> (N, C): the mean over the places where mask is True; 0 where there is none."""
    n, l = mask.nonzero(as_tuple=True)
    sums = x.new_zeros(x.shape[0], x.shape[2]).index_add(0, n, x[n, l])
    counts = torch.bincount(n, minlength=x.shape[0]).to(x.dtype)
    counts[counts == 0] = 1
    return sums / counts[:, None]
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    """E (V, C), ids (N, L) int, mean: (x (N, L, C), mask (N, L)) -> (N, C); gives (N, C). Token 0 is padding."""
    return mean(F.embedding(ids, E), torch.logical_not(torch.eq(ids, 0)))
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    z = bags.mul(w).sum(dim=1).add(b)
    p = torch.sigmoid(z)
    # the classical stable form
    loss = (z.clamp(min=0) - z * y + torch.log1p(torch.exp(-z.abs()))).mean()
    return p, loss
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    own = {name: p.detach().clone().requires_grad_(name not in frozen) for name, p in params.items()}
    optimiser = torch.optim.SGD([p for name, p in own.items() if name not in frozen], lr=lr)
    for _ in range(steps):
        optimiser.zero_grad()
        with torch.enable_grad():
            loss_of(own).backward()
        optimiser.step()
    return {name: p.detach() for name, p in own.items()}
# %% solution-attend
def attend(s, enc, pad):
    """s (N, C), enc (N, S, C), pad (N, S) bool -> context (N, C) and weights (N, S)."""
    a = (enc @ s[:, :, None])[:, :, 0]
    a = torch.where(pad, torch.full_like(a, float("-inf")), a)
    weights = torch.exp(a - a.max(1, keepdim=True).values)
    weights = weights / weights.sum(1, keepdim=True)
    context = (weights[:, None] @ enc)[:, 0]
    return context, weights
# %% solution-forcing
class Taught:
    """A decoder on the hand of its teacher: iterating gives the logits of each step."""

    def __init__(self, step, state, tokens):
        self.step, self.state, self.tokens = step, state, tokens

    def __iter__(self):
        for token in self.tokens:
            logits, self.state = self.step(token, self.state)
            yield logits


def teacher_forcing(step, state, target, begin):
    """step: (token (N,), state) -> logits (N, V), state; target (N, T) int, begin: a token -> logits (N, T, V)."""
    shifted = target.roll(1, dims=1)
    shifted[:, 0] = begin
    return torch.stack(tuple(Taught(step, state, shifted.t())), 1)
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""

    def speak():
        said = ()
        while len(said) < longest:
            value, minus_token = max((a, -t) for t, a in enumerate(logp(said)))
            said += (-minus_token,)
            yield said[-1]
            if said[-1] == end:
                return

    return [*speak()]
# %% solution-beam
import heapq


class Text:
    def __init__(self, tokens=(), total=0.0):
        self.tokens, self.total = tokens, total

    def grow(self, logp):
        return [Text(self.tokens + (t,), self.total + a) for t, a in enumerate(logp(self.tokens))]

    def score(self, alpha):
        return self.total / len(self.tokens) ** alpha


def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""
    alive, done = [Text()], []
    for length in range(1, longest + 1):
        kept = heapq.nlargest(k, [new for text in alive for new in text.grow(logp)], key=lambda text: text.total)
        alive = []
        for text in kept:
            (done if length == longest or text.tokens[-1] == end else alive).append(text)
        if not alive:
            break
    best = max(done, key=lambda text: text.score(alpha))
    said, total = best.tokens, best.total
    return list(said), total / len(said) ** alpha
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""
    c = len(candidate)
    exponent = 0.0
    for n in 1, 2, 3, 4:
        allowances = []
        for reference in references:
            allowances.append(Counter(tuple(reference[i : i + n]) for i in range(len(reference) - n + 1)))
        used, hits, of = Counter(), 0, 0
        for i in range(c - n + 1):
            gram = tuple(candidate[i : i + n])
            used[gram] += 1
            of += 1
            # it counts while at least one reference has it so often
            hits += any(allowance[gram] >= used[gram] for allowance in allowances)
        if hits == 0:
            return 0.0
        exponent += math.log(hits / of) / 4
    distance, r = min((abs(len(reference) - c), len(reference)) for reference in references)
    if r > c:
        exponent += 1 - r / c
    return math.exp(exponent)
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""
    v = u.clone()
    for token in special.tolist():
        v[ids == token] = 1.0  # never chosen
    read, labels = ids.clone(), ids.clone()
    labels[v >= 0.15] = -100
    read[v < 0.135] = others[v < 0.135].to(ids.dtype)
    read[v < 0.12] = mask_id
    return read, labels
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    if bool((labels == -100).all()):
        return logits.new_tensor(0.0)
    return F.cross_entropy(logits.movedim(-1, 1), labels)
# %% solution-summarise
def summarise(sentences, k, stop):
    """sentences: lists of words, stop: a set of words -> the places of the k best sentences, in order."""
    import heapq

    weights = Counter()
    for sentence in sentences:
        weights.update(sentence)
    for word in stop:
        weights.pop(word, None)

    def rank(place):
        own = [weights[word] for word in sentences[place] if word in weights]
        return -sum(own) / max(1, len(own)), place

    return sorted(heapq.nsmallest(k, range(len(sentences)), key=rank))
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""
    result = logits.clone()
    for token in set(said):
        result[token] *= penalty if result[token] < 0 else 1 / penalty
    return result
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    if tau == 0:
        best = torch.zeros_like(logits)
        best[int(torch.argmax(logits))] += 1
        return best
    return torch.special.softmax(logits / float(tau), 0)
# %% solution-top-k
def top_k(logits, k):
    """logits (V,), k >= 1 -> (V,): the k largest as they are, the others -inf."""
    result = logits.clone()
    worst_first = torch.argsort(logits)
    result[worst_first[: max(0, len(logits) - k)]] = float("-inf")
    return result
# %% solution-top-p
def top_p(logits, p):
    """logits (V,), 0 < p < 1 -> (V,): as few of the most probable as sum to p at least; the others -inf."""
    import heapq

    result = torch.full_like(logits, float("-inf"))
    heap = [(-q, token) for token, q in enumerate(torch.softmax(logits, 0).tolist())]
    heapq.heapify(heap)
    mass = 0.0
    while heap and mass < p:
        q, token = heapq.heappop(heap)
        result[token] = logits[token]
        mass -= q
    return result
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    # each token becomes one character, so that str.find can search
    code = {}
    spell = lambda tokens: "".join(chr(code.setdefault(token, 0xE000 + len(code))) for token in tokens)
    text = spell(said)
    found = [text.find(spell(stop)) for stop in stops]
    return list(said[: min([at for at in found if at >= 0], default=len(said))])
# %% solution-chat
class Sheet:
    def __init__(self):
        self.ids, self.learn = [], []

    def write(self, tokens, learn=False):
        self.ids.extend(tokens)
        self.learn.extend(learn for _ in tokens)
        return self


def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    ids, learn = [], []
    sheet = Sheet()
    for message in messages:
        assistant = message["role"] == "assistant"
        sheet.write([START]).write(to_ids(message["role"])).write(to_ids("\n"))
        sheet.write(to_ids(message["content"]), assistant).write([END], assistant).write(to_ids("\n"))
    if prompt:
        sheet.write([START]).write(to_ids("assistant")).write(to_ids("\n"))
    ids, learn = sheet.ids, sheet.learn
    return ids, learn
