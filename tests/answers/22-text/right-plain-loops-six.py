# because: everything in plain loops over places and numbers, one tensor element or row at a time, stacked at the end; no regular expressions, no masks, no Counter
# batch: 6
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""
    text = text.lower() + " "
    tokens, begin = [], None
    for i in range(len(text)):
        if text[i].isalnum() or text[i] == "'":
            if begin is None:
                begin = i
            continue
        if begin is not None:
            tokens.append(text[begin:i])
            begin = None
        if not text[i].isspace():
            tokens.append(text[i])
    return tokens
# %% solution-vocab
def vocab(texts, at_least):
    """texts: lists of tokens -> the vocabulary, a list of tokens."""
    count = {}
    for text in texts:
        for token in text:
            if token not in count:
                count[token] = 0
            count[token] += 1
    result = ["[PAD]", "[UNK]"]
    alphabet = sorted(count)
    most = 0
    for token in alphabet:
        if count[token] > most:
            most = count[token]
    for n in range(most, 0, -1):
        if n < at_least:
            break
        for token in alphabet:
            if count[token] == n:
                result.append(token)
    return result
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    L = 0
    for text in texts:
        if len(text) > L:
            L = len(text)
    rows = []
    for text in texts:
        row = []
        for l in range(L):
            if l >= len(text):
                row.append(0)
            elif text[l] in vocabulary:
                row.append(vocabulary.index(text[l]))
            else:
                row.append(1)
        rows.append(row)
    return torch.tensor(rows, device=check.device)
# %% solution-masked-mean
def masked_mean(x, mask):
    """x (N, L, C), mask (N, L) bool -> (N, C): the mean over the places where mask is True; 0 where there is none."""
    out = []
    for n in range(x.shape[0]):
        total, count = torch.zeros_like(x[n].sum(0)), 0
        for l in range(x.shape[1]):
            if mask[n, l].item():
                total = total + x[n, l]
                count += 1
        out.append(total / count if count else total)
    return torch.stack(out)
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    """E (V, C), ids (N, L) int, mean: (x (N, L, C), mask (N, L)) -> (N, C); gives (N, C). Token 0 is padding."""
    x, mask = [], []
    for row in ids.tolist():
        x.append(torch.stack([E[token] for token in row]))
        mask.append([token != 0 for token in row])
    return mean(torch.stack(x), torch.tensor(mask, dtype=torch.bool, device=ids.device))
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    probabilities, loss = [], 0.0
    for n in range(bags.shape[0]):
        z = b
        for c in range(bags.shape[1]):
            z = z + bags[n, c] * w[c]
        probabilities.append(torch.sigmoid(z))
        loss = loss + y[n] * F.softplus(-z) + (1 - y[n]) * F.softplus(z)
    p = torch.stack(probabilities)
    loss = loss / bags.shape[0]
    return p, loss
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    now = {}
    for name in params:
        now[name] = params[name].detach().clone()
    for _ in range(steps):
        leaves = {}
        for name in now:
            leaves[name] = now[name].clone()
            if name not in frozen:
                leaves[name].requires_grad_(True)
        loss_of(leaves).backward()
        for name in now:
            if name not in frozen:
                now[name] = now[name] - lr * leaves[name].grad
    return now
# %% solution-attend
def attend(s, enc, pad):
    """s (N, C), enc (N, S, C), pad (N, S) bool -> context (N, C) and weights (N, S)."""
    contexts, all_weights = [], []
    N, S, C = enc.shape
    for n in range(N):
        places = [j for j in range(S) if not pad[n, j].item()]
        a = [(s[n] * enc[n, j]).sum() for j in places]
        top = max(v.item() for v in a)
        e = [(v - top).exp() for v in a]
        total = sum(e)
        row = [torch.zeros_like(total)] * S
        context = torch.zeros_like(s[n])
        for j, v in zip(places, e):
            row[j] = v / total
            context = context + row[j] * enc[n, j]
        contexts.append(context)
        all_weights.append(torch.stack(row))
    context, weights = torch.stack(contexts), torch.stack(all_weights)
    return context, weights
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    """step: (token (N,), state) -> logits (N, V), state; target (N, T) int, begin: a token -> logits (N, T, V)."""
    N, T = target.shape
    out = []
    for t in range(T):
        if t == 0:
            token = torch.tensor([begin] * N, dtype=target.dtype, device=target.device)
        else:
            token = target[:, t - 1]
        logits, state = step(token, state)
        out.append(logits)
    return torch.stack(out, 1)
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""
    said = []
    for _ in range(longest):
        values = logp(tuple(said))
        best = 0
        for token in range(1, len(values)):
            if values[token] > values[best]:
                best = token
        said.append(best)
        if best == end:
            return said
    return said
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""
    alive = [[(), 0.0]]
    best_said, best_total, best_score = None, None, None
    while alive:
        everything = []
        for said, total in alive:
            values = logp(said)
            for token in range(len(values)):
                everything.append([said + (token,), total + values[token]])
        alive = []
        for _ in range(k):
            if not everything:
                break
            at = 0
            for i in range(1, len(everything)):
                if everything[i][1] > everything[at][1]:
                    at = i
            said, total = everything.pop(at)
            if said[-1] != end and len(said) < longest:
                alive.append([said, total])
                continue
            score = total / len(said) ** alpha
            if best_score is None or score > best_score:
                best_said, best_total, best_score = said, total, score
    said, total = best_said, best_total
    return list(said), total / len(said) ** alpha
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""

    def times(gram, tokens):
        n, hits = len(gram), 0
        for i in range(len(tokens) - n + 1):
            if list(tokens[i : i + n]) == gram:
                hits += 1
        return hits

    c = len(candidate)
    product = 1.0
    for n in range(1, 5):
        if c < n:
            return 0.0
        seen, shared = [], 0
        for i in range(c - n + 1):
            gram = list(candidate[i : i + n])
            if gram in seen:
                continue
            seen.append(gram)
            most = 0
            for reference in references:
                most = max(most, times(gram, reference))
            shared += min(times(gram, candidate), most)
        product = product * shared / (c - n + 1)
    if product == 0:
        return 0.0
    r = len(references[0])
    for reference in references[1:]:
        a, b = abs(len(reference) - c), abs(r - c)
        if a < b or (a == b and len(reference) < r):
            r = len(reference)
    result = product ** (1 / 4)
    if c < r:
        result = result * math.exp(1 - r / c)
    return float(result)
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""
    never = special.tolist()
    read, labels = [], []
    for row, numbers, randoms in zip(ids.tolist(), u.tolist(), others.tolist()):
        seen, asked = [], []
        for token, x, random in zip(row, numbers, randoms):
            if token in never or x >= 0.15:
                seen.append(token)
                asked.append(-100)
                continue
            asked.append(token)
            if x < 0.12:
                seen.append(mask_id)
            elif x < 0.135:
                seen.append(random)
            else:
                seen.append(token)
        read.append(seen)
        labels.append(asked)
    read = torch.tensor(read, dtype=ids.dtype, device=ids.device)
    labels = torch.tensor(labels, dtype=ids.dtype, device=ids.device)
    return read, labels
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    losses = []
    for n in range(labels.shape[0]):
        for l in range(labels.shape[1]):
            token = labels[n, l].item()
            if token == -100:
                continue
            z = logits[n, l]
            top = z.max().detach()
            losses.append((z - top).exp().sum().log() - (z[token] - top))
    if not losses:
        return torch.zeros((), dtype=logits.dtype, device=logits.device)
    return sum(losses) / len(losses)
# %% solution-summarise
def summarise(sentences, k, stop):
    """sentences: lists of words, stop: a set of words -> the places of the k best sentences, in order."""
    weight = {}
    for sentence in sentences:
        for word in sentence:
            if word not in stop:
                weight[word] = weight.get(word, 0) + 1
    scores = []
    for sentence in sentences:
        total, n = 0, 0
        for word in sentence:
            if word not in stop:
                total += weight[word]
                n += 1
        scores.append(total / n if n else 0.0)
    taken = []
    for _ in range(min(k, len(sentences))):
        best = None
        for i in range(len(sentences)):
            if i in taken:
                continue
            if best is None or scores[i] > scores[best]:
                best = i
        taken.append(best)
    return [i for i in range(len(sentences)) if i in taken]
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""
    out = []
    for token in range(len(logits)):
        z = logits[token]
        if token in said:
            z = z / penalty if z.item() > 0 else z * penalty
        out.append(z)
    return torch.stack(out)
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    values = logits.tolist()
    top = max(values)
    if tau == 0:
        p = [0.0] * len(values)
        p[values.index(top)] = 1.0
    else:
        e = [math.exp((v - top) / tau) for v in values]
        total = math.fsum(e)
        p = [v / total for v in e]
    return torch.tensor(p, dtype=logits.dtype, device=logits.device)
# %% solution-top-k
def top_k(logits, k):
    """logits (V,), k >= 1 -> (V,): the k largest as they are, the others -inf."""
    values = logits.tolist()
    out = []
    for i, v in enumerate(values):
        larger = 0
        for w in values:
            if w > v:
                larger += 1
        out.append(v if larger < k else -math.inf)
    return torch.tensor(out, dtype=logits.dtype, device=logits.device)
# %% solution-top-p
def top_p(logits, p):
    """logits (V,), 0 < p < 1 -> (V,): as few of the most probable as sum to p at least; the others -inf."""
    out = torch.full_like(logits, -math.inf)
    probs = logits.softmax(0).tolist()
    left = list(range(len(probs)))
    total = 0.0
    while left and total < p:
        best = left[0]
        for i in left:
            if probs[i] > probs[best]:
                best = i
        out[best] = logits[best]
        total += probs[best]
        left.remove(best)
    return out
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    shown = []
    for i in range(len(said)):
        for stop in stops:
            same = i + len(stop) <= len(said)
            for j in range(len(stop)):
                if same and said[i + j] != stop[j]:
                    same = False
            if same:
                return shown
        shown.append(said[i])
    return shown
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    ids, learn = [], []

    def put(tokens, taught):
        for token in tokens:
            ids.append(token)
            learn.append(taught)

    for message in messages:
        put([START], False)
        put(to_ids(message["role"]), False)
        put(to_ids("\n"), False)
        put(to_ids(message["content"]), message["role"] == "assistant")
        put([END], message["role"] == "assistant")
        put(to_ids("\n"), False)
    if prompt:
        put([START], False)
        put(to_ids("assistant"), False)
        put(to_ids("\n"), False)
    return ids, learn
