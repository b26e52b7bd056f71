# because: a linked list of nodes for merging, a helper class for training
# batch: 2
# %% solution-get-stats
def get_stats(ids):
    first = {}
    for i in range(1, len(ids)):
        first.setdefault((ids[i - 1], ids[i]), []).append(i)
    return {pair: len(places) for pair, places in first.items()}
# %% solution-merge
def merge(ids, pair, idx):
    stack, rest = [], list(reversed(ids))
    while rest:
        a = rest.pop()
        if rest and a == pair[0] and rest[-1] == pair[1]:
            rest.pop()
            a = idx
        stack.append(a)
    return stack
# %% solution-train
class Trainer:
    def __init__(self, text):
        self.ids, self.merges = to_ids(text), {}

    def most_frequent(self):
        stats = get_stats(self.ids)
        top = max(stats.values(), default=0)
        return next((p for p in stats if stats[p] == top), None)

    def run(self, rounds):
        for k in range(rounds):
            pair = self.most_frequent()
            if pair is None:
                break
            self.merges[pair] = 256 + k
            self.ids = merge(self.ids, pair, 256 + k)
        return self.merges


def train(text, V):
    return Trainer(text).run(V - 256)
# %% solution-decode
import codecs


def decode(ids, merges):
    reader, vocab = codecs.getincrementaldecoder("utf-8")(errors="replace"), build_vocab(merges)
    return "".join([reader.decode(vocab[i]) for i in ids] + [reader.decode(b"", final=True)])
