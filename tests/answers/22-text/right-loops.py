# because: right; plain Python loops and lists nearly everywhere, tensors are filled or stacked number by number
# batch: 5
# %% solution-words
def words(text):
    """A text -> the list of its tokens, in order."""
    out = []
    run = ""
    for ch in text.lower():
        if ch.isalnum() or ch == "'":
            run += ch
        else:
            if run != "":
                out.append(run)
                run = ""
            if not ch.isspace():
                out.append(ch)
    if run != "":
        out.append(run)
    return out
# %% solution-vocab
def vocab(texts, at_least):
    """texts: lists of tokens -> the vocabulary, a list of tokens."""
    n = {}
    for text in texts:
        for token in text:
            if token not in n:
                n[token] = 0
            n[token] += 1
    out = ["[PAD]", "[UNK]"]
    for how_often in range(max(n.values(), default=0), 0, -1):
        if how_often < at_least:
            break
        same = []
        for token in n:
            if n[token] == how_often:
                same.append(token)
        same.sort()
        for token in same:
            out.append(token)
    return out
# %% solution-encode
def encode(texts, vocabulary):
    """texts: N lists of tokens, vocabulary: a list of tokens -> (N, L) int, L the length of the longest text."""
    number = {}
    for i in range(len(vocabulary)):
        number[vocabulary[i]] = i
    longest = 0
    for text in texts:
        if len(text) > longest:
            longest = len(text)
    rows = []
    for text in texts:
        row = []
        for l in range(longest):
            if l >= len(text):
                row.append(0)
            elif text[l] in number:
                row.append(number[text[l]])
            else:
                row.append(1)
        rows.append(row)
    return torch.tensor(rows, device=check.device)
# %% solution-masked-mean
def masked_mean(x, mask):
    """x (N, L, C), mask (N, L) bool -> (N, C): the mean over the places where mask is True; 0 where there is none."""
    rows = []
    for n in range(x.shape[0]):
        total = x.new_zeros(x.shape[2])
        count = 0
        for l in range(x.shape[1]):
            if mask[n, l]:
                total = total + x[n, l]
                count += 1
        if count > 0:
            total = total / count
        rows.append(total)
    return torch.stack(rows)
# %% solution-embedding-bag
def embedding_bag(E, ids, mean):
    """E (V, C), ids (N, L) int, mean: (x (N, L, C), mask (N, L)) -> (N, C); gives (N, C). Token 0 is padding."""
    looked_up = []
    is_word = []
    for row in ids.tolist():
        looked_up.append(torch.stack([E[i] for i in row]))
        is_word.append([i != 0 for i in row])
    return mean(torch.stack(looked_up), torch.tensor(is_word, device=E.device))
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    ps = []
    total = 0
    for n in range(len(y)):
        z = (bags[n] * w).sum() + b
        ps.append(torch.sigmoid(z))
        if y[n] == 1:
            total = total + F.softplus(-z)
        else:
            total = total + F.softplus(z)
    p = torch.stack(ps)
    loss = total / len(y)
    return p, loss
# %% solution-transfer
def train(params, loss_of, lr, steps, frozen):
    """params: {name: tensor}, loss_of: params -> (), frozen: names that do not move -> the new params after `steps`."""
    now = {}
    for name in params:
        now[name] = params[name].detach().clone()
    for _ in range(steps):
        for name in now:
            now[name] = now[name].detach().clone()
            if name not in frozen:
                now[name].requires_grad_(True)
        loss_of(now).backward()
        after = {}
        for name in now:
            if name in frozen:
                after[name] = now[name]
            else:
                after[name] = now[name].detach() - lr * now[name].grad
        now = after
    out = {}
    for name in now:
        out[name] = now[name].detach()
    return out
# %% solution-attend
def attend(s, enc, pad):
    """s (N, C), enc (N, S, C), pad (N, S) bool -> context (N, C) and weights (N, S)."""
    contexts, all_weights = [], []
    for n in range(len(s)):
        places = [j for j in range(enc.shape[1]) if not pad[n, j]]
        a = torch.stack([(s[n] * enc[n, j]).sum() for j in places])
        a = (a - a.max()).exp()
        a = a / a.sum()
        weights = [s.new_zeros(())] * enc.shape[1]
        context = 0
        for i, j in enumerate(places):
            weights[j] = a[i]
            context = context + a[i] * enc[n, j]
        contexts.append(context)
        all_weights.append(torch.stack(weights))
    context = torch.stack(contexts)
    weights = torch.stack(all_weights)
    return context, weights
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    """step: (token (N,), state) -> logits (N, V), state; target (N, T) int, begin: a token -> logits (N, T, V)."""
    said = []
    for t in range(target.shape[1]):
        if t == 0:
            token = torch.tensor([begin for _ in range(target.shape[0])], device=target.device)
        else:
            token = target[:, t - 1]
        logits, state = step(token, state)
        said.append(logits)
    return torch.stack(said, 1)
# %% solution-greedy
def greedy(logp, end, longest):
    """logp: tokens so far, a tuple -> V log-probabilities -> the list of tokens said, with `end` if it was said."""
    said = []
    while len(said) < longest:
        a = logp(tuple(said))
        best = 0
        for token in range(1, len(a)):
            if a[token] > a[best]:
                best = token
        said.append(best)
        if best == end:
            break
    return said
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    """logp: tokens so far, a tuple -> V log-probabilities -> the best text, a list of tokens, and its score."""
    alive = [((), 0.0)]
    done = []
    while alive:
        nexts = []
        for text, total in alive:
            a = logp(text)
            for token in range(len(a)):
                nexts.append((text + (token,), total + a[token]))
        alive = []
        for _ in range(k):
            if not nexts:
                break
            where = 0
            for i in range(len(nexts)):
                if nexts[i][1] > nexts[where][1]:
                    where = i
            text, total = nexts.pop(where)
            if text[-1] == end or len(text) == longest:
                done.append((text, total))
            else:
                alive.append((text, total))
    said, total = done[0]
    for text, sum_ in done[1:]:
        if sum_ / len(text) ** alpha > total / len(said) ** alpha:
            said, total = text, sum_
    return list(said), total / len(said) ** alpha
# %% solution-bleu
def bleu(candidate, references):
    """candidate: a list of tokens, references: a list of such lists -> BLEU, a float."""
    c = len(candidate)
    product = 1.0
    for n in (1, 2, 3, 4):
        runs = []
        for i in range(c - n + 1):
            runs.append(list(candidate[i : i + n]))
        if not runs:
            return 0.0
        hits = 0
        seen = []
        for run in runs:
            if run in seen:
                continue
            seen.append(run)
            most = 0
            for ref in references:
                times = 0
                for i in range(len(ref) - n + 1):
                    if list(ref[i : i + n]) == run:
                        times += 1
                most = max(most, times)
            hits += min(most, runs.count(run))
        product *= hits / len(runs)
    r = None
    for ref in references:
        if r is None or abs(len(ref) - c) < abs(r - c) or (abs(len(ref) - c) == abs(r - c) and len(ref) < r):
            r = len(ref)
    penalty = 1.0
    if c < r:
        penalty = math.exp(1 - r / c)
    return penalty * product**0.25
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    """ids, others (N, L) int, u (N, L), special (K,) int, mask_id: a token -> what BERT reads (N, L), labels (N, L)."""
    never = special.tolist()
    read = ids.clone()
    labels = ids.clone()
    for n in range(ids.shape[0]):
        for l in range(ids.shape[1]):
            token, x = ids[n, l].item(), u[n, l].item()
            if token in never or x >= 0.15:
                labels[n, l] = -100
            elif x < 0.12:
                read[n, l] = mask_id
            elif x < 0.135:
                read[n, l] = others[n, l]
    return read, labels
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    total, count = logits.new_zeros(()), 0
    for n in range(labels.shape[0]):
        for l in range(labels.shape[1]):
            token = int(labels[n, l])
            if token == -100:
                continue
            row = logits[n, l]
            top = row.max().detach()
            total = total + (row - top).exp().sum().log() - (row[token] - top)
            count += 1
    if count == 0:
        return total
    return total / count
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
        total, count = 0, 0
        for word in sentence:
            if word not in stop:
                total += weight[word]
                count += 1
        scores.append(total / count if count else 0)
    taken = []
    while len(taken) < min(k, len(sentences)):
        best = None
        for i in range(len(sentences)):
            if i not in taken and (best is None or scores[i] > scores[best]):
                best = i
        taken.append(best)
    taken.sort()
    return taken
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""
    out = logits.clone()
    for token in range(len(logits)):
        if token in said:
            if logits[token] > 0:
                out[token] = logits[token] / penalty
            else:
                out[token] = logits[token] * penalty
    return out
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    a = logits.tolist()
    top = max(a)
    if tau == 0:
        first = a.index(top)
        p = [1.0 if i == first else 0.0 for i in range(len(a))]
    else:
        e = [math.exp((x - top) / tau) for x in a]
        total = sum(e)
        p = [x / total for x in e]
    return torch.tensor(p, dtype=logits.dtype, device=logits.device)
# %% solution-top-k
def top_k(logits, k):
    """logits (V,), k >= 1 -> (V,): the k largest as they are, the others -inf."""
    out = logits.clone()
    a = logits.tolist()
    for i in range(len(a)):
        larger = 0
        for x in a:
            if x > a[i]:
                larger += 1
        if larger >= k:
            out[i] = -math.inf
    return out
# %% solution-top-p
def top_p(logits, p):
    """logits (V,), 0 < p < 1 -> (V,): as few of the most probable as sum to p at least; the others -inf."""
    a = logits.tolist()
    top = max(a)
    e = [math.exp(x - top) for x in a]
    all_of_it = sum(e)
    out = torch.full_like(logits, -math.inf)
    so_far = 0.0
    for i in sorted(range(len(a)), key=lambda i: -a[i]):
        if so_far >= p:
            break
        out[i] = logits[i]
        so_far += e[i] / all_of_it
    return out
# %% solution-stop
def cut(said, stops):
    """said: a list of tokens, stops: a list of such lists -> the tokens before the first stop sequence."""
    out = []
    for i in range(len(said)):
        for stop in stops:
            fits = True
            for j in range(len(stop)):
                if i + j >= len(said) or said[i + j] != stop[j]:
                    fits = False
                    break
            if fits:
                return out
        out.append(said[i])
    return out
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    ids, learn = [], []
    for message in messages:
        mine = message["role"] == "assistant"
        ids.append(START)
        learn.append(False)
        for token in to_ids(message["role"] + "\n"):
            ids.append(token)
            learn.append(False)
        for token in to_ids(message["content"]):
            ids.append(token)
            learn.append(mine)
        ids.append(END)
        learn.append(mine)
        for token in to_ids("\n"):
            ids.append(token)
            learn.append(False)
    if prompt:
        ids.append(START)
        learn.append(False)
        for token in to_ids("assistant\n"):
            ids.append(token)
            learn.append(False)
    return ids, learn
