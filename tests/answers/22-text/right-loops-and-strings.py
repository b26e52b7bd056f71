# because: character loop for the words, sorting in two passes, scalars instead of vectors
# batch: 1
# %% solution-words
def words(text):
    found, now = [], ""
    for ch in text.lower() + " ":
        if ch.isalnum() or ch == "'":
            now += ch
            continue
        if now:
            found.append(now)
            now = ""
        if not ch.isspace():
            found.append(ch)
    return found
# %% solution-vocab
def vocab(texts, at_least):
    everything = sorted(token for text in texts for token in text)
    kept = sorted(set(t for t in everything))
    kept = [t for t in kept if everything.count(t) >= at_least]
    kept.sort(key=everything.count, reverse=True)
    return ["[PAD]", "[UNK]"] + kept
# %% solution-masked-mean
def masked_mean(x, mask):
    out = torch.zeros_like(x[:, 0]) if x.shape[1] else x.new_zeros(x.shape[0], x.shape[2])
    for n in range(len(x)):
        if mask[n].any():
            out[n] = x[n][mask[n]].mean(0)
    return out
# %% solution-attend
def attend(s, enc, pad):
    contexts, weights = [], []
    for q, e, m in zip(s, enc, pad):
        a = torch.full_like(e[:, 0], 0)
        a[~m] = (e[~m] @ q).softmax(0)
        weights.append(a)
        contexts.append(a @ e)
    return torch.stack(contexts), torch.stack(weights)
# %% solution-mlm-mask
def mlm_mask(ids, u, others, special, mask_id):
    no = set(special.tolist())
    read, labels = ids.clone(), torch.full_like(ids, -100)
    for n in range(ids.shape[0]):
        for l in range(ids.shape[1]):
            token, chance = int(ids[n, l]), float(u[n, l])
            if token in no or chance >= 0.15:
                continue
            labels[n, l] = token
            if chance < 0.12:
                read[n, l] = mask_id
            elif chance < 0.135:
                read[n, l] = others[n, l]
    return read, labels
# %% solution-stop
def cut(said, stops):
    kept = []
    for i, token in enumerate(said):
        if any(list(said[i:])[: len(stop)] == list(stop) for stop in stops):
            break
        kept.append(token)
    return kept
# %% solution-top-p
def top_p(logits, p):
    probs = logits.softmax(0)
    out, total, left = torch.full_like(logits, -math.inf), 0.0, probs.clone()
    while total < p and bool((left > 0).any()):
        best = int(left.argmax())
        total += float(probs[best])
        out[best] = logits[best]
        left[best] = -1
    return out
