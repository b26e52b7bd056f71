# because: the learned places of an assistant message are counted in characters of its content, not in tokens of to_ids: too few where a character has several bytes
# batch: 5
# told: true author chat: the characters of an answer counted
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    ids, learn = [], []
    for message in messages:
        ids += [START] + to_ids(message["role"] + "\n")
        learn += [False] * (len(ids) - len(learn))
        ids += to_ids(message["content"]) + [END]
        if message["role"] == "assistant":
            learn += [True] * (len(message["content"]) + 1)
        ids += to_ids("\n")
        learn += [False] * (len(ids) - len(learn))
    if prompt:
        ids += [START] + to_ids("assistant\n")
        learn += [False] * (len(ids) - len(learn))
    return ids, learn
